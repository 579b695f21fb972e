import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { segmentsOf } from '../../src/words/segments.ts';

const test = suite('segments of a text');

const texts: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['Latin letters', 'It rained. The ministry said so! Did it? '.repeat(200)],
  ['accents that stand alone', 'e\u0301a\u0308'.repeat(900)],
  ['families and flags', '👩‍👩‍👧‍👦🇰🇷🇯🇵'.repeat(200)],
  ['one letter with 3,000 marks', `a${'\u0301'.repeat(3000)}b`],
  ['one sentence of 2,000 words', 'слово '.repeat(2000)],
  ['words with apostrophes', 'can’t won’t e.g. 1,234.5 '.repeat(300)],
  ['sentences of another script', 'Шёл дождь. Министерство сообщило. '.repeat(400)],
];

for (const granularity of ['grapheme', 'word', 'sentence'] as const) {
  const by = new Intl.Segmenter('en', { granularity });
  for (const [name, text] of texts) {
    test(`${granularity}: ${name}`, () => {
      const whole = Array.from(by.segment(text), ({ segment, index }) => ({ segment, index }));
      assert.equal([...segmentsOf(text, by)], whole);
    });
  }
}

test.run();
