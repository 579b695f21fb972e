import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createMentionFinder, createNameFinder } from '../../src/registry/findMentions.ts';
import { buildRegistry, type NamedEntry } from '../../src/registry/registry.ts';
import type { Slug } from '../../src/urls/slug.ts';

const test = suite('findMentions');

const names: Readonly<Record<string, readonly string[]>> = {
  dprk: ['DPRK', 'North Korea', 'Democratic People’s Republic of Korea'],
  kim: ['Kim Jong Un', 'Kim Jong-un'],
  'kim-jong-nam': ['Kim Jong Nam'],
  korea: ['Korea'],
  us: ['US', 'United States'],
  un: ['UN'],
  'un-council': ['UN Security Council'],
  oneil: ["O'Neil"],
  turkey: ['Türkiye'],
  japan: ['日本'],
  tokyo: ['日本東京'],
  pla: ['解放军'],
  egypt: ['مصر'],
  moscow: ['Москва'],
  bank: ['iBank'],
  g7: ['G7'],
  hyphen: ['Al-Shabaab'],
};

const registry = buildRegistry(
  'actor',
  Object.entries(names).map(([id, [name = '', ...aliases]]) => ({
    file: `${id}.md`,
    id: id as Slug,
    name,
    aliases,
    weakAliases: [`weak ${id}`],
    mergedInto: null,
  })),
  [],
  (problem) => {
    throw new Error(problem.message);
  },
);
const find = createMentionFinder(registry);

/** What was found: text=id. */
function found(text: string): readonly string[] {
  return find(text).map(
    ({ start, end, path }) => `${text.slice(start, end)}=${path.replace(/^\/actors\/|\/$/g, '')}`,
  );
}

const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['the D.P.R.K said', ['D.P.R.K=dprk']],
  ['Kim Jong Un spoke.', ['Kim Jong Un=kim']],
  ['Kim Jong-un spoke.', ['Kim Jong-un=kim']],
  ['Kim Jong‑un and KIM JONG UN', ['Kim Jong‑un=kim', 'KIM JONG UN=kim']],
  ['Kim Jong Nam, Kim Jong Il', ['Kim Jong Nam=kim-jong-nam']],
  // The longest name wins.
  ['the UN Security Council', ['UN Security Council=un-council']],
  ['the UN Security', ['UN=un']],
  // South Korea is another state.
  ['North Korea and South Korea', ['North Korea=dprk']],
  // Whole words only.
  ['Koreans, UNESCO, BUS', []],
  ['pan-Korea', ['Korea=korea']],
  // Capitals.
  ['tell us, un-', []],
  ['the US and the UN', ['US=us', 'UN=un']],
  ['Us', []],
  ['kim jong un', []],
  ['Kim jong Un', []],
  ['NORTH KOREA', ['NORTH KOREA=dprk']],
  ['united states', []],
  ['iBank', ['iBank=bank']],
  // Punctuation and accents.
  ['D.P.R.K. said', ['D.P.R.K.=dprk']],
  ['U.S. troops', ['U.S.=us']],
  ['in the U.S.', ['U.S.=us']],
  ['Turkiye, TÜRKİYE, Tu\u0308rkiye', ['Turkiye=turkey', 'TÜRKİYE=turkey', 'Tu\u0308rkiye=turkey']],
  ['O’Neil, ONeil', ['O’Neil=oneil', 'ONeil=oneil']],
  ['(Korea), "Korea"; Korea.', ['Korea=korea', 'Korea=korea', 'Korea=korea']],
  ['Al Shabaab and Al-Shabaab', ['Al Shabaab=hyphen', 'Al-Shabaab=hyphen']],
  ['G7 G 7', ['G7=g7']],
  // Possessives.
  ["Korea's", ['Korea=korea']],
  ['Korea’s', ['Korea=korea']],
  ["North Korea's army", ['North Korea=dprk']],
  ["the UN's", ['UN=un']],
  ["O'Neil's", ["O'Neil=oneil"]],
  ['Democratic People’s Republic of Korea', ['Democratic People’s Republic of Korea=dprk']],
  // Across a line break.
  ['North\nKorea', ['North\nKorea=dprk']],
  ['North\n\n\n\nKorea', ['Korea=korea']],
  ['North, Korea', ['Korea=korea']],
  ['North. Korea', ['Korea=korea']],
  // Scripts without spaces.
  ['我在日本。', ['日本=japan']],
  ['我在日本東京。', ['日本東京=tokyo']],
  ['解放军', ['解放军=pla']],
  ['解放', []],
  ['在مصر', ['مصر=egypt']],
  ['Москва сказала, москва', ['Москва=moscow']],
  // A word is a word, whatever letters it begins with.
  ['e.g.Korea, i.e. Korea', ['Korea=korea', 'Korea=korea']],
  ['caféKorea, xKorea, x.Korea, o’Korea, 𝑥Korea, x日本', []],
  ['ibank, IBANK, myiBank', ['ibank=bank', 'IBANK=bank']],
  ['é Korea, naïve Korea', ['Korea=korea', 'Korea=korea']],
  // Weak aliases are not matched.
  ['weak kim', []],
  ['', []],
];
for (const [text, expected] of cases) {
  test(JSON.stringify(text), () => {
    assert.equal(found(text), expected);
  });
}

