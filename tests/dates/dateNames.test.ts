import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dateNamesOf, nameKey, withoutMarks } from '../../src/dates/dateNames.ts';

const names = suite('names of months and days');

for (const [language, name, month] of [
  ['es', 'enero', 1],
  ['es', 'ene', 1],
  ['fr', 'Févr.', 2],
  ['fr', 'jui', undefined],
  ['fr', 'juil', 7],
  ['ru', 'марта', 3],
  ['ru', 'март', 3],
  ['de', 'März', 3],
  ['zh', '三月', 3],
  ['zh', '3', undefined],
  ['xx', 'enero', undefined],
  // In capitals, without accents; as other countries of the language say.
  ['el', 'ΦΕΒΡΟΥΑΡΙΟΥ', 2],
  ['fr', 'AOUT', 8],
  ['tr', 'ŞUBAT', 2],
  ['tr', 'KASIM', 11],
  ['hi', 'फरवरी', 2],
  ['ar', 'شباط', 2],
  ['ar', 'كانون الثاني', 1],
  ['ar', 'جانفي', 1],
  ['ar', 'غشت', 8],
  ['de', 'Jänner', 1],
  ['es', 'setiembre', 9],
  ['sr', 'фебруара', 2],
  ['sr', 'септембра', 9],
  ['bs', 'oktobra', 10],
  ['et', 'veebruaril', 2],
  ['sr', 'februar', 2],
] as const) {
  names(`${language} ${name}`, () =>
    assert.is(dateNamesOf(language).months.get(nameKey(name)), month),
  );
}

names('days, and days from today', () => {
  const { weekdays, longWeekdays, relative } = dateNamesOf('pt');
  assert.equal([weekdays.get('sexta-feira'), weekdays.get('sex')], [5, 5]);
  assert.equal([longWeekdays.size, longWeekdays.get('sex')], [7, undefined]);
  assert.equal(
    [...relative],
    [
      ['ontem', -1],
      ['hoje', 0],
    ],
  );
  assert.is(dateNamesOf('fr').relative.get(nameKey('aujourd’hui')), 0);
});

for (const [text, plain] of [
  ['Févr. ΙΑΝΟΥΆΡΙΟΣ', 'Fevr. ΙΑΝΟΥΑΡΙΟΣ'],
  ['라른 ガ', '라른 カ'],
  ['ŁÓDŹ ı İ', 'ŁODZ i I'],
  ['1月5日', '1月5日'],
] as const) {
  names(`without marks: ${text}`, () => {
    assert.is(withoutMarks(text), plain);
    assert.is(withoutMarks(text).length, text.length);
  });
}

names.run();
