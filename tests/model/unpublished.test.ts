/** What a build did not publish, and briefings of which nothing else is left. */
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli } from '../support/cli.ts';
import { articleFile, makeContent, makeFolder, siteYaml } from '../support/site.ts';

const now = '2024-02-01T00:00:00Z';

/** An article of 5 January for each set of further lines of front matter. */
function build(fronts: readonly string[], hasBriefing = true): readonly [string, string] {
  const content = makeContent({
    'site.yaml': siteYaml(),
    ...(hasBriefing
      ? { 'briefings/2024-01-05.md': '---\ndate: 2024-01-05\n---\n\nA note.\n' }
      : {}),
    ...Object.fromEntries(
      fronts.map((front, index) => [
        `articles/2024-01-05-n${index}.md`,
        articleFile(`title: Number ${index}\ndate: 2024-01-05\n${front}`),
      ]),
    ),
  });
  const output = path.join(makeFolder(), 'out');
  const { status, stdout, stderr } = runCli([
    ...['build', '--content', content, '--output', output, '--now', now],
  ]);
  assert.is(status, 0, stderr);
  return [stdout, stderr];
}

const draft = 'status: draft';
const withheld = 'status: withheld';
const embargoed = 'embargoed: 2024-03-01T00:00:00Z';

const tables: readonly (readonly [readonly string[], string | null])[] = [
  [[''], null],
  [['', draft], '1 draft'],
  [[draft, draft], '2 drafts'],
  [['', embargoed], '1 embargoed'],
  [['', withheld, withheld], '2 withheld'],
  [[`${draft}\n${embargoed}`, `${withheld}\n${embargoed}`], '1 draft, 1 withheld'],
  [[draft, embargoed, withheld, ''], '1 draft, 1 embargoed, 1 withheld'],
  [['embargoed: 2024-01-20T00:00:00Z'], null],
  [['status: canceled'], null],
];

const test = suite('what is not published');

for (const [fronts, told] of tables) {
  test(`a build says: ${told ?? 'nothing'} (${fronts.join('; ').replaceAll('\n', ', ')})`, () => {
    const [stdout] = build(fronts, false);
    const line = /^not published: (.*); see dateline list drafts$/m.exec(stdout)?.[1] ?? null;
    assert.is(line, told);
  });
}

const briefings: readonly (readonly [readonly string[], string | null])[] = [
  [[], null],
  [['', draft], null],
  [[draft], 'the only one of that day is a draft'],
  [[embargoed], 'the only one of that day is held back'],
  [[draft, withheld], 'all 2 of that day are held back, 1 as a draft'],
  [[draft, draft, embargoed], 'all 3 of that day are held back, 2 as drafts'],
  [[withheld, embargoed], 'all 2 of that day are held back'],
];

for (const [fronts, told] of briefings) {
  test(`a briefing says: ${told ?? 'nothing'} (${fronts.join('; ')})`, () => {
    const [, stderr] = build(fronts);
    const text = /empty-briefing .* is published without items: (.*); publish one/.exec(stderr);
    assert.is(text?.[1] ?? null, told);
  });
}

test('a second build, of which nothing is new, says the same', () => {
  const folder = makeFolder();
  const content = makeContent({
    'site.yaml': siteYaml(),
    'articles/2024-01-05-one.md': articleFile(`title: One\ndate: 2024-01-05\n${draft}`),
  });
  const args = ['build', '--content', content, '--now', now];
  for (let run = 0; run < 2; run++) {
    assert.match(runCli(args, { cwd: folder }).stdout, 'not published: 1 draft;');
  }
});

test.run();
