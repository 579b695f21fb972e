import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseFrontMatter, parseYamlFile, type FrontMatter } from '../../src/parse/frontMatter.ts';
import { collect, type Collected } from '../support/source.ts';

const test = suite('parseFrontMatter');

function parse(text: string): Collected<FrontMatter | null> {
  return collect((report) => parseFrontMatter(text, 'x.md', report));
}

const good: readonly (readonly [text: string, data: object, body: string, bodyLine: number])[] = [
  ['---\na: b\n---\n\nBody.\n', { a: 'b' }, '\nBody.\n', 4],
  ['---\na: b\n---\nBody.', { a: 'b' }, 'Body.', 4],
  ['---\na: b\n---', { a: 'b' }, '', 3],
  ['---  \na: b\n---\t\nBody.', { a: 'b' }, 'Body.', 4],
  ['---\n---\nBody.', {}, 'Body.', 3],
  ['---\n# nothing\n---\n', {}, '', 4],
  ['---\na: b\n---\none\n\n---\n\ntwo\n', { a: 'b' }, 'one\n\n---\n\ntwo\n', 4],
  ['---\na: |\n  one\n  --- two\n---\nBody.', { a: 'one\n--- two\n' }, 'Body.', 6],
];
for (const [text, data, body, bodyLine] of good) {
  test(`${JSON.stringify(text)} is split`, () => {
    const { result, codes } = parse(text);
    assert.equal(codes, []);
    assert.equal(result, { data, body, bodyLine });
  });
}

const values: readonly (readonly [yaml: string, value: unknown])[] = [
  ['2024-01-05', '2024-01-05'],
  ['2026-02-30', '2026-02-30'],
  ['2024-01-05T12:00:00Z', '2024-01-05T12:00:00Z'],
  ['12:30', '12:30'],
  ['yes', 'yes'],
  ['off', 'off'],
  ['NO', 'NO'],
  ['true', true],
  ['null', null],
  ['~', null],
  ['12', 12],
  ['1.5', 1.5],
  ['"12"', '12'],
  ['[a, 1, true]', ['a', 1, true]],
  ['{ b: c }', { b: 'c' }],
];
for (const [yaml, value] of values) {
  test(`${yaml} is ${JSON.stringify(value)}`, () => {
    const { result, codes } = parse(`---\na: ${yaml}\n---\n`);
    assert.equal(codes, []);
    assert.equal(result?.data, { a: value });
  });
}

const bad: readonly (readonly [text: string, code: string])[] = [
  ['---\na: b\n-----\nc: d\n---\n', 'yaml-syntax'],
  ['', 'no-front-matter'],
  [' \n\n', 'no-front-matter'],
  ['Body.', 'no-front-matter'],
  ['\n---\na: b\n---\n', 'no-front-matter'],
  [' ---\na: b\n---\n', 'no-front-matter'],
  ['+++\na = "b"\n+++\n', 'no-front-matter'],
  ['---js\n{}\n---\n', 'front-matter-language'],
  ['---jsLegacy\n{}\n---\n', 'front-matter-language'],
  ['---json\n{}\n---\n', 'front-matter-language'],
  ['---yaml\na: b\n---\n', 'front-matter-language'],
  ['--- # a comment\na: b\n---\n', 'front-matter-language'],
  ['----\na: b\n----\n', 'front-matter-language'],
  ['---', 'unclosed-front-matter'],
  ['---\na: b\n', 'unclosed-front-matter'],
  ['---\na: b\n--- \u00a0\n', 'unclosed-front-matter'],
  ['---\na: b\n ---\n', 'unclosed-front-matter'],
  ['---\na: b\n----\n', 'unclosed-front-matter'],
  ['---\na: b\n...\n', 'unclosed-front-matter'],
  ['---\na: b: c\n---\n', 'yaml-syntax'],
  ['---\n\ta: b\n---\n', 'yaml-syntax'],
  ['---\na: [b\n---\n', 'yaml-syntax'],
  ['---\na: "b\n---\n', 'yaml-syntax'],
  ['---\na: b\na: c\n---\n', 'yaml-syntax'],
  ['---\na: *b\n---\n', 'yaml-syntax'],
  ['---\na: !!js/regexp /x/\n---\n', 'yaml-syntax'],
  ['---\na: !!python/object:os.system x\n---\n', 'yaml-syntax'],
  ['---\njust text\n---\n', 'wrong-type'],
  ['---\n- a\n---\n', 'wrong-type'],
  ['---\n12\n---\n', 'wrong-type'],
];
for (const [text, code] of bad) {
  test(`${JSON.stringify(text)} is ${code}`, () => {
    const { result, codes } = parse(text);
    assert.equal(codes, [code]);
    assert.is(result, null);
  });
}

test('a mistake in YAML is shown where it is', () => {
  const { problems } = parse('---\ntitle: A\nb: c: d\n---\n');
  assert.equal(problems[0]?.where, { kind: 'position', line: 3, column: 5 });
});

test('a broken file is broken the second time too', () => {
  const text = '---\na: [b\n---\n';
  assert.equal(parse(text).codes, ['yaml-syntax']);
  assert.equal(parse(text).codes, ['yaml-syntax']);
});

test('one file does not change what another of the same text gives', () => {
  const text = '---\na: [b]\n---\n';
  const [one, two] = [parse(text).result, parse(text).result];
  assert.equal(one, two);
  assert.is.not(one?.data, two?.data);
});

test('a YAML file has no lines ---', () => {
  const { result, codes } = collect((report) => parseYamlFile('a: b\n', 'site.yaml', report));
  assert.equal(codes, []);
  assert.equal(result, { a: 'b' });
});

test.run();
