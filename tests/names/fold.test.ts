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
  ['a. b.', 'a b'],
  ['-Kim-', 'kim'],
  ["rock 'n' roll", 'rock n roll'],
  ['Straße', 'strasse'],
  ['ＤＰＲＫ', 'dprk'],
  ['日本', '日本'],
  ['が', 'が'],
  ['हिन्दी', 'हिन्दी'],
  ['김정은', '김정은'],
  ['!!!', ''],
  // A sign that is a part of a name.
  ['OPEC+', 'opec+'],
  ['OPEC＋', 'opec+'],
  ['C++', 'c++'],
  ['C#', 'c#'],
  ['C♯', 'c#'],
  ['A*', 'a*'],
  ['Notepad++ (editor)', 'notepad++ editor'],
  ['C++ Foundation', 'c++ foundation'],
  ['Canal+, Paris', 'canal+ paris'],
  ['Télé+', 'tele+'],
  ["OPEC+'s", 'opec+ s'],
  ['A+B', 'a b'],
  ['C + D', 'c d'],
  ['#China', 'china'],
  ['+ # *', ''],
  // Arabic as it is drawn.
  ['مـــصر', 'مصر'],
  ['ﻣﺼﺮ', 'مصر'],
  ['ﻻ', 'لا'],
  ['ﺇﻳﺮﺍﻥ', 'ايران'],
  ['الـعـراق', 'العراق'],
  ['ﺍﻟﻌﺮﺍﻕ', 'العراق'],
];

for (const [name, fold] of cases) {
  test(`${JSON.stringify(name)} → ${JSON.stringify(fold)}`, () => {
    assert.is(foldName(name), fold.normalize('NFC'));
  });
}

test('a plain name folds as it does beside other letters', () => {
  const plain = [...Array(95).keys()].map((index) => String.fromCharCode(32 + index));
  for (const one of plain) {
    for (const other of plain) {
      const name = `${one}Ab${other}c${one}${other}`;
      assert.is(`${foldName(name)} 日`.trim(), foldName(`${name} 日`), name);
    }
  }
});

test('composed and decomposed letters fold alike', () => {
  assert.is(foldName('Pe\u0301rez'), foldName('P\u00e9rez'));
});

test.run();
