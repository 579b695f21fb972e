import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { foldName } from '../../src/names/fold.ts';

const test = suite('foldName');

const cases: readonly (readonly [name: string, fold: string])[] = [
  ['DPRK', 'dprk'],
  ['d.p.r.k.', 'dprk'],
  ['Kim Jong-un', 'kim jong un'],
  ['  Kim   Jong  Un ', 'kim jong un'],
  ['Türkiye', 'turkiye'],
  ['Erdoğan', 'erdogan'],
  ['İstanbul', 'istanbul'],
  ['Łódź', 'lodz'],
  ["O'Neil", 'oneil'],
  ['O’Neil', 'oneil'],
  ['AT&T', 'at t'],
  ['Straße', 'strasse'],
  ['ＤＰＲＫ', 'dprk'],
  ['日本', '日本'],
  ['が', 'が'],
  ['हिन्दी', 'हिन्दी'],
  ['김정은', '김정은'],
  ['!!!', ''],
];

for (const [name, fold] of cases) {
  test(`${JSON.stringify(name)} → ${JSON.stringify(fold)}`, () => {
    assert.is(foldName(name), fold.normalize('NFC'));
  });
}

test('composed and decomposed letters fold alike', () => {
  assert.is(foldName('Pe\u0301rez'), foldName('P\u00e9rez'));
});

test.run();
