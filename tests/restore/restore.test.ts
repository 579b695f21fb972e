/** Export → restore → build gives the bytes of the first build. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseExport } from '../../src/restore/parseExport.ts';
import { buildContent, loadContent, sampleContent, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { exportFiles, exportText, secret } from '../support/exports.ts';
import { articleFile, makeContent, makeFolder, root, siteYaml } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const test = suite('import --restore');

/** Files whose names an address has only escaped. */
const oddNames = ['my map.svg', '100%.svg', 'a%20b.svg', 'quay #1?.svg', 'é.svg', "l'eau (2).svg"];
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
const escapedNames = makeContent({
  'site.yaml': siteYaml(),
  ...Object.fromEntries(oddNames.map((name) => [`assets/${name}`, svg])),
  ...Object.fromEntries(
    oddNames.map((name, index) => [
      `articles/2024-01-05-n${index}.md`,
      articleFile(
        `title: Number ${index}\ndate: 2024-01-05\nimage: {src: "/assets/${encodeURIComponent(name)}", alt: A square}`,
        `![A square](/assets/${encodeURIComponent(name)})`,
      ),
    ]),
  ),
});

const contents = {
  escapedNames,
  made: makeContent(exportFiles),
  sample: sampleContent,
  hard: path.join(root, 'tests/sites/hard/content'),
  arabic: path.join(root, 'tests/sites/arabic/content'),
  zones: path.join(root, 'tests/sites/zones/content'),
  empty: path.join(root, 'tests/sites/empty/content'),
};

for (const [name, content] of Object.entries(contents)) {
  test(`${name}: the restored content gives the same site, byte by byte`, () => {
    const output = buildContent(content);
    const folder = makeFolder();
    const file = path.join(folder, 'site.json');
    const restored = path.join(folder, 'content');
    const exported = ['export', '--format', 'json', '--output', file, '--now', sampleNow];
    assert.is(runCli([...exported, '--content', content]).status, 0);
    const { status, stderr } = runCli([
      ...['import', '--restore', file, '--content', restored],
      ...['--files', output],
    ]);
    assert.equal([status, stderr], [0, '']);
    const again = buildContent(restored);
    assert.equal(listFiles(again), listFiles(output));
    assert.is(hashTree(again), hashTree(output));
  });
}

const made = exportText(loadContent(contents.made), 'json');

function restore(text: string, ...args: readonly string[]): ReturnType<typeof runCli> {
  const file = path.join(makeFolder(), 'site.json');
  writeFileSync(file, text);
  return runCli(['import', '--restore', file, ...args]);
}

test('without the site’s files it says which to copy, and where', () => {
  const content = path.join(makeFolder(), 'content');
  const { status, stderr } = restore(made, '--content', content);
  assert.is(status, 0);
  assert.match(stderr, `/assets/p.svg → ${content}/assets/p.svg`);
  assert.match(stderr, `/CNAME → ${content}/static/CNAME`);
  const texts = listFiles(content).map((file) => readFileSync(path.join(content, file), 'utf8'));
  assert.ok(texts.length > 10);
  for (const text of texts) assert.not.match(text, secret);
});

test('a folder that has something is left as it is', () => {
  const content = makeContent({});
  const before = hashTree(content);
  const { status, stderr } = restore(made, '--content', content);
  assert.is(status, 2);
  assert.match(stderr, 'not empty');
  assert.is(hashTree(content), before);
});

test('a folder that lacks one of the files is refused before anything is written', () => {
  const content = path.join(makeFolder(), 'content');
  const { status, stderr } = restore(made, '--content', content, '--files', makeFolder());
  assert.is(status, 2);
  assert.match(stderr, 'assets/p.svg');
  assert.not(readdirSync(path.dirname(content)).includes('content'));
});

/** The files that the export gives as it is. */
const usualFiles = ((): readonly string[] => {
  const content = path.join(makeFolder(), 'content');
  restore(made, '--content', content);
  return listFiles(content);
})();

const refused: readonly (readonly [what: string, text: string])[] = [
  ['no JSON', '{'],
  ['other JSON', '{}'],
  ['null', 'null'],
  ['another version', made.replace('"version":1', '"version":2')],
  ['a missing list', made.replace('"canceled":', '"gone":')],
  ['a slug that climbs', made.replace('"slug":"full"', '"slug":"../full"')],
  ['a file that climbs', made.replace('"path":"/assets/p.svg"', '"path":"/../p.svg"')],
  ['a page that climbs', made.replace('"path":"deep/page"', '"path":"../page"')],
];

for (const [what, text] of refused) {
  test(`${what} is refused`, () => {
    assert.is.not(text, made);
    assert.is(parseExport(text).kind, 'refused');
  });
}

interface Made {
  articles: Record<string, unknown>[];
  canceled: Record<string, unknown>[];
  topics: Record<string, unknown>[];
  site: Record<string, unknown>;
}

