import { addDays, parseDay, weekdayOf, type Day } from '../dates/day.ts';
import { parseInstant, type Instant } from '../dates/instant.ts';

/** A day that a text names. */
export interface DayMention {
  readonly day: Day;
  /** As it stands in the text. */
  readonly text: string;
  readonly index: number;
  readonly hasYear: boolean;
  /** `date` with or without a weekday; `weekday` alone; `relative`: yesterday, today. */
  readonly kind: 'date' | 'weekday' | 'relative';
  readonly hasWeekday: boolean;
}

const months =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const capitalMonths = `${months}|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?`;
const monthStarts = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays =
  'Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs|r|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?';
const weekdayStarts = 'mon tue wed thu fri sat sun'.split(' ');

const weekdayBefore = `(?:\\b(?<weekday>${weekdays})\\b\\.?(?:,\\s*|\\s*\\(\\s*|\\s+))?`;
const number = '(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|[.,]\\d)';
const year = '(?:,?\\s+(?<year>\\d{4})(?!\\d))?';

const patterns: readonly RegExp[] = [
  // Friday (Jan 5), Jan. 5, 2024
  new RegExp(`${weekdayBefore}\\b(?<month>${capitalMonths})\\b\\.?\\s+${number}${year}`, 'gu'),
  // Friday 5 January 2024
  new RegExp(
    `${weekdayBefore}(?<![\\d.,:-])${number}(?:\\s+of)?[\\s-](?<month>${capitalMonths})\\b\\.?(?:,?[\\s-](?<year>\\d{4})(?!\\d))?`,
    'gu',
  ),
  /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d|-\d)/gu,
  /(?<!\d)(?<year>\d{4})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})(?!\d)/gu,
  /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/gu,
  /(?:(?<year>\d{4})\s?[年년]\s?)?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일号]/gu,
];
const weekdayAlone =
  /\b(?:(?<before>last|next|this|coming|every|each|until|till|by|from)\s+)?(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b/gu;
const relative = /\b(?<word>yesterday|today)\b/giu;

/**
 * The days that an English text names, and dates in figures, in the order of the text. A day without a
 * year is the nearest at or before `reference` that falls on the weekday, where one is named.
 */
export function findDays(text: string, reference: Day): readonly DayMention[] {
  const found: DayMention[] = [];
  const isTaken = (index: number): boolean =>
    found.some((each) => index >= each.index && index < each.index + each.text.length);
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (isTaken(match.index)) continue;
      const mention = readDate(match, reference);
      if (mention !== null) found.push(mention);
    }
  }
  for (const match of text.matchAll(weekdayAlone)) {
    const { before, weekday = '' } = match.groups ?? {};
    if (isTaken(match.index) || (before !== undefined && !/^(?:last|this)$/.test(before))) continue;
    const day = lastWeekday(weekday, before === 'last' ? addDays(reference, -1) : reference);
    found.push(mentionOf(match, day, { hasYear: false, kind: 'weekday', hasWeekday: true }));
  }
  for (const match of text.matchAll(relative)) {
    const isToday = match[0].toLowerCase() === 'today';
    const day = isToday ? reference : addDays(reference, -1);
    found.push(mentionOf(match, day, { hasYear: false, kind: 'relative', hasWeekday: false }));
  }
  return found.sort((one, other) => one.index - other.index);
}

function readDate(match: RegExpMatchArray & { index: number }, reference: Day): DayMention | null {
  const { weekday, month = '', day = '', year: written } = match.groups ?? {};
  const named = monthStarts.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const monthDay = `${pad(named > 0 ? named : Number(month))}-${pad(Number(day))}`;
  const number = weekday === undefined ? null : weekdayNumber(weekday);
  const found =
    written === undefined
      ? nearestYear(monthDay, number, reference)
      : parseDay(`${written}-${monthDay}`);
  if (found === null) return null;
  const hasWeekday = number !== null && weekdayOf(found) === number;
  return mentionOf(match, found, { hasYear: written !== undefined, kind: 'date', hasWeekday });
}

function mentionOf(
  match: RegExpMatchArray & { index: number },
  day: Day,
  more: Pick<DayMention, 'hasYear' | 'kind' | 'hasWeekday'>,
): DayMention {
  return { day, text: match[0], index: match.index, ...more };
}

/** A date repeats its weekday after 11 years at the latest, 29 February after 40. */
const yearsBack = 40;

function nearestYear(monthDay: string, weekday: number | null, reference: Day): Day | null {
  const last = Number(reference.slice(0, 4));
  for (let year = last; year > last - yearsBack; year--) {
    const day = parseDay(`${String(year).padStart(4, '0')}-${monthDay}`);
    if (day === null || day > reference) continue;
    if (weekday === null || weekdayOf(day) === weekday) return day;
  }
  return null;
}

function lastWeekday(weekday: string, reference: Day): Day {
  return addDays(reference, -((weekdayOf(reference) - weekdayNumber(weekday) + 7) % 7));
}

function weekdayNumber(weekday: string): number {
  return weekdayStarts.indexOf(weekday.slice(0, 3).toLowerCase()) + 1;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Minutes east of UTC, of abbreviations that mean one zone. */
const zones: Readonly<Record<string, number>> = {
  ...{ UTC: 0, GMT: 0, Z: 0, MSK: 180, SGT: 480, HKT: 480, KST: 540, JST: 540 },
  ...{ CET: 60, CEST: 120, EST: -300, EDT: -240, PST: -480, PDT: -420 },
};

const timePattern =
  /(?<![\d:])(?<hour>\d{1,2})[:.](?<minute>[0-5]\d)(?::[0-5]\d)?(?![\d%])\s*(?<half>[ap]\.?m\b\.?)?\s*\(?(?<zone>UTC|GMT|SGT|HKT|KST|JST|MSK|CEST|CET|EST|EDT|PST|PDT|Z)?\b(?<offset>[+-]\d{1,2}(?::?\d{2})?)?/iu;

/** The moment of a day, where a text gives its time with a zone; null where it does not. */
export function findInstant(day: Day, text: string): Instant | null {
  const { hour, minute, half, zone, offset } = timePattern.exec(text)?.groups ?? {};
  if (hour === undefined || minute === undefined) return null;
  const isSigned = offset !== undefined && (zone !== undefined || /\d{2}:?\d{2}$/.test(offset));
  const minutes = isSigned ? offsetMinutes(offset) : zones[zone?.toUpperCase() ?? ''];
  if (minutes === undefined) return null;
  const isAfternoon = half?.toLowerCase().startsWith('p') ?? false;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  const sign = minutes < 0 ? '-' : '+';
  const away = Math.abs(minutes);
  return parseInstant(
    `${day}T${pad(hours)}:${minute}:00${sign}${pad(Math.floor(away / 60))}:${pad(away % 60)}`,
  );
}

function offsetMinutes(text: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
