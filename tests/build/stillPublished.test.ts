/** A build that stops says which items the output still shows though content withholds them. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { edit } from '../support/build.ts';
import { runCli, type CliResult } from '../support/cli.ts';
import { articleFile, makeContent, makeFolder, siteYaml, writeFiles } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const test = suite('what is still published when a build stops');

const file = 'articles/2024-01-05-أخبار.md';
const address = '/2024/01/05/أخبار/';
const source = makeContent({
  'site.yaml': siteYaml('search: true\nexports: [json, sqlite]\nprecompress: [gzip, br]\n'),
  [file]: articleFile('title: A\ndate: 2024-01-05\nid: a', 'Words. '.repeat(400)),
  'articles/2024-01-06-b.md': articleFile('title: B\ndate: 2024-01-06'),
});

/** Everything is built in one folder, as the cache is of one. */
const folder = makeFolder();
const content = path.join(folder, 'content');
const output = path.join(folder, '_site');

function build(...args: readonly string[]): CliResult {
  const command = ['build', '--content', 'content', '--output', '_site'];
  return runCli([...command, '--now', '2024-06-01T00:00:00Z', ...args], { cwd: folder });
}

function restore(): void {
  rmSync(content, { recursive: true, force: true });
  cpSync(source, content, { recursive: true });
}

/** Builds the site, after the last one that was built, with a change and an error elsewhere. */
function buildChanged(made: (content: string) => void, ...args: readonly string[]): CliResult {
  restore();
  made(content);
  writeFiles(content, { 'articles/bad.md': 'no front matter' });
  return build(...args);
}

test.before(() => {
  restore();
  assert.is(build().status, 0);
});

function toldBy({
  stderr,
}: CliResult): readonly { readonly file: string; readonly message: string }[] {
  return stderr
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { code: string; file: string; message: string })
    .filter(({ code }) => code === 'still-published');
}

/** Files of the output in which the item's address stands, counted another way. */
function countShowing(): number {
  const escaped = encodeURI(address);
  return listFiles(output).filter((name) => {
    const bytes = readFileSync(path.join(output, name));
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = (
      name.endsWith('.br') ? brotliDecompressSync(bytes) : isGzip ? gunzipSync(bytes) : bytes
    ).toString();
    return `/${name}`.startsWith(address) || text.includes(escaped) || text.includes(address);
  }).length;
}

const changes: readonly (readonly [what: string, made: (content: string) => void, why: string])[] =
  [
    [
      'withheld',
      (content) => edit(content, file, 'id: a', 'id: a\nstatus: withheld'),
      'withheld now',
    ],
    ['a draft', (content) => edit(content, file, 'id: a', 'id: a\nstatus: draft'), 'draft now'],
    [
      'canceled',
      (content) => edit(content, file, 'id: a', 'id: a\nstatus: canceled'),
      'canceled now',
    ],
    [
      'embargoed',
      (content) => edit(content, file, 'id: a', "id: a\nembargoed: '2099-01-01T00:00:00Z'"),
      'embargoed now',
    ],
    ['too red', (content) => edit(content, file, 'id: a', 'id: a\ntlp: red'), 'TLP:RED now'],
    ['gone', (content) => rmSync(path.join(content, file)), 'this file is gone'],
    [
      'withheld and moved at once',
      (content) => edit(content, file, /date: 2024-01-05/, 'date: 2024-01-07\nstatus: withheld'),
      'withheld now',
    ],
  ];
for (const [what, made, why] of changes) {
  test(`an item that is ${what}`, () => {
    const result = buildChanged(made, '--json');
    assert.is(result.status, 1, result.stderr);
    const told = toldBy(result);
    assert.is(told.length, 1, result.stderr);
    assert.is(told[0]!.file, `content/${file}`);
    assert.match(told[0]!.message, why);
    assert.match(told[0]!.message, `_site${address}index.html`);
    const count = countShowing();
    assert.ok(count > 15, String(count));
    assert.match(told[0]!.message, `and ${count - 1} more published files`);
  });
}

test('text says the same, below the errors', () => {
  const { stderr, stdout } = buildChanged(changes[0]![1]);
  assert.match(
    stderr,
    /error no-front-matter[^]*warning still-published this item is withheld now/,
  );
  assert.match(stdout, 'nothing was built');
});

/** What is not told. */
const quiet: readonly (readonly [what: string, made: (content: string) => void])[] = [
  ['nothing was withheld', () => undefined],
  [
    'a draft that was never published',
    (content) =>
      writeFiles(content, {
        'articles/new.md': articleFile('title: N\ndate: 2024-01-05\nstatus: draft'),
      }),
  ],
  [
    'an item that moved to another file',
    (content) => {
      const text = readFileSync(path.join(content, file), 'utf8');
      rmSync(path.join(content, file));
      mkdirSync(path.join(content, 'articles/in'));
      writeFileSync(
        path.join(content, 'articles/in/2024-01-05-c.md'),
        text.replace('title: A', 'title: C'),
      );
    },
  ],
];
for (const [what, made] of quiet) {
  test(`not told: ${what}`, () => {
    const result = buildChanged(made, '--json');
    assert.is(result.status, 1);
    assert.equal(toldBy(result), []);
  });
}

test('a layout that fails stops a build too', () => {
  restore();
  changes[0]![1](content);
  writeFiles(folder, { 'layouts/article.vto': '{{ view.nothing.at.all }}' });
  const { status, stderr } = build();
  rmSync(path.join(folder, 'layouts'), { recursive: true });
  assert.is(status, 2, stderr);
  assert.match(
    stderr,
    `content/${file}: this item is withheld now, and the last build still shows it`,
  );
});

test('without errors the item leaves, also where it is too red and no ledger knows it', () => {
  restore();
  changes.find(([what]) => what === 'too red')![1](content);
  const { status, stderr } = build();
  assert.is(status, 0, stderr);
  assert.match(stderr, 'warning published-above-tlp-ceiling');
  assert.is(countShowing(), 0);
});

test.run();
