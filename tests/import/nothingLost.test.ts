/** Nothing of a report vanishes: each word stands in the draft or is told as left out. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { agencyNames } from '../../src/import/agencies.ts';
import { findDays } from '../../src/import/findDays.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';
import type { RawItem } from '../../src/import/rawItem.ts';
import { root } from '../support/site.ts';
import { filedOf } from './rawArticles.ts';

const folder = path.join(root, 'tests/import/raw');

/** What says of a line what it is. */
const labels = new Set(
  'by par por von di source sources quelle fuente المصدر מאת published posted updated update reporter staff date broadcast on at gmt utc edt est a p m am pm the and with from correspondent ad ah ce s'.split(
    ' ',
  ),
);
const eastAsianLabels = /記者|记者|기자|電|电|来源|年|月|日/gu;

const wordsOf = (text: string): readonly string[] =>
  (text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => word.toLowerCase());

/** Words of a text that neither an item nor what is told of it has. */
function missingOf(raw: string, item: RawItem, filed: string): readonly string[] {
  const sources = item.sources.map(({ name }) => name);
  const dates = [item.date.value, item.updated ?? '', ...item.notes].join(' ');
  const fields = [
    ...[
      item.title,
      item.summary?.value ?? '',
      item.dateline?.value ?? '',
      item.embargo?.text ?? '',
    ],
    ...[...item.authors.map(({ value }) => value), ...sources.flatMap(agencyNames), dates],
  ];
  const kept = new Set([...fields, ...item.paragraphs, ...item.leftOut].flatMap(wordsOf));
  const context = { day: filed as Day, language: item.language?.value ?? null };
  const isTimed = /T\d/.test(dates);
  return raw.split('\n').flatMap((line) => {
    if (item.paragraphs.includes(line.trim()) || item.leftOut.includes(line.trim())) return [];
    let rest = line;
    for (const paragraph of item.paragraphs) rest = rest.replace(paragraph, ' ');
    for (const { day, text } of findDays(rest, context))
      if (dates.includes(day)) rest = rest.replace(text, ' ');
    if (isTimed) rest = rest.replace(/\d{1,2}[:.]\d{2}(?::\d{2})?/g, ' ');
    // Scripts without spaces have values within longer words.
    for (const value of [...fields, ...item.paragraphs])
      if (/\p{sc=Han}|\p{sc=Hang}|\p{sc=Thai}/u.test(value)) rest = rest.replaceAll(value, ' ');
    rest = rest.replace(eastAsianLabels, ' ');
    return wordsOf(rest).filter((word) => !kept.has(word) && !labels.has(word));
  });
}

async function read(raw: string, filed: string): Promise<RawItem> {
  const item = await parseRawText(raw, { day: filed as Day, isGiven: true });
  if (item === null) throw new Error('no report');
  return item;
}

const lost = suite('nothing of a report is lost');
for (const name of readdirSync(folder)) {
  const raw = readFileSync(path.join(folder, name), 'utf8').replace(/\r\n/g, '\n');
  const filed = filedOf(name);
  lost(name, async () => assert.equal(missingOf(raw, await read(raw, filed), filed), []));
  lost(`${name}, with a line more`, async () => {
    const lines = raw.split('\n');
    const more = ['Zorvelt Quimbach', 'Zorvelt | Quimbach | 5 January 2019'];
    for (const line of more) {
      for (const at of [1, 2, 4, lines.length]) {
        const text = [...lines.slice(0, at), line, ...lines.slice(at)].join('\n');
        const item = await read(text, filed);
        const missing = missingOf(text, item, filed).filter((word) =>
          /zorvelt|quimbach/.test(word),
        );
        assert.equal(missing, [], `${line} as line ${at + 1}`);
      }
    }
  });
}
lost('the test finds what is lost', async () => {
  const raw = 'A headline of some words\n\nIt rained in the north, the ministry said.';
  const item = await read(raw, '2024-03-03');
  assert.equal(missingOf(`${raw}\n\nA word: zorvelt`, item, '2024-03-03'), ['word', 'zorvelt']);
});

const told = suite('what is told as left out');
const body =
  'The port of Larn was opened again after the storm, the ministry said.\n\nFerries sail.';
for (const [header, parts] of [
  ['21 May 2024 | UN News | Health', ['Health']],
  ['June 19, 2024    13:35    Pyongyang', ['13:35']],
  ['Published 5 January 2024 10:15', ['10:15']],
  ['AFP | 5 January 2024 | Cricket', ['Cricket']],
  ['By Jane Doe, Chief Dreamer of Larn | 5 January 2024', ['Chief', 'Dreamer']],
  ['Source: CNA/Reuters/ec(gr)', ['ec(gr)']],
  ['5 January 2024 | GA/12345 | 3 min read', ['GA/12345', '3 min read']],
  [
    'WRAPUP 2-Storm: the port of Larn opens again\n\nLARN, Jan 5 (Reuters) - It rained.',
    ['WRAPUP 2'],
  ],
] as const) {
  told(header, async () => {
    const item = await read(
      /^WRAPUP/.test(header)
        ? `${header}\n\n${body}`
        : `Ferries sail again after the storm\n\n${header}\n\n${body}`,
      '2024-06-03',
    );
    for (const part of parts)
      assert.ok(item.leftOut.join('\n').includes(part), item.leftOut.join('; '));
  });
}

lost.run();
told.run();
