import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cleanData, cleanText, type Data } from '../../src/parse/cleanData.ts';
import { collect, type Collected } from '../support/source.ts';

const test = suite('cleanData');

function clean(value: unknown): Collected<Data | null> {
  return collect((report) => cleanData(value, 'x.md', report));
}

const texts: readonly (readonly [text: string, expected: string])[] = [
  ['plain', 'plain'],
  ['a\tb\nc', 'a\tb\nc'],
  ['a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcdef'],
  ['a\u000bb\u000cc', 'abc'],
  ['a\ufffeb\uffffc\ufdd0d', 'abcd'],
  ['e\u0301', '\u00e9'],
  ['a\ud800b', 'a\ufffdb'],
  ['a\udc00', 'a\ufffd'],
  ['😀', '😀'],
  ['a\u200db\u202ec', 'a\u200db\u202ec'],
];
for (const [text, expected] of texts) {
  test(`${JSON.stringify(text)} → ${JSON.stringify(expected)}`, () => {
    assert.is(cleanText(text), expected);
  });
}

test('values are copied, texts and keys cleaned, at every depth', () => {
  const value = { 'a\u0007': ['b\u0007', { 'e\u0301': 'c\u0007' }], n: 1, t: true, z: null };
  const { result, codes } = clean(value);
  assert.equal(codes, []);
  assert.equal(result, { a: ['b', { '\u00e9': 'c' }], n: 1, t: true, z: null });
  assert.is.not(result, value);
});

const forbidden: readonly (readonly [json: string, path: readonly (string | number)[]])[] = [
  ['{"__proto__": {"x": 1}}', ['__proto__']],
  ['{"constructor": 1}', ['constructor']],
  ['{"a": {"prototype": 1}}', ['a', 'prototype']],
  ['{"a": [0, {"__proto__": 1}]}', ['a', 1, '__proto__']],
];
for (const [json, path] of forbidden) {
  test(`${json} has a forbidden key`, () => {
    const { result, problems } = clean(JSON.parse(json));
    assert.is(result, null);
    assert.is(problems.length, 1);
    assert.is(problems[0]?.code, 'forbidden-key');
    assert.equal(problems[0]?.where, { kind: 'front', path, on: 'key' });
    const probe: Record<string, unknown> = {};
    assert.is(probe['x'], undefined);
  });
}

test('every forbidden key is reported', () => {
  const value: unknown = JSON.parse('{"__proto__": 1, "constructor": 2, "prototype": 3}');
  assert.equal(clean(value).codes, ['forbidden-key', 'forbidden-key', 'forbidden-key']);
});

test('keys that look like those of objects are plain keys', () => {
  assert.equal(clean({ toString: 'a', hasOwnProperty: 'b' }).result, {
    toString: 'a',
    hasOwnProperty: 'b',
  });
});

test('a node that stands in two places is reported once', () => {
  const node = ['x'];
  const { result, problems } = clean({ a: node, b: [node, node] });
  assert.is(result, null);
  assert.equal(
    problems.map(({ code, where }) => [code, where]),
    [['yaml-alias', { kind: 'front', path: ['b', 0], on: 'value' }]],
  );
});

test('a node that holds itself ends', () => {
  const node: Record<string, unknown> = {};
  node['self'] = node;
  assert.equal(clean({ a: node }).codes, ['yaml-alias']);
});

for (const value of ['text', 1, null, undefined, true, ['list']]) {
  test(`${JSON.stringify(value)} is no mapping`, () => {
    const { result, codes } = clean(value);
    assert.is(result, null);
    assert.equal(codes, ['wrong-type']);
  });
}

test.run();
