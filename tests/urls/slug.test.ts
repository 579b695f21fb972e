import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseSlug, toSlug } from '../../src/urls/slug.ts';

const test = suite('slugs');

const slugs = ['kim', 'kim-jong-un', '2024', 'w01', 'türkiye', '日本', 'हिन्दी', 'مصر', 'a1-b2'];
for (const text of slugs) {
  test(`${text} is one`, () => {
    assert.is(parseSlug(text), text.normalize('NFC'));
  });
}

const others = [
  '',
  '-',
  '-kim',
  'kim-',
  'kim--jong',
  'Kim',
  'KIM',
  'kim jong',
  'kim_jong',
  'kim.un',
  '..',
  'a/b',
  'a\\b',
  'a%20b',
  "o'neil",
  'É',
  'ki\u0000m',
  'a\u202eb',
  '\u0301a',
];
for (const text of others) {
  test(`${JSON.stringify(text)} is none`, () => {
    assert.is(parseSlug(text), null);
  });
}

test('a decomposed slug becomes NFC', () => {
  assert.is(parseSlug('tu\u0308rkiye'), 't\u00fcrkiye');
});

const made: readonly (readonly [name: string, slug: string | null])[] = [
  ['Kim Jong Un', 'kim-jong-un'],
  ['  D.P.R.K.  ', 'dprk'],
  ["O'Neil & Sons", 'oneil-sons'],
  ['Türkiye', 'turkiye'],
  ['Straße 5', 'strasse-5'],
  ['日本', '日本'],
  ['../../etc', 'etc'],
  ['The New York Times', 'the-new-york-times'],
  ['OPEC+', 'opec-plus'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['A*', 'a-star'],
  ['Ports reopen*', 'ports-reopen'],
  ['Ranked #1', 'ranked-1'],
  ['!!!', null],
  ['', null],
];
for (const [name, slug] of made) {
  test(`${JSON.stringify(name)} → ${slug ?? 'none'}`, () => {
    assert.is(toSlug(name), slug);
  });
}

test.run();
