import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day, Month, Week, Year } from '../../src/dates/day.ts';
import { createDateWords } from '../../src/dates/format.ts';
import { at } from '../support/site.ts';

const test = suite('dates in words');
const day = '2024-01-05' as Day;

test('English has the British order', () => {
  const words = createDateWords('en');
  assert.is(words.longDay(day).replace(',', ''), 'Friday 5 January 2024');
  assert.is(words.day(day), '5 January 2024');
  assert.is(words.shortDay(day), '5 Jan');
  assert.is(words.weekday(day), 'Friday');
  assert.is(words.month('2024-01' as Month), 'January 2024');
  assert.is(words.monthName('2024-01' as Month), 'January');
  assert.equal(words.weekdays, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  assert.equal(createDateWords('fa').weekdays, ['د', 'س', 'چ', 'پ', 'ج', 'ش', 'ی']);
});

test('American English was asked for by name', () => {
  assert.is(createDateWords('en-US').day(day), 'January 5, 2024');
});

test('other languages', () => {
  assert.is(createDateWords('de').longDay(day), 'Freitag, 5. Januar 2024');
  assert.is(createDateWords('fr').month('2024-02' as Month), 'février 2024');
  assert.is(createDateWords('ja').day(day), '2024年1月5日');
});

test('digits, times and what stands between are those of the language', () => {
  const instant = at('2024-01-05T14:05:00Z');
  const persian = createDateWords('fa');
  assert.is(persian.time(instant, 'UTC'), '۱۴:۰۵');
  assert.is(persian.year('2024' as Year), '۲۰۲۴');
  const arabic = createDateWords('ar');
  assert.is(arabic.instant(instant, 'Asia/Riyadh'), '5 يناير 2024، 17:05 UTC+3');
  assert.is(createDateWords('ar-EG').time(at('2024-01-05T00:05:00Z'), 'UTC'), '٠٠:٠٥');
  assert.is(createDateWords('ja').year('2024' as Year), '2024年');
});

test('the calendar is the Gregorian one everywhere', () => {
  assert.match(createDateWords('th').day(day), '2024');
  assert.match(createDateWords('fa-u-nu-latn').day(day), '2024');
});

test('a week within a month, across months, across years', () => {
  const words = createDateWords('en');
  const plain = (week: string): string => words.week(week as Week).replace(/\s*[–-]\s*/, '–');
  assert.is(plain('2024-W02'), '8–14 January 2024');
  assert.is(plain('2024-W05'), '29 January–4 February 2024');
  assert.is(plain('2025-W01'), '30 December 2024–5 January 2025');
});

test('a time of the day has 24 hours in the zone', () => {
  const words = createDateWords('en');
  const instant = at('2024-01-05T23:30:00-05:00');
  assert.is(words.time(instant, 'UTC'), '04:30');
  assert.is(words.time(at('2024-01-05T00:05:00Z'), 'UTC'), '00:05');
  assert.is(words.instant(instant, 'UTC'), '6 January 2024, 04:30 UTC');
  assert.is(words.instant(instant, 'Asia/Singapore'), '6 January 2024, 12:30 UTC+8');
  assert.is(words.instant(instant, 'Asia/Kathmandu'), '6 January 2024, 10:15 UTC+5:45');
});

test.run();
