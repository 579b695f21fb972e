import type { Day } from '../dates/day.ts';
import { dateNamesOf, nameKey } from '../dates/dateNames.ts';
import { parseInstant } from '../dates/instant.ts';
import { dayOf, dayOfOldYear, isOldYear, isOurs } from './calendars.ts';
import { inOldFigures } from './findCalendarDays.ts';
import { findDays, inAsciiDigits } from './findDays.ts';
import { guessed, type Marked } from './marked.ts';
import { minutesOfZone } from './zoneNames.ts';

/** A stamp taken apart. */
interface StampParts {
  readonly day: Day;
  /** `23:30:00`; null where it has no time. */
  readonly time: string | null;
  /** What stands behind the time. */
  readonly zone: string;
  /** Why the day is not sure; null where it is. */
  readonly doubt: string | null;
}

/** What a stamp is read with. */
export interface StampContext {
  /** Of the feed or page, BCP 47; null where it names none. */
  readonly language: string | null;
  /** The day of filing, for years of other calendars; null where it is not known. */
  readonly filed: Day | null;
}

/**
 * A stamp as feeds and pages write it: `Tue, 16 Jan 2024 23:30:00 KST` (RFC 822), `2024-01-16 23:30`, with
 * the names of days and months in English or the language of the feed. One without a zone gives
 * its day, and one whose zone or time can't be read its day as a guess. A year of the Buddhist era, the Hijri or the
 * Persian calendar becomes one of ours. Null where no day can be read.
 */
export function readStamp(written: string, context: StampContext): Marked<string> | null {
  const text = spreadFigures(inAsciiDigits(written).replace(/\s+/g, ' ').trim());
  const parts = epochOf(text) ?? partsOf(text, context) ?? foundIn(text, context);
  if (parts === null) return null;
  const { day, time, zone, doubt } = parts;
  if (time === null || zone === '') return { value: day, guess: doubt };
  const found = minutesOfZone(zone, context.language);
  const instant = found === null ? null : parseInstant(`${day}T${time}${offsetOf(found.value)}`);
  if (instant === null) return guessed(day, `the time of "${written.trim()}" can’t be read`);
  return { value: instant.iso, guess: doubt ?? found?.guess ?? null };
}

const time =
  /(?<![\d:.])(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?(?!\d)\s*(?<half>[ap]\.?\s?m\b\.?)?\s*(?<zone>\(?[\p{L}+\-−:/_\d ]*\)?)/iu;
const figures = /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/u;
const slashed = /(?<![\d/])(?<one>\d{1,2})\/(?<two>\d{1,2})\/(?<year>\d{4})(?![\d/])/u;
const european = /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/u;
const asian = /(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/u;
const named =
  /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª)?[.,]?[ -](?:(?:de|di|of) |d['’])?(?<month>[\p{L}\p{M}'’]+)\.?,?[ -](?:(?:de|del) )?(?<year>\d{4}|\d{2})(?!\d)/iu;
const american =
  /(?<month>[\p{L}\p{M}]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?:(?:at )?(?<between>[\d:. apm]+[A-Z ]*) )?(?<year>\d{4})(?!\d)/iu;

function partsOf(text: string, context: StampContext): StampParts | null {
  for (const pattern of [figures, european, slashed, asian, named, american]) {
    const match = pattern.exec(text);
    const found = match === null ? null : readDay(match.groups ?? {}, context);
    if (match === null || found === null) continue;
    const rest = match.groups?.['between'] ?? text.slice(match.index + match[0].length);
    return { ...found, ...timeIn(rest) };
  }
  return null;
}

/** `20240105T101500Z` (ISO 8601, basic format) → `2024-01-05T10:15:00Z` */
function spreadFigures(text: string): string {
  return text.replace(
    /^((?:1[3-9]|2\d)\d{2})([01]\d)([0-3]\d)(?:T?([0-2]\d)([0-5]\d)([0-5]\d)?)?(?=$|Z|[+-]\d|\s)/,
    (_, year: string, month: string, day: string, ...time: readonly (string | undefined)[]) => {
      const [hour, minute, second = '00'] = time;
      const clock = hour === undefined ? '' : `T${hour}:${minute ?? '00'}:${second}`;
      return `${year}-${month}-${day}${clock}`;
    },
  );
}

/** Seconds or milliseconds since 1970, from 2001 to 2096. */
function epochOf(text: string): StampParts | null {
  if (!/^[1-3]\d{9}(?:\d{3})?$/.test(text)) return null;
  const moment = new Date(Number(text.slice(0, 10)) * 1000).toISOString();
  return { day: moment.slice(0, 10) as Day, time: moment.slice(11, 19), zone: 'Z', doubt: null };
}

/** A day in words that only texts have, such as months of other calendars. */
function foundIn(text: string, { language, filed }: StampContext): StampParts | null {
  if (filed === null) return null;
  const days = findDays(text, { day: filed, language });
  const [mention] = days.filter(({ kind, hasYear }) => kind === 'date' && hasYear);
  if (mention === undefined) return null;
  const rest = text.slice(mention.index + mention.text.length);
  return { day: mention.day, doubt: mention.doubt ?? null, ...timeIn(rest) };
}

type DayParts = Pick<StampParts, 'day' | 'doubt'>;

function readDay(
  {
    year = '',
    month = '',
    day = '',
    one = '',
    two = '',
  }: Readonly<Record<string, string | undefined>>,
  { language, filed }: StampContext,
): DayParts | null {
  if (one !== '') return readSlashed(Number(year), Number(one), Number(two), language);
  const key = nameKey(month);
  const names = [language ?? 'en', 'en'].map((each) => dateNamesOf(each).months.get(key));
  const number = /^\d+$/.test(month) ? Number(month) : (names[0] ?? names[1]);
  if (number === undefined) return null;
  // RFC 2822, section 4.3: two figures.
  const whole = Number(year.length > 2 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`);
  if (isOldYear(whole)) {
    // Months of ours have no year of another calendar.
    const isFigures = /^\d+$/.test(month) && filed !== null;
    const found = isFigures ? dayOfOldYear(whole, number, Number(day), filed) : null;
    return found === null ? null : { day: found, doubt: inOldFigures };
  }
  const found = dayOf(whole, number, Number(day));
  return found === null || !isOurs(found) ? null : { day: found, doubt: null };
}

/** `05/01/2024`: the month stands first in the United States, and the day elsewhere. */
function readSlashed(
  year: number,
  one: number,
  two: number,
  language: string | null,
): DayParts | null {
  const isAmerican = /^en(?:-US)?$/i.test(language ?? 'en');
  const isMonthFirst = two > 12 || (one <= 12 && isAmerican);
  const [month, day] = isMonthFirst ? [one, two] : [two, one];
  const found = dayOf(year, month, day);
  if (found === null || !isOurs(found)) return null;
  const isOpen = one <= 12 && two <= 12 && one !== two;
  const order = isMonthFirst ? 'the month' : 'the day';
  return { day: found, doubt: isOpen ? `in figures; ${order} is taken to stand first` : null };
}

function timeIn(text: string): Pick<StampParts, 'time' | 'zone'> {
  const groups = time.exec(text)?.groups;
  if (groups === undefined) return { time: null, zone: '' };
  const { hour = '', minute = '', second = '00', half, zone = '' } = groups;
  const isAfternoon = /^p/i.test(half ?? '');
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return { time: `${String(hours).padStart(2, '0')}:${minute}:${second}`, zone: zone.trim() };
}

function offsetOf(minutes: number): string {
  const away = Math.abs(minutes);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(away / 60))}:${pad(away % 60)}`;
}
