import { DateTime } from 'luxon';
import { daysOfWeek, type Day, type Month, type Week, type Year } from './day.ts';
import type { Instant } from './instant.ts';

/** Dates in words, in one language. Built once a site; each answer is remembered. */
export interface DateWords {
  /** `Friday, 5 January 2024` in the order of the language. */
  readonly longDay: (day: Day) => string;
  /** `5 January 2024` */
  readonly day: (day: Day) => string;
  /** `5 Jan` */
  readonly shortDay: (day: Day) => string;
  /** `Friday` */
  readonly weekday: (day: Day) => string;
  /** `January 2024` */
  readonly month: (month: Month) => string;
  /** `2024` in the digits of the language */
  readonly year: (year: Year) => string;
  /** `January` */
  readonly monthName: (month: Month) => string;
  /** `1–7 January 2024` */
  readonly week: (week: Week) => string;
  /** `14:30` in the zone, 24 hours. */
  readonly time: (instant: Instant, zone: string) => string;
  /** `5 January 2024, 14:30 UTC` */
  readonly instant: (instant: Instant, zone: string) => string;
  /** The seven short names of the days, Monday first. */
  readonly weekdays: readonly string[];
  /** The narrowest names of the twelve months, of one letter in most languages. */
  readonly months: readonly string[];
}

export function createDateWords(language: string): DateWords {
  // British order reads unambiguously everywhere, and "en" alone would mean the American one.
  // The last is for languages without dates of their own, which would get those of the machine.
  const locale = [language === 'en' ? 'en-GB' : language, 'en-GB'];
  const days = (options: Intl.DateTimeFormatOptions): ((text: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, {
      ...options,
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    return remember((text) => format.format(utc(text)));
  };
  const longDay = days({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const day = days({ day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = days({ day: 'numeric', month: 'short' });
  const weekday = days({ weekday: 'long' });
  const month = days({ month: 'long', year: 'numeric' });
  const monthName = days({ month: 'long' });
  const year = days({ year: 'numeric' });
  const range = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  const week = remember((text) => {
    const [first, last] = daysOfWeek(text as Week);
    return range.formatRange(utc(first), utc(last));
  });
  const timeIn = rememberTimes(locale);
  const time = (instant: Instant, zone: string): string => timeIn(zone).format(instant.time);
  const join = joinOf(locale);
  const narrow = new Intl.DateTimeFormat(locale, {
    month: 'narrow',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  return {
    longDay,
    day,
    shortDay,
    weekday,
    month: (value) => month(`${value}-01`),
    monthName: (value) => monthName(`${value}-01`),
    year: (value) => year(`${value}-01-01`),
    week,
    time,
    instant: (value, zone) => {
      const date = DateTime.fromMillis(value.time, { zone });
      return `${day(date.toFormat('yyyy-MM-dd'))}${join}${time(value, zone)} ${zoneName(date)}`;
    },
    weekdays: namesOfWeekdays(locale),
    months: Array.from({ length: 12 }, (_, index) =>
      narrow.format(utc(`2024-${String(index + 1).padStart(2, '0')}-01`)),
    ),
  };
}

/** Times of the day, 24 hours, in the digits of the language; a formatter a zone. */
function rememberTimes(locale: readonly string[]): (zone: string) => Intl.DateTimeFormat {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    let format = formats.get(zone);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(locale, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: zone,
      });
      formats.set(zone, format);
    }
    return format;
  };
}

/** What the language writes between a date and a time: a comma, or its own (CLDR). */
function joinOf(locale: readonly string[]): string {
  const parts = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).formatToParts(0);
  const hour = parts.findIndex((part) => part.type === 'hour');
  const before = parts[hour - 1];
  return before?.type === 'literal' ? before.value : ', ';
}

function zoneName(date: DateTime): string {
  return date.offset === 0 ? 'UTC' : `UTC${date.toFormat('Z')}`;
}

function utc(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

function remember(format: (text: string) => string): (text: string) => string {
  const seen = new Map<string, string>();
  return (text) => {
    let words = seen.get(text);
    if (words === undefined) {
      words = format(text);
      seen.set(text, words);
    }
    return words;
  };
}

/** Monday to Sunday, as short as a column of a calendar: where short names are whole ones, letters. */
function namesOfWeekdays(locale: readonly string[]): readonly string[] {
  const namesOf = (weekday: 'short' | 'narrow'): readonly string[] => {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, index) => format.format(utc(`2024-01-0${index + 1}`)));
  };
  const short = namesOf('short');
  return short.every((name) => name.length <= longestWeekday) ? short : namesOf('narrow');
}

/** Letters that have room in such a column in a window of 320 pixels. */
const longestWeekday = 4;
