/** What was published stays, moves with a redirect, or is reported with its cure. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { copySample, edit, readOutput, rebuild, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import {
  articleFile,
  load,
  makeContent,
  makeFolder,
  siteYaml,
  type Files,
} from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const test = suite('the ledger');

const before: Files = {
  'articles/2023-05-01-old.md': articleFile('title: O\ndate: 2023-05-01\nactors: [ann]'),
  'articles/2024-01-05-one.md': articleFile('title: A\ndate: 2024-01-05\nactors: [ann, bo]'),
  'articles/2024-01-05-two.md': articleFile(
    'title: B\ndate: 2024-01-05\nid: 2024-01-05-two\nsources: [KCNA]\nredirectFrom: [/former/]',
  ),
  'actors/ann.md': articleFile('name: Ann\ntype: person'),
  'actors/bo.md': articleFile('name: Bo\ntype: person'),
  'actors/unnamed.md': articleFile('name: Never named\ntype: person'),
  'stories/s.md': articleFile('name: S'),
  'topics/war.md': articleFile('name: War'),
  'pages/about.md': articleFile('title: About'),
};

const ledger = writeLedger(before);

function writeLedger(files: Files): string {
  const content = makeContent(files);
  const { status, stderr } = runCli(['ledger', '--update', '--content', content]);
  assert.is(status, 0, stderr);
  return readFileSync(path.join(content, 'ledger.tsv'), 'utf8');
}

/** The site after a change: files replaced, or (null) gone. */
function change(changes: Readonly<Record<string, string | null>>): Files {
  const files: Record<string, string | Uint8Array> = { ...before, 'ledger.tsv': ledger };
  for (const [file, text] of Object.entries(changes)) {
    assert.ok(text !== null || Object.hasOwn(files, file), `${file} is not there`);
    if (text === null) Reflect.deleteProperty(files, file);
    else files[file] = text;
  }
  return files;
}

/** Code, the ledger's line, hint. */
function problemsOf(files: Files): readonly (readonly [string, string, string | null])[] {
  const lines = String(files['ledger.tsv']).split('\n');
  return load(files)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, file, line, hint }) => {
      assert.match(file, /^content\/ledger\.tsv$/);
      return [
        code,
        lines[line - 1]!,
        hint?.replace(/ \S*(?=content\/articles)/, ' ') ?? null,
      ] as const;
    });
}

const tag = (day: string, id: string): string => `tag:test.example,${day}:${id}`;

/** What is changed, the line that is reported, what the hint says, and the change that mends it. */
interface Loss {
  readonly name: string;
  readonly change: Readonly<Record<string, string | null>>;
  readonly lost: readonly string[];
  readonly hint: string;
  readonly cure: Readonly<Record<string, string | null>>;
}

const one = `/2024/01/05/one/\t${tag('2024-01-05', '2024-01-05-one')}`;
const two = `/2024/01/05/two/\t${tag('2024-01-05', '2024-01-05-two')}`;
const renamed = (more: string): string =>
  articleFile(`title: B\ndate: 2024-01-05\nid: 2024-01-05-two\nsources: [KCNA]\n${more}`);
