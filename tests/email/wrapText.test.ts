import stringWidth from 'string-width';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatNote } from '../../src/email/noteText.ts';
import { columns, underline, wrapText } from '../../src/email/wrapText.ts';

const test = suite('plain text in columns');
const long = `https://example.org/${'a'.repeat(90)}`;

for (const [name, text, first, expected] of [
  ['an empty text is an empty line', '', '', ''],
  ['white space is one blank', ' a \n b ', '', 'a b'],
  ['a line takes 72 columns', `${'a'.repeat(70)} b c`, '', `${'a'.repeat(70)} b\nc`],
  ['an entry hangs', `${'a'.repeat(70)} b`, '* ', `* ${'a'.repeat(70)}\n  b`],
  ['a long word is broken', 'a'.repeat(73), '', `${'a'.repeat(72)}\na`],
  ['an address is not', `see ${long} there`, '', `see\n${long}\nthere`],
  ['wide letters are two columns', '日'.repeat(37), '', `${'日'.repeat(36)}\n日`],
  ['letters keep their marks', 'e\u0301'.repeat(73), '', `${'e\u0301'.repeat(72)}\ne\u0301`],
] as const) {
  test(name, () => {
    assert.is(wrapText(text, first), expected);
  });
}

test('no line is wider, whatever the words', () => {
  for (let length = 1; length < 200; length++) {
    const words = Array.from({ length: 40 }, (_, index) => 'x日'.repeat((index * length) % 61));
    for (const line of wrapText(words.join(' '), '* ').split('\n')) {
      assert.ok(stringWidth(line) <= columns, line);
    }
  }
});

test('a title is underlined as wide as it is', () => {
  assert.is(underline('日本 a', '-'), '日本 a\n------');
  assert.is(underline(`${'a'.repeat(70)} bcd`, '='), `${'a'.repeat(70)}\nbcd\n${'='.repeat(70)}`);
});

for (const [html, text] of [
  ['<p>One &amp; <b>two</b></p>\n<p>Three</p>', 'One & two\n\nThree'],
  ['<ul>\n<li>One</li>\n<li>Two</li>\n</ul>', '* One\n\n* Two'],
  [
    '<p><a style="color:#000" href="https://example.org/?a=1&amp;b">Here</a>.</p>',
    'Here <https://example.org/?a=1&b>.',
  ],
  [
    '<p>See<sup class="footnote-ref"><a style="" href="https://a.example/#fn1" id="fnref1">[1]</a></sup></p>\n<ol>\n<li id="fn1"><p>Foot <a href="https://a.example/#fnref1" aria-label="Back">↩</a></p>\n</li></ol>',
    'See[1]\n\n[1] Foot',
  ],
] as const) {
  test(`a note in plain text: ${html}`, () => {
    assert.is(formatNote(html), text);
  });
}

test.run();
