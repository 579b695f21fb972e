/** A report that is imported again is never a second article, whatever an editor did to the first. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { importItems, type ImportedItem } from '../../src/import/importItems.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';
import type { RawItem } from '../../src/import/rawItem.ts';
import type { Slug } from '../../src/urls/slug.ts';
import { makeContent } from '../support/site.ts';
import { hashTree } from '../support/tree.ts';

const report = `Ferry line over the strait stopped

LARN, Jan 9, 2024 (Reuters) - The ferry line between Larn and Belmora was stopped on Tuesday after a crew
found a crack in the hull, its owner said.

The line carries four thousand people a day, and the next bridge is an hour's drive to the north.

Harbour master Ola Vint said that the ship would be in dock until the end of the month.
`;

async function read(text: string): Promise<RawItem> {
  const item = await parseRawText(text, { day: '2024-02-01' as Day, isGiven: true });
  if (item === null) throw new Error('no report');
  return item;
}

function change(file: string, edit: (text: string) => string): void {
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

/** Moves a file within the content folder; null leaves it. */
function move(content: string, file: string, to: string): void {
  const target = path.join(content, to);
  mkdirSync(path.dirname(target), { recursive: true });
  renameSync(file, target);
}

type Edit = (file: string, content: string) => void;
const replace =
  (from: RegExp | string, to: string): Edit =>
  (file) =>
    change(file, (text) => {
      const changed = text.replace(from, to);
      assert.is.not(changed, text);
      return changed;
    });
const broken = /front matter can’t be read/;
const elsewhere = /lies where no articles are/;
const byText = /though no importedFrom/;

/** What an editor does, and what is told beside "imported before". */
const edits: readonly (readonly [name: string, edit: Edit, doubt: RegExp | null])[] = [
  ['nothing', () => undefined, null],
  ['another title', replace(/^title: .*$/m, 'title: Another headline'), null],
  ['another day', replace(/^date: .*$/m, 'date: 2024-03-05'), null],
  ['another id', replace(/^id: .*$/m, 'id: something-else'), null],
  ['published', replace('status: draft\n', ''), null],
  ['withheld', replace('status: draft', 'status: withheld'), null],
  [
    'another body',
    (file) => change(file, (text) => `${text.split('\n---\n')[0]}\n---\n\nShort.\n`),
    null,
  ],
  [
    'importedFrom in one line, in quotes',
    (file) =>
      change(file, (text) =>
        text.replace(
          /extra:\n {2}importedFrom:\n {4}hash: (.*)\n/,
          'extra: {importedFrom: {"hash": "$1"}}\n',
        ),
      ),
    null,
  ],
  ['renamed', (file, content) => move(content, file, 'articles/2024/2024-01-09-ferry.md'), null],
  [
    'moved to another folder',
    (file, content) => move(content, file, 'articles/old/x/ferry.md'),
    null,
  ],
  ['Windows line ends', (file) => change(file, (text) => text.replaceAll('\n', '\r\n')), null],
  ['a colon in the title', replace(/^title: .*$/m, 'title: Ferry: line stopped'), broken],
  ['a bracket left open', replace(/^title: .*$/m, 'topics: [ports'), broken],
  ['a tab before a key', replace(/^status:/m, '\tstatus:'), broken],
  ['no first line of dashes', replace(/^---\n/, ''), broken],
  ['no second line of dashes', replace(/\n---\n\n/, '\n\n'), broken],
  [
    'marks of a merge',
    replace(/^title: .*$/m, '<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> b'),
    broken,
  ],
  ['an unknown status', replace('status: draft', 'status: publishd'), broken],
  ['a day that is none', replace(/^date: .*$/m, 'date: 2024-13-05'), broken],
  ['importedFrom at the top', replace('extra:\n  importedFrom:', 'importedFrom:'), broken],
  [
    'another encoding',
    (file) => writeFileSync(file, Buffer.from(`\ufeff${readFileSync(file, 'utf8')}`, 'utf16le')),
    broken,
  ],
  [
    'Latin-1',
    (file) => writeFileSync(file, Buffer.from(`${readFileSync(file, 'utf8')}é`, 'latin1')),
    broken,
  ],
  [
    'another extension',
    (file, content) => move(content, file, 'articles/2024/ferry.txt'),
    elsewhere,
  ],
  ['among the pages', (file, content) => move(content, file, 'pages/ferry.md'), elsewhere],
  [
    'in a folder that is none',
    (file, content) => move(content, file, 'drafts/ferry.md'),
    elsewhere,
  ],
  ['no extra', replace(/extra:\n {2}importedFrom:\n {4}hash: .*\n/, ''), byText],
  [
    'no extra, another title and day, a sentence less',
    (file) =>
      change(file, (text) =>
        text
          .replace(/extra:\n {2}importedFrom:\n {4}hash: .*\n/, '')
          .replace(/^title: .*$/m, 'title: Strait without a ferry')
          .replace(/^date: .*$/m, 'date: 2024-01-12')
          .replace(', its owner said', ''),
      ),
    byText,
  ],
  [
    'no extra, and half of the text rewritten',
    (file) =>
      change(file, (text) =>
        text
          .replace(/extra:\n {2}importedFrom:\n {4}hash: .*\n/, '')
          .replace(/The line carries[^]*/, 'Nobody knows when it will run again.\n'),
      ),
    byText,
  ],
];

