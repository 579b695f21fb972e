/** Raw articles in the styles of agencies, all made up, and the drafts that they give. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { importItems } from '../../src/import/importItems.ts';
import { parseRawText } from '../../src/import/parseRawText.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import { runCli } from '../support/cli.ts';
import { makeContent, makeFolder, root, siteYaml, testNow } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';
import { copyContent, filedOf, importOne, readRaw } from './rawArticles.ts';

const folder = path.join(root, 'tests/import');
const raws = readdirSync(path.join(folder, 'raw')).sort();

const golden = suite('drafts of raw articles');

for (const name of raws) {
  golden(name, async () => {
    const { content, file, text } = importOne(await readRaw(name, filedOf(name)));
    const expected = path.join(folder, 'expected', name.replace(/\.txt$/, '.md'));
    const whole = `<!-- ${path.relative(content, file)} -->\n${text}`;
    if (process.env['UPDATE'] === '1') writeFileSync(expected, whole);
    assert.is(whole, existsSync(expected) ? readFileSync(expected, 'utf8') : '');
    const { site, diagnostics } = loadSite({ content, now: testNow, drafts: false });
    assert.equal(
      diagnostics.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.is(site?.articles.length, 2, 'a draft is not published');
  });
}

golden('there are at least twelve, and no draft without a raw article', () => {
  assert.ok(raws.length >= 12);
  assert.equal(
    readdirSync(path.join(folder, 'expected')).sort(),
    raws.map((name) => name.replace(/\.txt$/, '.md')).sort(),
  );
});

golden('a year that the weekday tells is found from any later day of filing', async () => {
  const text =
    'A made-up headline\n\nSORUN: It rained, officials said on Friday (Jan 5).\n\nSource: CNA';
  const day = '2026-11-25' as Day;
  const item = await parseRawText(text, { day, isGiven: false });
  assert.is(item?.date.value, '2024-01-05');
  assert.ok(item?.date.guess);
});

golden('a weekday in the first paragraph tells the year of a dateline', async () => {
  const text = 'A made-up headline\n\nSORUN, Jan 25 (AFP) - It rained, officials said on Thursday.';
  const item = await parseRawText(text, { day: '2026-11-25' as Day, isGiven: true });
  assert.is(item?.date.value, '2024-01-25');
  assert.ok(item?.date.guess);
});

golden('a standfirst stands above captions, by-line and date', async () => {
  const lines = [
    'Arcania ends a dispute over squid',
    'The deal sets quotas for both fleets.',
    'Boats in the harbour of Larn, seen from the hill',
    'By Jane Doe',
    'Published On 22 Feb 2024',
    'Arcania has ended a dispute over squid, its government said.',
    'Source: Al Jazeera and news agencies',
  ];
  const day = '2024-03-03' as Day;
  const item = await parseRawText(lines.join('\n'), { day, isGiven: true });
  assert.is(item?.summary?.value, lines[1]);
  assert.equal(item?.paragraphs, [lines[5]]);
  assert.ok(item?.leftOut.includes(lines[2] ?? ''));
  assert.equal(item?.sources, [
    { name: 'Al Jazeera', url: null, published: '2024-02-22', guess: null },
  ]);
});

golden('a paragraph above a date in another script is no standfirst', async () => {
  const text =
    '拉恩港因暴风雨关闭三天\n港务局说，港口已关闭。\n目前没有人员伤亡报告。\n2024年3月2日';
  const day = '2024-03-03' as Day;
  const item = await parseRawText(text, { day, isGiven: true });
  assert.is(item?.summary, null);
  assert.match(item?.body ?? '', /^港务局说/);
});

golden('the headline of an alert stands below who issues it', async () => {
  const lines = [
    'ARCANIA CYBER SECURITY CENTRE',
    'Alert AL24-007',
    'Exploitation of a flaw in terminals of ports',
    'Date: 19 February 2024',
    'The Centre is aware of attacks on terminals.',
  ];
  const day = '2024-03-03' as Day;
  const item = await parseRawText(lines.join('\n'), { day, isGiven: true });
  assert.is(item?.title, lines[2]);
  assert.is(item?.date.value, '2024-02-19');
  assert.is(item?.sources[0]?.name, lines[0]);
  assert.ok(item?.sources[0]?.guess);
});

golden.run();

const again = suite('importing again');

again(
  'writes nothing twice, whatever the spaces, and leaves an edited draft as it is',
  async () => {
    const { content, file } = importOne(await readRaw('cna.txt'));
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Edited'));
    const before = hashTree(content);
    const spaced = readFileSync(path.join(folder, 'raw/cna.txt'), 'utf8').replaceAll('\n', '\r\n ');
    const other = await parseRawText(spaced, { day: '2024-03-04' as Day, isGiven: true });
    const { items } = importItems(
      content,
      [await readRaw('cna.txt'), other ?? (await readRaw('ap.txt'))],
      [],
    );
    assert.equal(
      items.map(({ kind }) => kind),
      ['known', 'known'],
    );
    assert.is(hashTree(content), before);
  },
);

again('two reports of one headline and day have two files', async () => {
  const item = await readRaw('plain.txt');
  const content = copyContent();
  const { items } = importItems(content, [item, { ...item, hash: 'other' }], []);
  const files = items.map((each) => (each.kind === 'written' ? each.draft.relative : each.kind));
  assert.is(new Set(files).size, 2);
  assert.match(files[1] ?? '', /-2\.md$/);
});

again('a file that stands in the way is not overwritten', async () => {
  const item = await readRaw('plain.txt');
  const content = copyContent();
  const place = 'articles/2024/2024-03-03-a-headline-with-nothing-else-to-go-by.md';
  writeFileSync(path.join(content, place), 'not an article');
  importItems(content, [item], []);
  assert.is(readFileSync(path.join(content, place), 'utf8'), 'not an article');
  assert.ok(existsSync(path.join(content, place.replace('.md', '-2.md'))));
});

again.run();

const create = suite('--create');

create('makes an actor of an unknown name, and the draft has it', async () => {
  const content = copyContent();
  const item = await readRaw('cna.txt');
  const { items, created } = importItems(content, [item], ['Han Orin']);
  assert.equal(created, ['actors/han-orin.md']);
  const [imported] = items;
  const actors = imported?.kind === 'written' ? imported.draft.actors : [];
  assert.ok(actors.some(({ value }) => value.id === 'han-orin' && value.speaks === 'said'));
  const { diagnostics } = loadSite({ content, now: testNow, drafts: true });
  assert.equal(diagnostics, []);
});

create('each wrong name is told with its cure, and stops nothing else', async () => {
  const content = copyContent();
  writeFileSync(path.join(content, 'actors/larn-port.md'), '---\nname: [\n---\n');
  const item = {
    ...(await readRaw('cna.txt')),
    paragraphs: ['Larn Port said so.', 'Han Orin did not.'],
  };
  const names = ['Hans Orin', 'Nobody At All', 'Han Orin', 'Larn Port', 'HAN ORIN'];
  const { items, created, refused } = importItems(content, [item], names);
  assert.is(items[0]?.kind, 'written');
  assert.equal(created, ['actors/han-orin.md']);
  assert.equal(
    refused.map((message) => message.replace(content, 'content')),
    [
      '--create Hans Orin: that is no unknown name of the text; did you mean Han Orin?',
      '--create Nobody At All: that is no unknown name of the text; dateline new actor makes one',
      '--create Larn Port: content/actors/larn-port.md is there already and has no such name; dateline check may say why',
    ],
  );
});

create('works for a report that was imported before, and leaves its draft as it is', async () => {
  const item = await readRaw('cna.txt');
  const { content, file, text } = importOne(item);
  const offered = importItems(content, [item], []).items;
  const names = offered.flatMap((each) =>
    each.kind === 'known' ? each.candidates.map(({ name }) => name) : [],
  );
  assert.ok(names.includes('Han Orin'), names.join());
  const { items, created } = importItems(content, [item], ['Han Orin']);
  assert.is(items[0]?.kind, 'known');
  assert.equal(created, ['actors/han-orin.md']);
  assert.ok(existsSync(path.join(content, 'actors/han-orin.md')));
  assert.is(readFileSync(file, 'utf8'), text);
  assert.equal(importItems(content, [item], ['Han Orin']).created, []);
});

create.run();

const command = suite('dateline import');

command('--json: one object a draft', () => {
  const content = copyContent();
  const files = ['cna.txt', 'ap.txt'].map((name) => path.join(folder, 'raw', name));
  const args = ['import', '--content', content, '--json', '--date', '2024-03-03', ...files];
  const { status, stdout, stderr } = runCli(args);
  assert.is(status, 0, stderr);
  const drafts = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; file: string; date: { value: string } });
  assert.equal(
    drafts.map(({ kind, date }) => [kind, date.value]),
    [
      ['written', '2024-01-05'],
      ['written', '2024-02-27'],
    ],
  );
  for (const { file } of drafts) assert.ok(existsSync(file));
});

command('what is no text is refused, and nothing is written', () => {
  const content = copyContent();
  const cwd = makeFolder();
  const before = hashTree(content);
  const binary = path.join(makeFolder(), 'binary');
  writeFileSync(binary, new Uint8Array([1, 0, 2, 0]));
  const large = path.join(makeFolder(), 'large');
  writeFileSync(large, 'word '.repeat(300_000));
  const empty = path.join(makeFolder(), 'empty');
  writeFileSync(empty, '\n\n');
  for (const [file, message] of [
    [binary, /no text/],
    [large, /1 MiB/],
    [empty, /headline/],
    ['/nowhere/at/all', /there is no such file/],
  ] as const) {
    const { status, stderr } = runCli(['import', '--content', content, file], { cwd });
    assert.is(status, 2, stderr);
    assert.match(stderr, message);
  }
  assert.is(hashTree(content), before);
  assert.equal(listFiles(cwd), []);
});

command('without --date a report is of this day in the site’s zone', () => {
  // No two zones are further apart: whatever the time, their days differ.
  const days = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) => {
    const content = makeContent({ 'site.yaml': siteYaml().replace('zone: UTC', `zone: ${zone}`) });
    const today = (): string => new Intl.DateTimeFormat('sv', { timeZone: zone }).format();
    const before = today();
    const args = ['import', '--json', '--content', content, path.join(folder, 'raw/plain.txt')];
    const { stdout } = runCli(args, { cwd: makeFolder() });
    const { date } = JSON.parse(stdout) as { date: { value: string; guess: string | null } };
    assert.ok([before, today()].includes(date.value), `${zone}: ${date.value}`);
    assert.ok(date.guess);
    return date.value;
  });
  assert.is(new Set(days).size, 2);
});

command.run();
