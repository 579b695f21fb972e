import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dateNamesOf, nameKey } from '../../src/dates/dateNames.ts';

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

names.run();
