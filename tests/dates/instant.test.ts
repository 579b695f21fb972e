import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import {
  dayOfInstant,
  formatRfc822,
  inZone,
  isZone,
  latest,
  parseInstant,
  startOfDay,
} from '../../src/dates/instant.ts';
import { at } from '../support/site.ts';

const test = suite('instants');

const parsed: readonly (readonly [text: string, iso: string, time: number])[] = [
  ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00Z', 0],
  ['1970-01-01T00:00Z', '1970-01-01T00:00:00Z', 0],
  ['2024-01-05T14:30:00+08:00', '2024-01-05T14:30:00+08:00', Date.UTC(2024, 0, 5, 6, 30)],
  ['2024-01-05T14:30:15.250Z', '2024-01-05T14:30:15Z', Date.UTC(2024, 0, 5, 14, 30, 15, 250)],
  ['2024-01-05T23:30:00-05:00', '2024-01-05T23:30:00-05:00', Date.UTC(2024, 0, 6, 4, 30)],
  ['2024-01-05T12:00:00+05:45', '2024-01-05T12:00:00+05:45', Date.UTC(2024, 0, 5, 6, 15)],
  ['2024-01-05T12:00:00+00:00', '2024-01-05T12:00:00Z', Date.UTC(2024, 0, 5, 12)],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
];

for (const [text, iso, time] of parsed) {
  test(`${text} → ${iso}`, () => {
    assert.equal(parseInstant(text), { time, iso });
  });
}

const refused = [
  '2024-01-05',
  '2024-01-05T14:30:00',
  '2024-01-05 14:30:00Z',
  '2024-01-05T14Z',
  '2024-01-05T24:00:00Z',
  '2024-01-05T25:00:00Z',
  '2024-01-05T14:60:00Z',
  '2026-02-30T14:00:00Z',
  '2023-02-29T00:00:00Z',
  '2024-01-05T14:30:00+0800',
  '2024-01-05T14:30:00+08',
  '2024-01-05T14:30:00 UTC',
  '2024-W01-5T14:30:00Z',
  '+002024-01-05T14:30:00Z',
  '2024-01-05T14:30:00Z\n',
  '',
];

for (const text of refused) {
  test(`${JSON.stringify(text)} is no timestamp`, () => {
    assert.is(parseInstant(text), null);
  });
}

const days: readonly (readonly [text: string, zone: string, day: string])[] = [
  ['2024-01-05T23:30:00-05:00', 'Asia/Singapore', '2024-01-06'],
  ['2024-01-05T23:30:00-05:00', 'America/New_York', '2024-01-05'],
  ['2024-01-05T00:30:00+08:00', 'UTC', '2024-01-04'],
  ['2024-01-05T23:59:59Z', 'UTC', '2024-01-05'],
  ['2024-01-06T00:00:00Z', 'UTC', '2024-01-06'],
  ['2024-12-31T23:00:00Z', 'Pacific/Kiritimati', '2025-01-01'],
  // Summer time begins in Berlin at 01:00 UTC.
  ['2024-03-30T23:00:00Z', 'Europe/Berlin', '2024-03-31'],
  ['2024-03-31T22:00:00Z', 'Europe/Berlin', '2024-04-01'],
];

for (const [text, zone, day] of days) {
  test(`${text} is on ${day} in ${zone}`, () => {
    assert.is(dayOfInstant(at(text), zone), day);
  });
}

test('the start of a day has the offset that holds then', () => {
  assert.equal(startOfDay('2024-01-05' as Day, 'UTC'), at('2024-01-05T00:00:00Z'));
  assert.equal(startOfDay('2024-01-05' as Day, 'Asia/Singapore'), at('2024-01-05T00:00:00+08:00'));
  assert.equal(startOfDay('2024-03-31' as Day, 'Europe/Berlin'), at('2024-03-31T00:00:00+01:00'));
  assert.equal(startOfDay('2024-04-01' as Day, 'Europe/Berlin'), at('2024-04-01T00:00:00+02:00'));
  // Midnight was left out when summer time began in Beirut.
  assert.is(startOfDay('2022-03-27' as Day, 'Asia/Beirut').iso, '2022-03-27T01:00:00+03:00');
});

test('a moment in another zone is the same moment', () => {
  assert.equal(inZone(at('2024-01-05T23:30:00-05:00'), 'Asia/Singapore'), {
    time: Date.UTC(2024, 0, 6, 4, 30),
    iso: '2024-01-06T12:30:00+08:00',
  });
});

test('RFC 822 keeps the offset and is English', () => {
  assert.is(formatRfc822(at('2024-01-05T14:30:00+08:00')), 'Fri, 05 Jan 2024 14:30:00 +0800');
  assert.is(formatRfc822(at('2024-01-05T14:30:00Z')), 'Fri, 05 Jan 2024 14:30:00 +0000');
});

test('the latest of some', () => {
  assert.is(latest([]), null);
  const [one, two] = [at('2024-01-05T23:30:00-05:00'), at('2024-01-06T01:00:00Z')];
  assert.is(latest([one, two]), one);
});

const zones: readonly (readonly [name: string, isZone: boolean])[] = [
  ['UTC', true],
  ['Asia/Singapore', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Mars/Olympus', false],
  ['+08:00', false],
  ['UTC+8', false],
  ['GMT-5', false],
  ['local', false],
  ['system', false],
  ['', false],
];

for (const [name, expected] of zones) {
  test(`${JSON.stringify(name)} is ${expected ? 'a' : 'no'} zone`, () => {
    assert.is(isZone(name), expected);
  });
}

test.run();
