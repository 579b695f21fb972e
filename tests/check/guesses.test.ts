/** Guesses of import that stand in an item which is published. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkContent } from '../../src/check/checkContent.ts';
import { makeContent, siteYaml, testNow } from '../support/site.ts';

const head =
  'title: One\nsources: [{name: CNA, url: "https://example.org/"}]\nsummary: It rained.\n';

async function find(front: string, body = 'Text.'): Promise<readonly string[]> {
  const content = makeContent({
    'site.yaml': siteYaml(),
    'actors/kim.md': '---\nname: Kim\ntype: person\n---\n',
    'articles/2024-01-05-one.md': `---\n${head}${front}\n---\n\n${body}\n`,
  });
  const found = await checkContent({ content, now: testNow, drafts: false });
  return found
    .filter(({ code }) => code === 'unread-guess')
    .map(({ line, column, message }) => `${line}:${column} ${message.split(': ')[1] ?? ''}`.trim());
}

const cases: readonly (readonly [name: string, front: string, found: readonly string[]])[] = [
  ['none', 'date: 2024-01-05', []],
  [
    'behind a value',
    'date: 2024-01-05 # guess: the day it was found',
    ['5:18 the day it was found'],
  ],
  ['in a list', 'date: 2024-01-05\nactors:\n  - kim # guess: named once', ['7:9 named once']],
  ['with more', 'date: 2024-01-05\nactors:\n  - kim # guess; speaks: twice', ['7:9 ; speaks']],
  ['on a line of its own', '# guess: by hand\ndate: 2024-01-05', ['5:1 by hand']],
  ['without a reason', 'date: 2024-01-05 # guess', ['5:18']],
  ['two', 'date: 2024-01-05 # guess: a\nid: x # guess: b', ['5:18 a', '6:7 b']],
  ['in double quotes', 'date: 2024-01-05\ndateline: "SEOUL # guess: none"', []],
  ['in single quotes', "date: 2024-01-05\ndateline: 'SEOUL # guess: none'", []],
  ['in a block', 'date: 2024-01-05\nextra:\n  a: |\n    # guess: none', []],
  ['a folded block', 'date: 2024-01-05\nextra:\n  a: >\n    x # guess: none', []],
  [
    'a sign without a space before it is no comment',
    'date: 2024-01-05\ndateline: SEOUL# guess',
    [],
  ],
  ['another comment', 'date: 2024-01-05 # guessed by nobody', []],
  ['letters of two code units before it', 'date: 2024-01-05\ndateline: 𝕊 # guess: x', ['6:14 x']],
  ['a draft', 'date: 2024-01-05 # guess: a\nstatus: draft', []],
  ['a withheld item', 'date: 2024-01-05 # guess: a\nstatus: withheld', []],
  ['a canceled item', 'date: 2024-01-05 # guess: a\nstatus: canceled', []],
];

const test = suite('guesses');

for (const [name, front, found] of cases) {
  test(name, async () => assert.equal(await find(front), found));
}

test('the body is no front matter', async () => {
  assert.equal(await find('date: 2024-01-05', '# guess: a heading\n\n    x # guess: code'), []);
});

test.run();
