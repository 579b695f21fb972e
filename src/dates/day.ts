import { DateTime } from 'luxon';

/** A calendar day, `YYYY-MM-DD`. Sorts as text. */
export type Day = string & { readonly brand: 'Day' };
/** A month, `YYYY-MM`. */
export type Month = string & { readonly brand: 'Month' };
/** A year, four digits. */
export type Year = string & { readonly brand: 'Year' };
/** An ISO 8601 week, `YYYY-Www` with the ISO week-numbering year. */
export type Week = string & { readonly brand: 'Week' };

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const known = new Map<string, Day | null>();

/** Parses a day strictly: `2024-02-30`, `2024-1-5` and the year 0000 are none. */
export function parseDay(text: string): Day | null {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const isDay =
    dayPattern.test(text) && text >= '0001' && DateTime.fromISO(text, { zone: 'utc' }).isValid;
  const day = isDay ? (text as Day) : null;
  if (known.size < 100_000) known.set(text, day);
  return day;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

export function yearOf(day: Day | Month): Year {
  return day.slice(0, 4) as Year;
}

/** In milliseconds, in UTC. */
const dayLength = 24 * 60 * 60 * 1000;
/** The week that was asked for last, with its Monday and Sunday: days are asked for in order. */
let asked: { readonly week: Week; readonly first: Day; readonly last: Day } | null = null;

/** The ISO 8601 week of a day: 2024-12-30 is in 2025-W01. */
export function weekOf(day: Day): Week {
  if (asked !== null && day >= asked.first && day <= asked.last) return asked.week;
  const date = toDate(day);
  const week =
    `${String(date.weekYear).padStart(4, '0')}-W${String(date.weekNumber).padStart(2, '0')}` as Week;
  const shift = (days: number): Day => toIso(date.toMillis() + days * dayLength);
  asked = { week, first: shift(1 - date.weekday), last: shift(7 - date.weekday) };
  return week;
}

/** The Monday and the Sunday of an ISO week. */
export function daysOfWeek(week: Week): readonly [first: Day, last: Day] {
  const monday = DateTime.fromISO(`${week}-1`, { zone: 'utc' });
  return [isoDay(monday), isoDay(monday.plus({ days: 6 }))];
}

/** The day that many days later (earlier where negative). */
export function addDays(day: Day, days: number): Day {
  return toIso(Date.parse(day) + days * dayLength);
}

/** All days of a month, in order. */
export function daysOfMonth(month: Month): readonly Day[] {
  const first = DateTime.fromISO(`${month}-01`, { zone: 'utc' });
  return Array.from({ length: first.daysInMonth ?? 0 }, (_, index) =>
    isoDay(first.plus({ days: index })),
  );
}

/** Day of the week, 1 (Monday) to 7. */
export function weekdayOf(day: Day): number {
  return toDate(day).weekday;
}

/** A day's parts are where they are: `fromISO` takes five times as long to find them. */
function toDate(day: Day): DateTime {
  return DateTime.utc(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}

/** The day of a moment in UTC, whose days are all of one length: luxon takes fifty times as long. */
function toIso(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day;
}

function isoDay(date: DateTime): Day {
  return (date.toISODate() ?? '') as Day;
}
