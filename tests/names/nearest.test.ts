import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatSuggestion, nearestNames } from '../../src/names/nearest.ts';

const test = suite('nearestNames');

const cases: readonly (readonly [wanted: string, known: string[], expected: string[]])[] = [
  ['topcis', ['topics', 'actors'], ['topics']],
  ['Kim Jong On', ['Kim Jong Un', 'Kim Jong Nam'], ['Kim Jong Un', 'Kim Jong Nam']],
  ['iran', ['Iraq', 'Ireland', 'IRAN'], ['IRAN']],
  ['iram', ['Iraq', 'Ireland', 'Iran'], ['Iraq', 'Iran']],
  ['x', ['y'], []],
  ['war', ['peace'], []],
  ['', ['a'], []],
  ['Kim', ['Kim Jong Un', 'Kimberley'], ['Kim Jong Un']],
  ['United Nations Security Council', ['United Nations'], ['United Nations']],
  ['abcdef', ['!!!'], []],
  ['abcdef', ['abcdez', 'abcdey', 'abcdex', 'abcdew'], ['abcdez', 'abcdey', 'abcdex']],
  ['abcdef', ['abcxyf', 'abcdex'], ['abcdex', 'abcxyf']],
  ['abcdef', ['abcdex', 'abcdex'], ['abcdex']],
  ['anything', [], []],
];
for (const [wanted, known, expected] of cases) {
  test(`${wanted} among ${known.join(', ')}`, () => {
    assert.equal(nearestNames(wanted, known), expected);
  });
}

test('in words', () => {
  assert.is(formatSuggestion([]), null);
  assert.is(formatSuggestion(['a']), 'did you mean "a"?');
  assert.is(formatSuggestion(['a', 'b']), 'did you mean "a" or "b"?');
});

test.run();
