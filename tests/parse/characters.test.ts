import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  balanceDirections,
  DirectionMarks,
  suspiciousUnits,
  withoutForbidden,
} from '../../src/parse/characters.ts';

const test = suite('characters');

/** The production Char of XML 1.0 (section 2.2), as it is written there. */
function isXmlCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** A control other than white space, or a noncharacter (HTML, section 13.2.3.5 and Infra, section 4.6). */
function isHtmlError(code: number): boolean {
  const isControl = (code <= 0x1f && ![0x9, 0xa, 0xc, 0xd].includes(code)) || isC1(code);
  return isControl || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
}

function isC1(code: number): boolean {
  return code >= 0x7f && code <= 0x9f;
}

test('every code point is kept or taken away as XML and HTML have it', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const letter = String.fromCodePoint(code);
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    // A return would come back as a line feed.
    const isKept = isXmlCharacter(code) && !isHtmlError(code) && code !== 0xd;
    const expected = isSurrogate ? '\ufffd' : isKept ? letter : '';
    if (withoutForbidden(`a${letter}b`) !== `a${expected}b`) wrong.push(code.toString(16));
  }
  assert.equal(wrong, []);
});

test('a quick look passes over nothing that is taken away', () => {
  const suspicious = new RegExp(`[${suspiciousUnits}]`);
  for (let code = 0; code <= 0x10ffff; code++) {
    const letter = String.fromCodePoint(code);
    if (withoutForbidden(letter) !== letter) assert.ok(suspicious.test(letter), code.toString(16));
  }
});

const texts: readonly (readonly [text: string, expected: string])[] = [
  ['', ''],
  ['plain', 'plain'],
  ['a\u0000\u000cb', 'ab'],
  ['\ud83e\udd98', '\ud83e\udd98'],
  ['\ud83e', '\ufffd'],
  ['\udd98\ud83e', '\ufffd\ufffd'],
  ['\u{1fffe}a\u{10ffff}', 'a'],
  ['e\u0301', 'e\u0301'],
  ['a\u200b\u2028\ufeffb', 'a\u200b\u2028\ufeffb'],
];
for (const [text, expected] of texts) {
  test(`${JSON.stringify(text)} becomes ${JSON.stringify(expected)}`, () => {
    assert.is(withoutForbidden(text), expected);
    assert.not.match(withoutForbidden(text), /\p{Cs}/u);
  });
}

/** Marks as letters: `<` and `>` embed and override, `[` and `(` isolate, `.` and `)` end. */
const letters: Readonly<Record<string, string>> = {
  L: '\u202a',
  R: '\u202b',
  '<': '\u202d',
  '>': '\u202e',
  '.': '\u202c',
  l: '\u2066',
  r: '\u2067',
  f: '\u2068',
  ')': '\u2069',
};
const write = (text: string): string => text.replace(/./g, (each) => letters[each] ?? each);

const directions: readonly (readonly [text: string, expected: string])[] = [
  ['abc', 'abc'],
  ['a>b.c', 'a>b.c'],
  ['arb)c', 'arb)c'],
  ['a>b', 'a>b.'],
  ['a>>b.', 'a>>b..'],
  ['arb', 'arb)'],
  ['ar>b', 'ar>b.)'],
  ['ar>b)c', 'ar>b.)c'],
  ['a.b', 'ab'],
  ['a)b', 'ab'],
  ['a>b)c.', 'a>bc.'],
  ['arb.c)', 'arbc)'],
  ['a>rb.c)d.', 'a>rbc)d.'],
  ['a))..>', 'a>.'],
  ['fl>))', 'fl>.))'],
];
for (const [text, expected] of directions) {
  test(`of the marks in ${text} each ends: ${expected}`, () => {
    assert.is(balanceDirections(write(text)), write(expected));
  });
}

test('marks are followed through the pieces of a paragraph, and no further', () => {
  const marks = new DirectionMarks();
  const pieces = ['a>', 'b', '.r'].map((piece) => marks.take(write(piece)));
  assert.equal([...pieces, marks.end()].map(String), ['a>', 'b', '.r', ')'].map(write));
  assert.equal([marks.take(write(')')), marks.end()], ['', '']);
});

test('many marks take time in proportion', () => {
  const count = 200_000;
  const text = write(`${'r'.repeat(10)}${'>'.repeat(count)}${')'.repeat(count)}`);
  const started = performance.now();
  assert.is(balanceDirections(text).length, 10 + 2 * count + 10);
  assert.ok(performance.now() - started < 1000);
});

test.run();
