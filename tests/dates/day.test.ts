import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addDays,
  daysOfMonth,
  daysOfWeek,
  monthOf,
  parseDay,
  weekdayOf,
  weekOf,
  yearOf,
  type Day,
  type Month,
  type Week,
} from '../../src/dates/day.ts';

const test = suite('days');

const parsed: readonly (readonly [text: string, isDay: boolean])[] = [
  ['2024-01-05', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['0001-01-01', true],
  ['9999-12-31', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2026-02-30', false],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['2024-01-00', false],
  ['0000-01-01', false],
  ['2024-1-5', false],
  ['2024-01', false],
  ['20240105', false],
  ['2024-W01-1', false],
  ['2024-01-05T00:00:00Z', false],
  [' 2024-01-05', false],
  ['2024-01-05\n', false],
  ['+2024-01-05', false],
  ['', false],
];

for (const [text, isDay] of parsed) {
  test(`${JSON.stringify(text)} is ${isDay ? 'a' : 'no'} day`, () => {
    assert.is(parseDay(text), isDay ? text : null);
    assert.is(parseDay(text), isDay ? text : null, 'the answer is remembered');
  });
}

const weeks: readonly (readonly [day: string, week: string])[] = [
  ['2024-01-01', '2024-W01'],
  ['2024-01-07', '2024-W01'],
  ['2024-01-08', '2024-W02'],
  ['2024-12-29', '2024-W52'],
  ['2024-12-30', '2025-W01'],
  ['2020-12-31', '2020-W53'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2022-01-01', '2021-W52'],
];

for (const [day, week] of weeks) {
  test(`${day} is in ${week}`, () => {
    assert.is(weekOf(day as Day), week);
  });
}

test('a week has its Monday and its Sunday', () => {
  assert.equal(daysOfWeek('2025-W01' as Week), ['2024-12-30', '2025-01-05']);
  assert.equal(daysOfWeek('2020-W53' as Week), ['2020-12-28', '2021-01-03']);
});

test('month and year', () => {
  assert.is(monthOf('2024-01-05' as Day), '2024-01');
  assert.is(yearOf('2024-01-05' as Day), '2024');
  assert.is(yearOf('2024-01' as Month), '2024');
});

test('days are added across months, years and leap days', () => {
  assert.is(addDays('2024-02-28' as Day, 1), '2024-02-29');
  assert.is(addDays('2023-02-28' as Day, 1), '2023-03-01');
  assert.is(addDays('2024-01-01' as Day, -1), '2023-12-31');
  assert.is(addDays('2024-01-01' as Day, 366), '2025-01-01');
});

test('the days of a month', () => {
  const february = daysOfMonth('2024-02' as Month);
  assert.is(february.length, 29);
  assert.is(february[0], '2024-02-01');
  assert.is(february.at(-1), '2024-02-29');
  assert.is(daysOfMonth('2023-02' as Month).length, 28);
});

test('Monday is 1, Sunday is 7', () => {
  assert.is(weekdayOf('2024-01-01' as Day), 1);
  assert.is(weekdayOf('2024-01-07' as Day), 7);
});

test.run();
