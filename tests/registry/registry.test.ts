import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  buildRegistry,
  type FailedFile,
  type NamedEntry,
  type Registry,
} from '../../src/registry/registry.ts';
import type { Slug } from '../../src/urls/slug.ts';
import type { ActorType } from '../../src/parse/actor.ts';
import { collect, type Collected } from '../support/source.ts';

const test = suite('buildRegistry');

interface Entry {
  readonly name?: string;
  readonly type?: ActorType;
  readonly aliases?: readonly string[];
  readonly weakAliases?: readonly string[];
  readonly formerNames?: readonly string[];
  readonly mergedInto?: string;
}

function build(
  entries: Readonly<Record<string, Entry>>,
  failed: readonly FailedFile[] = [],
  kind: 'actor' | 'topic' = 'actor',
): Collected<Registry> {
  const named = Object.entries(entries).map(
    ([id, { name = `Name of ${id}`, aliases = [], mergedInto = null, ...rest }]): NamedEntry => ({
      ...rest,
      file: `content/actors/${id}.md`,
      id: id as Slug,
      name,
      aliases,
      mergedInto,
    }),
  );
  return collect((report) => buildRegistry(kind, named, failed, report));
}

const kim: Entry = {
  name: 'Kim Jong Un',
  aliases: ['Kim Jong-un', 'the Supreme Leader'],
  formerNames: ['Pak Un'],
  weakAliases: ['Kim'],
};

const resolved: readonly (readonly [name: string, kind: string])[] = [
  ['kim', 'found'],
  ['Kim Jong Un', 'found'],
  ['KIM JONG UN', 'found'],
  ['  kim  jong-ün ', 'found'],
  ['The Supreme Leader', 'found'],
  ['pak un', 'found'],
  ['Kim', 'found'],
  ['Kim Jong Nam', 'unknown'],
  ['', 'unknown'],
  ['!!!', 'unknown'],
  ['__proto__', 'unknown'],
  ['constructor', 'unknown'],
];
for (const [name, kind] of resolved) {
  test(`${JSON.stringify(name)} is ${kind}`, () => {
    const { result, codes } = build({ kim });
    assert.equal(codes, []);
    const found = result.resolve(name);
    assert.is(found.kind, kind);
    if (found.kind === 'found') assert.is(found.id, 'kim');
  });
}

const collisions: readonly (readonly [
  name: string,
  entries: Readonly<Record<string, Entry>>,
  paths: readonly (readonly (string | number)[] | null)[],
])[] = [
  ['name and name', { a: { name: 'X' }, b: { name: 'x' } }, [['name']]],
  ['name and alias', { a: { name: 'X' }, b: { aliases: ['Y', 'x.'] } }, [['aliases', 1]]],
  ['id and name', { x: {}, b: { name: 'X' } }, [['name']]],
  ['name and id', { a: { name: 'X' }, x: {} }, [null]],
  ['name and former name', { a: { name: 'X' }, b: { formerNames: ['X'] } }, [['formerNames', 0]]],
  [
    'two at once',
    { a: { aliases: ['X', 'Y'] }, b: { aliases: ['Y', 'X'] } },
    [
      ['aliases', 0],
      ['aliases', 1],
    ],
  ],
  [
    'three claim it',
    { a: { name: 'X' }, b: { name: 'X' }, c: { name: 'X' } },
    [['name'], ['name']],
  ],
];
for (const [name, entries, paths] of collisions) {
  test(`collision: ${name}`, () => {
    const { problems } = build(entries);
    assert.equal(
      problems.map(({ code, where }) => [code, where.kind === 'front' ? where.path : null]),
      paths.map((path) => ['name-collision', path]),
    );
    const [first] = Object.keys(entries);
    assert.match(problems[0]?.message ?? '', `content/actors/${first ?? ''}.md`);
    assert.is.not(problems[0]?.file, `content/actors/${first ?? ''}.md`);
  });
}

const peaceful: readonly (readonly [name: string, entries: Readonly<Record<string, Entry>>])[] = [
  ['an entry may repeat its own names', { x: { name: 'X', aliases: ['x', 'X.'] } }],
  ['two weak aliases', { a: { weakAliases: ['X'] }, b: { weakAliases: ['X'] } }],
  ['a weak alias and a name', { a: { weakAliases: ['X'] }, b: { name: 'X' } }],
  ['a merged entry claims nothing', { a: { name: 'X', mergedInto: 'b' }, b: { name: 'X' } }],
];
for (const [name, entries] of peaceful) {
  test(`no collision: ${name}`, () => {
    assert.equal(build(entries).codes, []);
  });
}

test('a strong name goes before a weak one', () => {
  const { result } = build({ a: { weakAliases: ['X'] }, b: { name: 'X' } });
  assert.equal(result.resolve('x'), { kind: 'found', id: 'b' });
});

