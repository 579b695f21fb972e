/** A folder of reports: what is read, what is passed over, and the table at the end. */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import stringWidth from 'string-width';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ImportError } from '../../src/import/decodeRaw.ts';
import { listReports } from '../../src/import/listReports.ts';
import { runCli, type CliResult } from '../support/cli.ts';
import { makeFolder, siteYaml, writeFiles, type Files } from '../support/site.ts';
import { hashTree } from '../support/tree.ts';

const report = (place: string, what = 'opened again on Tuesday'): string =>
  `The port of ${place} ${what}\n\n${place.toUpperCase()}, Jan 9, 2024 (Reuters) - The port of ${place} ${what} after a storm that lasted for three days, its master Ola Vint said.\n`;

const clipped = `---
title: Harvest of apples
source: https://larn-post.example/harvest
published: 2024-01-12
---

The harvest grew by a fifth, farmers of the valley said on Friday.
`;
const post = (title: string): string =>
  `---\ntitle: ${title}\ndate: 2024-01-05\nlayout: post\n---\n\nThe text of ${title}.\n`;

/** A working folder with a site and reports. */
function makeSite(raw: Files): string {
  const cwd = makeFolder();
  writeFiles(cwd, { 'content/site.yaml': siteYaml() });
  writeFiles(path.join(cwd, 'raw'), raw);
  return cwd;
}

function run(cwd: string, ...args: readonly string[]): CliResult {
  return runCli(['import', ...args, '--date', '2024-02-01'], { cwd });
}

/** The rows of the table, their cells. */
function rowsOf(stdout: string): readonly (readonly string[])[] {
  const lines = stdout.slice(stdout.indexOf('\ninput  ') + 1).split('\n');
  return lines.slice(1, lines.indexOf('')).map((line) => line.split(/ {2,}/));
}

const table = suite('import of a folder');

const mixed: Files = {
  'b.txt': report('Larn'),
  'a.md': `# ${report('Belmora', 'closed')}`,
  'page.html': `<!doctype html><html><head><title>Quay</title></head><body><article><h1>Quay of Sorun is built</h1><p>A quay is built in Sorun, the ministry of the sea said on Monday, and it will have room for six ships.</p><p>It costs a tenth of what the first one did, and is to be ready in May.</p></article></body></html>`,
  'sub/deep/日本 報告.txt': report('Quell', 'burned'),
  'sub/same.txt': `${report('Larn')}\n`,
  'sub/agency.txt': report('Larn').replace('Reuters', 'AFP'),
  'names.csv': 'name,type\nOla Vint,person\n',
  'short.txt': 'One line alone',
  'empty.txt': ' \n',
  '.hidden.txt': report('Hidden'),
  '.git/config': 'x',
  'photo.jpg': '\u00ff\u00d8',
  'style.css': 'a { }',
  'feeds.opml':
    '<opml version="2.0"><body><outline type="rss" xmlUrl="https://feed.example/"/></body></opml>',
};

table('each file is told: drafts, what is known, what is skipped, and last what failed', () => {
  const cwd = makeSite(mixed);
  symlinkSync('b.txt', path.join(cwd, 'raw/link.txt'));
  const { status, stdout, stderr } = run(cwd, 'raw/');
  assert.is(status, 2, stderr);
  assert.equal(
    rowsOf(stdout).map(([input, draft]) => [input, draft]),
    [
      ['raw/a.md', '2024/2024-01-09-the-port-of-belmora-closed.md'],
      ['raw/b.txt', '2024/2024-01-09-the-port-of-larn-opened-again-on-tuesday.md'],
      ['raw/page.html', '2024/2024-01-29-quay-of-sorun-is-built.md'],
      ['raw/sub/agency.txt', '2024/2024-01-09-the-port-of-larn-opened-again-on-tuesday-2.md'],
      ['raw/sub/deep/日本 報告.txt', '2024/2024-01-09-the-port-of-quell-burned.md'],
      ['raw/sub/same.txt', '2024/2024-01-09-the-port-of-larn-opened-again-on-tuesday.md'],
      ['raw/.git', '–'],
      ['raw/.hidden.txt', '–'],
      ['raw/link.txt', '–'],
      ['raw/style.css', '–'],
      ['raw/empty.txt', '–'],
      ['raw/feeds.opml', '–'],
      ['raw/photo.jpg', '–'],
      ['raw/names.csv', '–'],
      ['raw/short.txt', '–'],
    ],
  );
  const told = new Map(rowsOf(stdout).map(([input, , what]) => [input, what ?? '']));
  assert.is(told.get('raw/sub/same.txt'), 'the same as raw/b.txt');
  assert.match(
    told.get('raw/sub/agency.txt') ?? '',
    /^same text as 2024\/2024-01-09-the-port-of-larn-opened-again-on-tuesday\.md/,
  );
  assert.match(told.get('raw/page.html') ?? '', /guessed: date.*no source/);
  assert.is(told.get('raw/.git'), 'skipped: it is hidden');
  assert.is(told.get('raw/link.txt'), 'skipped: it is a link');
  assert.match(told.get('raw/names.csv') ?? '', /^not imported: it is a spreadsheet/);
  assert.match(told.get('raw/short.txt') ?? '', /^not imported: there is no headline/);
  const lines = stdout.trimEnd().split('\n');
  assert.match(
    lines.at(-1) ?? '',
    /^5 drafts \(\d to look at\), 1 the same as another, 7 skipped, 2 not imported$/,
  );
  assert.match(lines.at(-2) ?? '', /^unknown names, with their reports: Ola Vint \(\d\)/);
  // Failures are diagnostics too.
  assert.match(stderr, /^dateline: raw\/names\.csv: it is a spreadsheet/m);
  assert.match(stderr, /^dateline: raw\/short\.txt: /m);
  // What is told of each draft names its file.
  assert.match(stdout, /^ {2}input {7}raw\/sub\/deep\/日本 報告\.txt$/m);
});