const test = suite('importing again, after an editor');

for (const [name, edit, doubt] of edits) {
  test(name, async () => {
    const content = makeContent({});
    const item = await read(report);
    const file = fileOf(importItems(content, [item], []).items[0], content);
    edit(file, content);
    const before = hashTree(content);
    const [again] = importItems(content, [item], []).items;
    assert.is(again?.kind, 'known');
    assert.is(hashTree(content), before);
    if (again?.kind !== 'known') return;
    if (doubt === null) assert.is(again.doubt, null);
    else assert.match(again.doubt ?? '', doubt);
  });
}

function fileOf(imported: ImportedItem | undefined, content: string): string {
  if (imported?.kind !== 'written') throw new Error('not written');
  return path.join(content, imported.draft.relative);
}

/** What is another report, though it is like the first. */
const others: readonly (readonly [name: string, text: string])[] = [
  ['corrected', report.replace('four thousand', 'five thousand')],
  ['longer', `${report}\nThe mayor of Belmora asked for a second ship.\n`],
  ['of another day', report.replace('Jan 9', 'Jan 10')],
  ['of another agency', report.replace('Reuters', 'AFP')],
];

for (const [name, text] of others) {
  test(`a report that is ${name} is a draft of its own, which is told to be like the first`, async () => {
    const content = makeContent({});
    const first = fileOf(importItems(content, [await read(report)], []).items[0], content);
    const [again] = importItems(content, [await read(text)], []).items;
    if (again?.kind !== 'written') throw new Error('not written');
    assert.is(again.draft.similar[0]?.kind, 'duplicate');
    assert.is(again.draft.similar[0]?.item.entry.file, first);
  });
}

test('a draft that was thrown away can be imported anew', async () => {
  const content = makeContent({});
  const item = await read(report);
  rmSync(fileOf(importItems(content, [item], []).items[0], content));
  assert.is(importItems(content, [item], []).items[0]?.kind, 'written');
});

test('two reports of one run are told to be alike', async () => {
  const content = makeContent({});
  const items = [await read(report), await read(report.replace('Reuters', 'AFP'))];
  const [first, second] = importItems(content, items, []).items;
  if (second?.kind !== 'written') throw new Error('not written');
  assert.equal(
    second.draft.similar.map(({ kind, item }) => [kind, item.entry.file]),
    [['duplicate', fileOf(first, content)]],
  );
});

test('an item of another site is known by its entry, though its file is broken', async () => {
  const id = 'tag:theirs.example,2024-01-09:2024-01-09-ferry';
  const content = makeContent({
    'articles/2024-01-09-ferry.md': `---\ntitle: Ferry: stopped\nid: ${id}\n---\nOther words.\n`,
  });
  const none = { topics: [], actors: [], story: null, front: {} };
  const origin = { id, slug: 'ferry' as Slug, day: '2024-01-09', ...none };
  const [imported] = importItems(content, [{ ...(await read(report)), origin }], []).items;
  assert.is(imported?.kind, 'known');
});

test('a body that tells of an import is none', async () => {
  const text = `---\ntitle: [\n---\nextra has importedFrom\nhash: ${(await read(report)).hash}\n`;
  const content = makeContent({ 'articles/2024-01-01-broken.md': text });
  assert.is(importItems(content, [await read(report)], []).items[0]?.kind, 'written');
});

test.run();