test('a weak alias of two is ambiguous', () => {
  const { result } = build({ a: { weakAliases: ['X'] }, b: { weakAliases: ['x'] } });
  assert.equal(result.resolve('X'), { kind: 'ambiguous', ids: ['a', 'b'] });
});

test('a weak alias of two entries that merge is not', () => {
  const { result } = build({
    a: { weakAliases: ['X'], mergedInto: 'b' },
    b: { weakAliases: ['X'] },
  });
  assert.equal(result.resolve('X'), { kind: 'found', id: 'b' });
});

test('weak aliases are no names for running text', () => {
  const { result } = build({ kim });
  assert.equal(
    result.strongNames.map(({ name }) => name),
    ['Kim Jong Un', 'Kim Jong-un', 'the Supreme Leader', 'Pak Un'],
  );
});

test('merged entries mean the end of the chain, with all their names', () => {
  const { result, codes } = build({
    a: { name: 'A', aliases: ['First'], mergedInto: 'b' },
    b: { name: 'B', mergedInto: 'c' },
    c: { name: 'C' },
  });
  assert.equal(codes, []);
  for (const name of ['a', 'First', 'b', 'C']) {
    assert.equal(result.resolve(name), { kind: 'found', id: 'c' }, name);
  }
  assert.is(result.targetOf('a' as Slug), 'c');
  assert.is(result.targetOf('c' as Slug), 'c');
  assert.equal(
    result.strongNames.map(({ name, id }) => `${name} ${id}`),
    ['A c', 'First c', 'B c', 'C c'],
  );
});

test('a name that an entry took over from a merged one means the entry', () => {
  const { result } = build({ a: { name: 'X', mergedInto: 'b' }, b: {}, c: { name: 'X' } });
  assert.equal(result.resolve('X'), { kind: 'found', id: 'c' });
});

const cycles: readonly (readonly [entries: Readonly<Record<string, Entry>>, files: string[]])[] = [
  [{ a: { mergedInto: 'a' } }, ['a']],
  [{ a: { mergedInto: 'b' }, b: { mergedInto: 'a' } }, ['a', 'b']],
  [{ a: { mergedInto: 'b' }, b: { mergedInto: 'b' } }, ['b']],
  [{ a: { mergedInto: 'b' }, b: { mergedInto: 'c' }, c: { mergedInto: 'a' } }, ['a', 'b', 'c']],
];
for (const [entries, files] of cycles) {
  test(`a circle of ${files.join(', ')}`, () => {
    const { problems } = build(entries);
    assert.equal(
      problems.map(({ code, file }) => [code, file]),
      // Once a circle, at the first of its entries.
      files.slice(0, 1).map((id) => ['merge-cycle', `content/actors/${id}.md`]),
    );
  });
}

test('an unknown target is reported once, with the nearest id', () => {
  const { problems } = build({ a: { mergedInto: 'kin' }, b: { mergedInto: 'a' }, kim: {} });
  assert.equal(
    problems.map(({ code, file, hint }) => [code, file, hint]),
    [['unknown-actor', 'content/actors/a.md', 'did you mean "kim"?']],
  );
  assert.equal(build({ a: { mergedInto: 'x' } }, [], 'topic').codes, ['unknown-topic']);
});

test('a suggestion is the nearest name or alias', () => {
  const found = build({ kim, xi: { name: 'Xi Jinping' } }).result.resolve('Kim Jong On');
  assert.is(found.kind, 'unknown');
  assert.match(found.kind === 'unknown' ? (found.hint ?? '') : '', '"Kim Jong Un"');
});

test('no suggestion where nothing is near', () => {
  assert.equal(build({ kim }).result.resolve('Reuters'), { kind: 'unknown', hint: null });
});

test('a name that stands in a file that failed is not reported again', () => {
  const failed = [{ name: 'ann-lee', text: 'name: Ann\naliases: [Auntie' }];
  const { result, codes } = build({ a: { mergedInto: 'ann-lee' } }, failed);
  assert.equal(codes, []);
  assert.is(result.resolve('ann-lee').kind, 'unread');
  assert.is(result.resolve('Auntie').kind, 'unread');
  assert.is(result.resolve('Nobody').kind, 'unknown');
});

for (const name of ['!!!', '…', '—']) {
  test(`${name} is no name`, () => {
    const { codes } = build({ a: { name } });
    assert.equal(codes, ['bad-value']);
  });
}

test('what a name is the name of is a part of what it means', () => {
  // Whether a name is found depends on it, so that a cached article must be made again.
  const claimOf = (type?: ActorType): string | undefined => {
    const { result } = build({ jordan: type === undefined ? {} : { type } });
    return result.claims.get('name of jordan');
  };
  assert.is(claimOf('state'), claimOf('state'));
  assert.is.not(claimOf('state'), claimOf('person'));
  assert.is.not(claimOf('state'), claimOf());
});

test.run();