table('columns stand below each other, wide letters too, and nothing steers the terminal', () => {
  const { stdout } = run(makeSite({ ...mixed, 'x\u001b[31m.txt': report('Red') }), 'raw');
  assert.not.match(stdout, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  const lines = stdout.slice(stdout.indexOf('\ninput  ') + 1).split('\n');
  const rows = lines.slice(0, lines.indexOf(''));
  const column = stringWidth((rows[0] ?? '').slice(0, (rows[0] ?? '').indexOf('draft in')));
  for (const row of rows.slice(1)) {
    const at = row.search(/(?<= {2})(?:2024\/|–)/);
    assert.is(stringWidth(row.slice(0, at)), column, row);
  }
});

table('a folder that is imported again: all is told, nothing is written, status 0', () => {
  const cwd = makeSite(mixed);
  for (const name of ['names.csv', 'short.txt']) rmSync(path.join(cwd, 'raw', name));
  assert.is(run(cwd, 'raw').status, 0);
  const before = hashTree(path.join(cwd, 'content'));
  const { status, stdout } = run(cwd, 'raw');
  assert.is(status, 0);
  assert.is(hashTree(path.join(cwd, 'content')), before);
  assert.match(stdout, /^0 drafts, 6 imported before, \d skipped$/m);
  // Moved, and by another name, it is the same.
  writeFiles(cwd, { 'other/x.txt': report('Larn') });
  assert.match(run(cwd, 'other').stdout, /^0 drafts, 1 imported before$/m);
  assert.is(hashTree(path.join(cwd, 'content')), before);
});

table('an article with broken front matter is known, and that is told', () => {
  const cwd = makeSite({ 'a.txt': report('Larn'), 'b.txt': report('Quell', 'burned') });
  run(cwd, 'raw');
  const folder = path.join(cwd, 'content/articles/2024');
  const [name = ''] = readdirSync(folder).filter((file) => file.includes('larn'));
  const file = path.join(folder, name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Larn: open'));
  const { status, stdout } = run(cwd, 'raw');
  assert.is(status, 0);
  assert.match(stdout, /^raw\/a\.txt .* imported before; its front matter can’t be read$/m);
  assert.match(stdout, /^raw\/b\.txt .* imported before$/m);
});

table('a corrected report is a draft of its own, beside what it is like', () => {
  const cwd = makeSite({ 'a.txt': report('Larn') });
  run(cwd, 'raw');
  writeFiles(cwd, { 'raw/a.txt': report('Larn').replace('three days', 'four days') });
  const { status, stdout } = run(cwd, 'raw');
  assert.is(status, 0);
  assert.match(rowsOf(stdout)[0]?.[2] ?? '', /^same text as 2024\/2024-01-09-the-port-of-larn/);
});

table('several files end with the table too, one alone does not', () => {
  const cwd = makeSite({ 'a.txt': report('Larn'), 'b.txt': report('Quell', 'burned') });
  const { stdout } = run(cwd, 'raw/a.txt', 'raw/b.txt');
  assert.equal(
    rowsOf(stdout).map(([input]) => input),
    ['raw/a.txt', 'raw/b.txt'],
  );
  assert.not.match(run(cwd, 'raw/a.txt').stdout, 'input');
});

table('--json: a line for each draft, with its input, and the rest on standard error', () => {
  const cwd = makeSite({ 'a.txt': report('Larn'), 'names.csv': 'a,b\n1,2', '.x': '' });
  const { status, stdout, stderr } = run(cwd, 'raw', '--json');
  assert.is(status, 2);
  const lines = stdout.trimEnd().split('\n');
  assert.equal(
    lines.map((line) => (JSON.parse(line) as { readonly input: string }).input),
    ['raw/a.txt'],
  );
  const told = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { severity: string });
  assert.equal(
    told.map(({ severity }) => severity),
    ['note', 'error'],
  );
});

table('each wrong --create is told, and the rest is done', () => {
  const cwd = makeSite({ 'a.txt': report('Larn') });
  const { status, stdout, stderr } = run(
    ...([
      cwd,
      'raw',
      '--create',
      'Ola Wint',
      '--create',
      'Ola Vint',
      '--create',
      'Nobody',
    ] as const),
  );
  assert.is(status, 2);
  assert.match(stdout, /^1 draft/m);
  assert.match(stderr, /--create Ola Wint: .*did you mean Ola Vint\?/);
  assert.match(stderr, /--create Nobody: .*dateline new actor/);
  assert.equal(readdirSync(path.join(cwd, 'content/actors')), ['ola-vint.md']);
});

table.run();

const lists = suite('folders of reports and others');

/** A folder, and why it is refused, or the files that are read. */
const folders: readonly (readonly [
  name: string,
  files: Files,
  found: readonly string[] | RegExp,
])[] = [
  ['reports', { 'a.txt': 'x', 'b/c.html': 'x', 'b/d': 'x' }, ['a.txt', 'b/c.html', 'b/d']],
  [
    'what is hidden and of programs',
    { '.a': '', 'a.txt~': '', 'node_modules/x.txt': '', 'b.txt': 'x' },
    ['b.txt'],
  ],
  [
    'Jekyll',
    { '_config.yml': 'title: A', '_posts/2024-01-05-a.md': post('A') },
    /Jekyll.*--archive/,
  ],
  ['Jekyll without settings', { '_posts/2024-01-05-a.md': post('A'), 'about.md': 'x' }, /Jekyll/],
  ['Hugo', { 'hugo.toml': '', 'content/posts/a.md': post('A') }, /Hugo.*--archive/],
  ['a section of Hugo', { '_index.md': post('All'), 'a.md': post('A') }, /Hugo/],
  ['Eleventy', { '.eleventy.js': '', 'posts/a.md': post('A') }, /Eleventy.*--archive/],
  [
    'posts',
    { 'a.md': post('A'), 'b.md': post('B'), 'c.txt': 'x' },
    /posts with front matter.*--archive/,
  ],
  ['posts of Hugo', { 'a.md': '+++\ntitle = "A"\n+++\n\nText.' }, /posts with front matter/],
  [
    'a post among reports',
    { 'a.md': post('A'), 'b.txt': 'x', 'c.txt': 'x' },
    ['a.md', 'b.txt', 'c.txt'],
  ],
  ['clipped pages', { 'a.md': clipped, 'b.md': clipped }, ['a.md', 'b.md']],
  ['reports between lines', { 'a.md': '---\nPort opens\n---\n\nIt did.' }, ['a.md']],
  ['nothing', {}, /no file/],
  ['hidden files alone', { '.a': '' }, /no file/],
];

for (const [name, files, found] of folders) {
  lists(name, () => {
    const root = makeFolder();
    writeFiles(root, files);
    if (found instanceof RegExp) {
      assert.throws(
        () => listReports(root, null),
        (error: unknown) => error instanceof ImportError && found.test(error.message),
      );
    } else {
      assert.equal(
        listReports(root, null).files.map((file) => path.relative(root, file)),
        found,
      );
    }
  });
}

for (const [folder, content] of [
  ['.', 'content'],
  ['content', 'content'],
  ['content/articles', 'content'],
  ['content/../content', 'content'],
] as const) {
  lists(`${folder} is no folder of reports for ${content}`, () => {
    const cwd = makeSite({});
    mkdirSync(path.join(cwd, 'content/articles'));
    const { status, stderr } = run(cwd, folder);
    assert.is(status, 2);
    assert.match(stderr, 'overlap: keep reports apart');
  });
}

lists('a folder that is not there is told as a file is', () => {
  const cwd = makeSite({});
  rmSync(path.join(cwd, 'raw'), { recursive: true, force: true });
  const { status, stderr } = run(cwd, 'raw/');
  assert.is(status, 2);
  assert.match(stderr, 'raw/: there is no such file');
});

lists.run();