const signed = createNameFinder(
  ['OPEC', 'OPEC+', 'C', 'C++', 'A*', 'Canal', 'Vega*', 'C++ Foundation', 'Kim Jong Un', 'مصر'].map(
    (name) => ({ name, means: name }),
  ),
);

const signCases: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['OPEC and OPEC+ met', ['OPEC', 'OPEC+']],
  ["OPEC+'s quota, OPEC's seat", ['OPEC+', 'OPEC']],
  ['OPEC+, OPEC, (OPEC+)', ['OPEC+', 'OPEC', 'OPEC+']],
  ['C, C++ and C#', ['C', 'C++']],
  ['C++20, C#10', []],
  ['the C++ Foundation', ['C++ Foundation']],
  ['C+D', ['C']],
  ['A* search beside A', ['A*']],
  ['Canal+ bought Canal', ['Canal']],
  ['Canal* and *Canal* and **Canal**', ['Canal', 'Canal', 'Canal']],
  ['Vega* and Vega', ['Vega*']],
  ['**Kim Jong Un** spoke', ['Kim Jong Un']],
  ['#OPEC', ['OPEC']],
  ['OPEC + Russia', ['OPEC']],
  ['في مـــصر و ﻣﺼﺮ', ['مصر', 'مصر']],
];
for (const [text, expected] of signCases) {
  test(`signs: ${text}`, () => {
    assert.equal(
      signed(text).map(({ means }) => means),
      expected,
    );
  });
}

test('names that differ by a sign are names of two actors', () => {
  const entry = (id: string, name: string): NamedEntry => ({
    file: `${id}.md`,
    id: id as Slug,
    name,
    aliases: [],
    mergedInto: null,
  });
  const both = buildRegistry(
    'actor',
    [entry('opec', 'OPEC'), entry('opec-plus', 'OPEC+')],
    [],
    (problem) => {
      throw new Error(problem.message);
    },
  );
  assert.equal(both.resolve('opec+'), { kind: 'found', id: 'opec-plus' });
  assert.equal(both.resolve('Opec'), { kind: 'found', id: 'opec' });
  assert.is(both.resolve('OPEC#').kind, 'unknown');
});

test('mentions come left to right and do not overlap', () => {
  const mentions = find('UN Security Council, North Korea, Korea and the US');
  let last = -1;
  for (const { start, end } of mentions) {
    assert.ok(start > last && end > start);
    last = end;
  }
  assert.is(mentions.length, 4);
});

test('thousands of names that begin alike cost no more than one', () => {
  const family = Array.from({ length: 20_000 }, (_, index) => ({
    name: `Kim N${index}`,
    means: index,
  }));
  const findFamily = createNameFinder(family);
  const text = 'Kim spoke. Kim N7 and Kim N19999 did not. '.repeat(20_000);
  const started = performance.now();
  const means = findFamily(text).map((each) => each.means);
  // A look at each name for each "Kim" would take minutes.
  assert.ok(performance.now() - started < 10_000);
  assert.is(means.length, 40_000);
  assert.equal(means.slice(0, 4), [7, 19_999, 7, 19_999]);
});

test('a finder without names finds nothing', () => {
  const empty = buildRegistry('actor', [], [], () => undefined);
  assert.equal(createMentionFinder(empty)('Kim Jong Un'), []);
});

test.run();