/** What an odd export loses, and what it says of that. */
const odd: readonly (readonly [
  what: string,
  change: (made: Made) => unknown,
  status: number,
  told: readonly RegExp[],
])[] = [
  ['nothing odd', () => undefined, 0, []],
  [
    'two articles of one day and slug',
    ({ articles }) => articles.push({ ...find(articles, 'full'), id: 'other' }),
    2,
    [/article other is not kept: another has the place of its file/],
  ],
  [
    'a canceled article in the place of one that is published',
    ({ articles, canceled }) =>
      canceled.push({
        ...canceled[0],
        id: 'ghost',
        date: find(articles, 'full')['date'],
        slug: 'full',
      }),
    2,
    [/article ghost is not kept/],
  ],
  [
    'articles without a title, with a number, with an unknown field',
    ({ articles }) => {
      const full = find(articles, 'full');
      articles.push({ ...full, id: 'untitled', slug: 'a', title: null });
      articles.push({ ...full, id: 'numbered', slug: 'b', markdown: 7 });
      articles.push({ ...full, id: 'unknown', slug: 'c', colour: 'red' });
    },
    2,
    [
      /article untitled .* title: /,
      /article numbered .* markdown: /,
      /article unknown .* "colour"/,
    ],
  ],
  [
    'entries that are no articles',
    ({ articles }) => articles.push(null as never, 'text' as never, [] as never),
    2,
    [/article articles\.\d+ /, /article articles\.\d+ /, /article articles\.\d+ /],
  ],
  ...['__proto__', 'constructor', 'prototype'].map(
    (key) =>
      [
        `the key ${key}`,
        ({ articles }: Made) =>
          articles.push({
            ...find(articles, 'full'),
            ...{
              id: 'keyed',
              slug: 'keyed',
              extra: JSON.parse(`{"a":[{"${key}":{"x":1}}]}`) as unknown,
            },
          }),
        2,
        [new RegExp(`article keyed is not kept: "${key}" can't be a key`)],
      ] as const,
  ),
  [
    'data that is nested very deep',
    ({ articles }) => {
      let extra: unknown = {};
      for (let depth = 0; depth < 3000; depth++) extra = { a: extra };
      articles.push({ ...find(articles, 'full'), id: 'deep', slug: 'deep', extra });
    },
    2,
    [/article deep is not kept: it is nested/],
  ],
  [
    'a topic that is not there',
    ({ articles }) => (find(articles, 'full')['topics'] = ['nobody-knows']),
    1,
    [/^unknown-topic /],
  ],
  [
    'a moment that is on another day',
    ({ articles }) => (find(articles, '2024-01-06-plain')['time'] = '2024-02-05T10:00:00Z'),
    2,
    [
      /article 2024-01-06-plain is not kept: the content does not give it again as \/2024\/01\/06\/plain\//,
    ],
  ],
  [
    'two articles of one id',
    ({ articles }) => articles.push({ ...find(articles, 'full'), slug: 'second' }),
    1,
    [/^duplicate-id /],
  ],
  [
    'a topic of another shape',
    ({ topics }) => topics.push({ id: 'odd' }),
    2,
    [/topic odd is not kept: url: /],
  ],
  [
    'a name that steers the terminal',
    ({ topics }) => topics.push({ id: 'a\u001b[2J' }),
    2,
    [/a\\u001b\[2J/],
  ],
];

function find(articles: Made['articles'], id: string): Record<string, unknown> {
  const found = articles.find((article) => article['id'] === id);
  if (found === undefined) throw new Error(`there is no article ${id}`);
  return found;
}

for (const [what, change, expected, told] of odd) {
  test(`${what}: status ${expected}, a line for each loss, and all the rest is kept`, () => {
    const document = JSON.parse(made) as Made;
    change(document);
    const content = path.join(makeFolder(), 'content');
    const { status, stdout, stderr } = restore(
      JSON.stringify(document),
      '--content',
      content,
      '--json',
    );
    assert.is(status, expected, stderr);
    const lines = stderr.split('\n').filter(Boolean);
    const problems = lines.map((line) => JSON.parse(line) as { code?: string; message: string });
    const text = problems.map(({ code = '', message }) => `${code} ${message}`).join('\n');
    assert.is(lines.length, told.length, stderr);
    for (const pattern of told) assert.match(text, pattern);
    const { lost } = JSON.parse(stdout) as { lost: unknown[] };
    assert.is(lost.length, expected === 2 ? told.length : 0);
    const usual = new Set(usualFiles);
    assert.equal(
      usualFiles.filter((file) => !listFiles(content).includes(file)),
      [],
    );
    assert.ok(listFiles(content).every((file) => usual.has(file) || file.endsWith('second.md')));
  });
}

test('the control: the export itself is taken', () => {
  assert.is(parseExport(made).kind, 'document');
});

test.run();
