import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Year } from '../../src/dates/day.ts';
import type { Site } from '../../src/model/site.ts';
import { createViewContext } from '../../src/views/context.ts';
import { keysOfYears, type LastYearKeys, type YearKey } from '../../src/views/yearKey.ts';
import { articleFile, loadGood, type Files } from '../support/site.ts';

const test = suite('keys of years');

const years = ['2020', '2021', '2022', '2023', '2024'];
const files: Files = Object.fromEntries([
  ['actors/bo.md', articleFile('name: Bo\ntype: person')],
  ...years.flatMap((year) => [
    [`articles/${year}-02-02-a.md`, articleFile(`title: A\ndate: ${year}-02-02\nactors: [Bo]`)],
    [`articles/${year}-02-03-b.md`, articleFile(`title: B\ndate: ${year}-02-03`)],
  ]),
]) as Files;

function keysOf(site: Site, last: LastYearKeys | null = null): ReadonlyMap<Year, YearKey> {
  return keysOfYears(site, createViewContext(site), last);
}

test('are the same where those of earlier years are taken from the last build', () => {
  const before = Object.fromEntries(keysOf(loadGood(files)));
  for (const touched of years as Year[]) {
    const site = loadGood({
      ...files,
      [`articles/${touched}-06-06-c.md`]: articleFile(`title: C\ndate: ${touched}-06-06`),
    });
    assert.equal(keysOf(site, { keys: before, touched }), keysOf(site), touched);
  }
});

test('are taken of years that can’t see the one that is touched, and of no other', () => {
  const site = loadGood(files);
  const made = (year: string): YearKey => ({ key: year, past: year, rows: '', items: '' });
  const keys = Object.fromEntries(years.map((year) => [year, made(year)]));
  const taken = (touched: string | null): readonly string[] =>
    Array.from(keysOf(site, { keys, touched: touched as Year | null }))
      .filter(([year, { key }]) => key === year)
      .map(([year]) => year);
  assert.equal(taken('2024'), ['2020', '2021', '2022']);
  assert.equal(taken('2022'), ['2020']);
  assert.equal(taken('2020'), []);
  assert.equal(taken('2019'), []);
  assert.equal(taken(null), []);
});

test('a year without an item is seen through', () => {
  const site = loadGood({
    ...Object.fromEntries(Object.entries(files).filter(([file]) => !file.includes('/2023'))),
    'briefings/2023-05-05.md': articleFile('date: 2023-05-05\ntitle: Words alone'),
  });
  const keys = Object.fromEntries(keysOf(site));
  const last = { keys, touched: '2024' as Year };
  assert.equal(keysOf(site, last), keysOf(site));
  const { '2022': key } = keys;
  // What 2022 shows of the next item may be of 2024.
  const wrong = { ...keys, '2022': { ...key!, key: 'wrong' } };
  assert.is(keysOf(site, { ...last, keys: wrong }).get('2022' as Year)?.key, key!.key);
});

test('what is known of items is taken for those years alone that were not touched', () => {
  const site = loadGood(files);
  const context = createViewContext(site);
  const keys = new Map(keysOf(site));
  const { rows, items } = keys.get('2020' as Year)!;
  // As if the items of 2021 were those of 2020.
  keys.set('2021' as Year, { ...keys.get('2021' as Year)!, rows, items });
  keysOfYears(site, context, { keys: Object.fromEntries(keys), touched: '2024' as Year });
  const honest = createViewContext(site);
  const ofYear = (year: string): typeof site.articles =>
    site.articles.filter(({ day }) => day.startsWith(year));
  for (const year of years) {
    for (const of of ['rowsKey', 'itemsKey'] as const) {
      const isTaken = year === '2021';
      const one = context[of](ofYear(year));
      assert.is(one === honest[of](ofYear(year)), !isTaken, `${year} ${of}`);
    }
  }
  assert.is(context.itemsKey(ofYear('2021')), honest.itemsKey(ofYear('2020')));
});

test.run();