const losses: readonly Loss[] = [
  {
    name: 'an item was removed',
    change: { 'articles/2024-01-05-one.md': null },
    lost: [one],
    hint: 'status: canceled',
    cure: {
      'articles/2024-01-05-one.md': articleFile('title: A\ndate: 2024-01-05\nstatus: canceled'),
    },
  },
  {
    name: 'an item was merged into another',
    change: { 'articles/2024-01-05-one.md': null },
    lost: [one],
    hint: 'redirectFrom: [/2024/01/05/one/]',
    cure: {
      'articles/2024-01-05-one.md': null,
      'articles/2024-01-05-two.md': renamed('redirectFrom: [/former/, /2024/01/05/one/]'),
    },
  },
  {
    name: 'a file with an id was renamed: the hint names it',
    change: {
      'articles/2024-01-05-two.md': null,
      'articles/2024-01-05-three.md': renamed('redirectFrom: [/former/]'),
    },
    lost: [two],
    hint: 'write `redirectFrom: [/2024/01/05/two/]` in content/articles/2024-01-05-three.md',
    cure: { 'articles/2024-01-05-three.md': renamed('redirectFrom: [/former/, /2024/01/05/two/]') },
  },
  {
    name: 'an item moved to another day without its id',
    change: {
      'articles/2024-01-05-one.md': null,
      'articles/2024-01-06-one.md': articleFile(
        'title: A\ndate: 2024-01-06\nredirectFrom: [/2024/01/05/one/]',
      ),
    },
    lost: [one],
    hint: `write \`id: ${tag('2024-01-05', '2024-01-05-one')}\` in content/articles/2024-01-06-one.md`,
    cure: {
      'articles/2024-01-06-one.md': articleFile(
        `title: A\ndate: 2024-01-06\nid: "${tag('2024-01-05', '2024-01-05-one')}"\nredirectFrom: [/2024/01/05/one/]`,
      ),
    },
  },
  {
    name: 'an id was changed',
    change: {
      'articles/2024-01-05-one.md': articleFile('title: A\ndate: 2024-01-05\nid: other'),
    },
    lost: [one],
    hint: 'write `id: 2024-01-05-one` in content/articles/2024-01-05-one.md',
    cure: {
      'articles/2024-01-05-one.md': articleFile('title: A\ndate: 2024-01-05\nid: 2024-01-05-one'),
    },
  },
  {
    name: 'the authority was changed: one problem for all entries',
    change: { 'site.yaml': siteYaml().replace('authority: test', 'authority: new') },
    lost: [`/2023/05/01/\t${tag('2023-05-01', 'briefing')}`],
    hint: 'authority: test.example',
    cure: { 'site.yaml': siteYaml() },
  },
  {
    name: 'the last item of a day was removed',
    change: { 'articles/2023-05-01-old.md': null },
    lost: [
      `/2023/05/01/\t${tag('2023-05-01', 'briefing')}`,
      `/2023/05/01/old/\t${tag('2023-05-01', '2023-05-01-old')}`,
    ],
    hint: 'briefings/2023-05-01.md',
    cure: {
      'articles/2023-05-01-old.md': articleFile('title: O\ndate: 2023-05-01\nstatus: canceled'),
      'briefings/2023-05-01.md': articleFile('date: 2023-05-01', 'Nothing.'),
    },
  },
  {
    name: 'an actor was removed: one problem, not one for each year and feed',
    change: {
      'actors/bo.md': null,
      'articles/2024-01-05-one.md': articleFile('title: A\ndate: 2024-01-05'),
    },
    lost: ['/actors/bo/'],
    hint: 'mergedInto',
    cure: { 'actors/bo.md': articleFile('name: Bo\ntype: person\nmergedInto: ann') },
  },
  {
    name: 'a topic was renamed: the hint names the nearest',
    change: { 'topics/war.md': null, 'topics/wars.md': articleFile('name: Wars') },
    lost: ['/topics/war/'],
    hint: 'in topics/wars.md',
    cure: { 'topics/wars.md': articleFile('name: Wars\nredirectFrom: [/topics/war/]') },
  },
  {
    name: 'a story was removed',
    change: { 'stories/s.md': null },
    lost: ['/stories/s/'],
    hint: 'redirectFrom: [/stories/s/]',
    cure: {
      'pages/about.md': articleFile(
        'title: About\nredirectFrom: [/stories/s/, /stories/s/feed.xml, /stories/s/atom.xml, /stories/s/feed.json]',
      ),
    },
  },
  {
    name: 'a page was renamed',
    change: { 'pages/about.md': null, 'pages/us.md': articleFile('title: Us') },
    lost: ['/about/'],
    hint: 'redirectFrom: [/about/]',
    cure: { 'pages/us.md': articleFile('title: Us\nredirectFrom: [/about]') },
  },
  {
    name: 'a redirect was removed',
    change: { 'articles/2024-01-05-two.md': renamed('') },
    lost: ['/former/'],
    hint: 'redirectFrom: [/former/]',
    cure: { 'articles/2024-01-05-two.md': renamed('redirectFrom: [/former/]') },
  },
];

for (const { name, change: made, lost, hint, cure } of losses) {
  test(name, () => {
    const problems = problemsOf(change(made));
    assert.equal(
      problems.map(([, line]) => line),
      lost,
    );
    assert.ok(
      problems.some(([, , said]) => said?.includes(hint)),
      JSON.stringify(problems),
    );
    assert.equal(problemsOf(change({ ...made, ...cure })), []);
  });
}

test('a line that was removed is forgotten', () => {
  const files = change({ 'pages/about.md': null });
  assert.is(problemsOf(files).length, 1);
  assert.equal(problemsOf({ ...files, 'ledger.tsv': ledger.replace('/about/\n', '') }), []);
});

test('a merge of two branches, unsorted, with lines twice and Windows line ends', () => {
  const text = `${ledger}${ledger.split('\n').reverse().join('\n')}`.replaceAll('\n', '\r\n');
  assert.equal(problemsOf(change({ 'ledger.tsv': text })), []);
});

test('another address of the site, or another base path, changes nothing', () => {
  const yaml = siteYaml().replace('https://test.example/', 'https://other.example/below/');
  assert.equal(problemsOf(change({ 'site.yaml': yaml })), []);
});

test('pages that come and go with their items lead to the page above', () => {
  const files = change({
    'articles/2023-05-01-old.md': articleFile('title: O\ndate: 2023-05-01\nstatus: canceled'),
    'articles/2024-01-05-two.md': articleFile(
      'title: B\ndate: 2024-01-05\nid: 2024-01-05-two\nredirectFrom: [/former/, /2023/05/01/]',
    ),
    'actors/ann.md': articleFile('name: Ann\ntype: person\nmergedInto: bo'),
  });
  const { site, diagnostics } = load(files);
  assert.equal(diagnostics, []);
  assert.equal(
    site!.redirects
      .filter(({ from }) => !/feed\.|atom\./.test(from))
      .map(({ from, to }) => `${from} → ${to}`),
    [
      '/2023/ → /archive/',
      '/2023/05/ → /archive/',
      '/2023/05/01/ → /2024/01/05/two/',
      '/2023/w18/ → /archive/',
      '/actors/ann/ → /actors/bo/',
      '/actors/ann/2023/ → /actors/bo/',
      '/actors/ann/2024/ → /actors/bo/2024/',
      '/former/ → /2024/01/05/two/',
      '/network/2024/ → /network/',
      '/sources/kcna/ → /sources/',
      '/sources/kcna/2024/ → /sources/',
    ],
  );
});

