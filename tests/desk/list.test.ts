import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatBars, formatTable } from '../../src/desk/bars.ts';
import { countStats } from '../../src/desk/stats.ts';
import { loadContent, sampleNow } from '../support/build.ts';
import { runCli } from '../support/cli.ts';
import { articleFile, makeContent } from '../support/site.ts';

const content = makeContent({
  'topics/wide.md': '---\nname: Wide\n---\n',
  'topics/narrow.md': '---\nname: Narrow\nbroader: wide\n---\n',
  'topics/unused.md': '---\nname: Unused\n---\n',
  'actors/ann.md': '---\nname: Ann\ntype: person\n---\n',
  'actors/ministry.md': '---\nname: Ministry\ntype: organisation\n---\n',
  'stories/talks.md': '---\nname: Talks\naliases: [Peace-table]\n---\n',
  'articles/2024-01-05-a.md': articleFile(
    'title: A\ndate: 2024-01-05\ntopics: [narrow]\nactors: [ann]\nsources: [Reuters]',
  ),
  'articles/2024-02-05-b.md': articleFile(
    'title: B\ndate: 2024-02-05\ntopics: [wide]\nactors: [ann, ministry]\nstory: talks\nsources: [{name: A Paper, url: "https://example.org/"}]',
  ),
  'articles/2024-04-01-c.md': articleFile(
    'title: C\ndate: 2024-04-01\ntopics: [unused]\nstatus: draft',
  ),
  'articles/2024-04-02-d.md': articleFile(
    'title: D\ndate: 2024-04-02\nembargoed: 2099-01-01T00:00:00Z',
  ),
  'articles/2024-04-03-e.md': articleFile('title: E\ndate: 2024-04-03\nstatus: withheld'),
});

function list(...args: readonly string[]): readonly Record<string, unknown>[] {
  const { status, stdout, stderr } = runCli([
    'list',
    ...args,
    '--json',
    '--content',
    content,
    '--now',
    sampleNow,
  ]);
  assert.is(status, 0, stderr);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const lists = suite('list');

const cases: readonly (readonly [args: string, ids: readonly string[]])[] = [
  ['articles', ['2024-02-05-b', '2024-01-05-a']],
  ['articles --topic wide', ['2024-02-05-b', '2024-01-05-a']],
  ['articles --topic NARROW', ['2024-01-05-a']],
  ['articles --actor ministry', ['2024-02-05-b']],
  ['articles --story talks', ['2024-02-05-b']],
  ['articles --story TALKS', ['2024-02-05-b']],
  ['articles --story peace-table', ['2024-02-05-b']],
  ['articles --source reuters', ['2024-01-05-a']],
  ['articles --from 2024-02', ['2024-02-05-b']],
  ['articles --to 2024-01', ['2024-01-05-a']],
  ['articles --from 2024-01-06 --to 2024-02-04', []],
  ['articles --limit 1', ['2024-02-05-b']],
  ['drafts', ['2024-04-03-e', '2024-04-02-d', '2024-04-01-c']],
  ['topics', ['wide', 'narrow', 'unused']],
  ['topics --unused', ['unused']],
  ['actors', ['ann', 'ministry']],
  ['actors --type organisation', ['ministry']],
  ['stories', ['talks']],
];

for (const [args, ids] of cases) {
  lists(args, () =>
    assert.equal(
      list(...args.split(' ')).map(({ id }) => id),
      ids,
    ),
  );
}

lists('counts and last days', () => {
  const counts = (kind: string, ...more: readonly string[]): unknown =>
    list(kind, ...more).map(({ id, count, last }) => [id, count, last]);
  assert.equal(counts('topics'), [
    ['wide', 2, '2024-02-05'],
    ['narrow', 1, '2024-01-05'],
    ['unused', 0, null],
  ]);
  assert.equal(counts('actors', '--to', '2024-01'), [
    ['ann', 1, '2024-01-05'],
    ['ministry', 0, null],
  ]);
});

lists('drafts say why', () => {
  assert.equal(
    list('drafts').map(({ status }) => status),
    ['withheld', 'until 2099-01-01T00:00:00Z', 'draft'],
  );
});

lists('a table for people, the number beside it', () => {
  const { stdout, stderr } = runCli(['list', 'actors', '--limit', '1', '--content', content]);
  assert.is(stdout, `ann  2  person  2024-02-05  Ann  ${content}/actors/ann.md\n`);
  assert.is(stderr, '2 actors, 1 shown\n');
});

for (const args of [
  'sources',
  'articles --topic none',
  'articles --from yesterday',
  'articles --limit x',
  'actors --type king',
  'articles --story x',
]) {
  lists(`list ${args}: status 2`, () => {
    assert.is(runCli(['list', ...args.split(' '), '--content', content]).status, 2);
  });
}

lists.run();

const stats = suite('stats');

stats('figures of what is published', () => {
  const { months, topTopics, citations, ...rest } = countStats(loadContent(content));
  assert.equal(months, [
    { label: '2024-01', count: 1 },
    { label: '2024-02', count: 1 },
  ]);
  assert.equal(topTopics, [
    { label: 'Wide', count: 2 },
    { label: 'Narrow', count: 1 },
  ]);
  assert.equal(citations, { linked: 1, all: 2 });
  assert.equal(
    [rest.articles, rest.days, rest.words, rest.firstDay, rest.lastDay],
    [2, 2, 6, '2024-01-05', '2024-02-05'],
  );
});

stats('a month without articles has a row, over the end of a year too', () => {
  const site = loadContent(
    makeContent({
      'articles/a.md': articleFile('title: A\ndate: 2023-11-05'),
      'articles/b.md': articleFile('title: B\ndate: 2024-01-05'),
    }),
  );
  assert.equal(
    countStats(site).months.map(({ label, count }) => [label, count]),
    [
      ['2023-11', 1],
      ['2023-12', 0],
      ['2024-01', 1],
    ],
  );
});

stats('the command draws bars, and gives figures with --json', () => {
  const { stdout } = runCli(['stats', '--content', content]);
  assert.match(stdout, /^2 articles on 2 days/);
  assert.match(stdout, / {2}Wide {3}2 █+\n {2}Narrow 1 █+/);
  for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
  const data = JSON.parse(runCli(['stats', '--json', '--content', content]).stdout) as {
    articles: number;
  };
  assert.is(data.articles, 2);
});

stats('bars in eighths, none for nought, wide letters in two columns', () => {
  const rows = [
    { label: '日本', count: 8 },
    { label: 'b', count: 1 },
    { label: 'c', count: 0 },
  ];
  assert.is(formatBars(rows, 17), '  日本 8 ████████\n  b    1 █\n  c    0');
  assert.is(
    formatBars(
      [
        { label: 'a', count: 16 },
        { label: 'b', count: 1 },
      ],
      15,
    ),
    '  a 16 ████████\n  b  1 ▌',
  );
  assert.is(formatBars([], 80), '');
});

stats('a table pads all columns but the last', () => {
  assert.is(
    formatTable([
      ['a', 'bb', 'c'],
      ['日本', 'b', ''],
    ]),
    'a     bb  c\n日本  b',
  );
});

stats.run();