test('a file that failed does not make its address lost', () => {
  const codes = load(change({ 'pages/about.md': articleFile('titel: About') })).diagnostics;
  assert.equal(
    codes.map(({ code }) => code),
    ['missing-key', 'unknown-key'],
  );
});

test.run();

const command = suite('dateline ledger');

const content = copySample();
const file = path.join(content, 'ledger.tsv');
const listPages = (output: string): readonly string[] =>
  listFiles(output).filter((name) =>
    /\.html$|(?:^|\/)(?:feed|atom)\.(?:xml|json)$|\.opml$/.test(name),
  );
const articles = listFiles(path.join(content, 'articles')).map((name) => `articles/${name}`);
const articlesWith = (text: RegExp): readonly string[] =>
  articles.filter((name) => text.test(readFileSync(path.join(content, name), 'utf8')));
const run = (
  ...args: readonly string[]
): { readonly status: number | null; readonly stdout: string } => {
  const { status, stdout, stderr } = runCli([
    'ledger',
    '--content',
    content,
    '--now',
    sampleNow,
    ...args,
  ]);
  assert.is(stderr, '');
  return { status, stdout };
};

command('shows what it would write, and writes nothing', () => {
  const { status, stdout } = run();
  assert.is(status, 0);
  assert.match(stdout, '0 lines');
  assert.match(stdout, '\n+ /2024/01/01/\ttag:dateline.example,2024-01-01:briefing\n');
  assert.not(existsSync(file));
});

command('--update writes it, sorted, and once more changes nothing', () => {
  assert.is(run('--update').status, 0);
  const text = readFileSync(file, 'utf8');
  const lines = text.trimEnd().split('\n');
  assert.equal(lines, [...new Set(lines)].sort());
  assert.match(run('--update').stdout, 'nothing new');
  assert.is(readFileSync(file, 'utf8'), text);
});

command('has every page and feed of the output, and every entry', () => {
  const text = readFileSync(file, 'utf8');
  const paths = new Set(text.split('\n').map((line) => line.split('\t')[0]));
  const output = path.join(makeFolder(), '_site');
  rebuild(content, output);
  const unlisted = new Set(['404.html', 'search/index.html', 'sitemap.xml']);
  for (const name of listPages(output)) {
    if (unlisted.has(name)) continue;
    const address = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
    assert.ok(paths.has(address), address);
  }
  const ids = new Set(text.split('\n').flatMap((line) => line.split('\t')[1] ?? []));
  for (const feed of ['feed.json', 'articles/feed.json']) {
    const { items } = JSON.parse(readOutput(output, feed)) as { items: { id: string }[] };
    assert.ok(items.length > 10);
    for (const { id } of items) assert.ok(ids.has(id), id);
  }
});

command('never has drafts or embargoed items', () => {
  const text = readFileSync(file, 'utf8');
  const hidden = articlesWith(/^(?:status: draft|embargoed:.*2099.*)$/m);
  assert.is(hidden.length, 2);
  for (const name of hidden) {
    const slug = path.basename(name, '.md').replace(/^\d{4}-\d\d-\d\d-/, '');
    assert.not(text.includes(slug), slug);
  }
});

command('a build that would lose an address fails, leaves the output, and works again', () => {
  const output = path.join(makeFolder(), '_site');
  rebuild(content, output);
  const story = 'stories/north-korea-russia-ties.md';
  const kept = readFileSync(path.join(content, story), 'utf8');
  const before = readOutput(output, 'stories/north-korea-russia-ties/index.html');
  const build = (): number | null =>
    runCli(['build', '--content', content, '--output', output, '--now', sampleNow]).status;
  rmSync(path.join(content, story));
  writeFileSync(path.join(content, 'stories/ties.md'), kept);
  for (const article of articlesWith(/^story: north-korea-russia-ties$/m)) {
    edit(content, article, 'story: north-korea-russia-ties', 'story: ties');
  }
  assert.is(build(), 1);
  assert.is(readOutput(output, 'stories/north-korea-russia-ties/index.html'), before);
  edit(
    content,
    'stories/ties.md',
    /^name:/m,
    'redirectFrom: [/stories/north-korea-russia-ties/]\nname:',
  );
  assert.is(build(), 0);
  assert.match(readOutput(output, 'stories/north-korea-russia-ties/index.html'), '/stories/ties/');
  // The ledger alone changes: the build sees it.
  writeFileSync(file, `${readFileSync(file, 'utf8')}/never-there/\n`);
  assert.is(build(), 1);
});

command.run();
