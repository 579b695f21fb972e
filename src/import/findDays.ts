import { addDays, parseDay, weekdayOf, type Day } from '../dates/day.ts';
import { nameKey, type DateNames } from '../dates/dateNames.ts';
import { dayOf } from './calendars.ts';
import { datePatternsOf, type DatePatterns } from './datePatterns.ts';
import { findCalendarDays } from './findCalendarDays.ts';

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
  /** Why the day is not sure though it is written whole. */
  readonly doubt?: string | null;
}

/** What days without a year are resolved against, and the language of the text; null: not known. */
export interface DayContext {
  readonly day: Day;
  readonly language: string | null;
}

/**
 * The days that a text names in English or in its own language, and dates in figures, in the order of
 * the text. A day without a year is the nearest at or before that of the context that falls on the
 * weekday, where one is named.
 */
export function findDays(text: string, context: DayContext): readonly DayMention[] {
  const own = [context.language ?? 'en'].filter((language) => !/^en\b/.test(language));
  const plain = inAscii(text);
  const others = findCalendarDays(plain, context);
  const all = ['en', ...own].reduce<readonly DayMention[]>(
    (found, language) => findIn(plain, context.day, datePatternsOf(language), found),
    others,
  );
  const merged = others.length === 0 ? all : joinCalendars(all, new Set(others), plain);
  if (plain === text) return merged;
  return merged.map((each) => ({
    ...each,
    text: text.slice(each.index, each.index + each.text.length),
  }));
}

/** Digits of every script as those of ASCII, each in its place. */
export function inAscii(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    if (digit.length > 1) return digit;
    // The digits of a script stand in a row from one that ten divides, or from six beyond.
    let zero = digit.charCodeAt(0);
    while (/\p{Nd}/u.test(String.fromCharCode(zero - 1)) && digit.charCodeAt(0) - zero < 9) zero--;
    return String(digit.charCodeAt(0) - zero);
  });
}

/** What may stand between a day and the same day of another calendar. */
const between =
  /^[\s,،()/|–—-]*(?:A\.?[HD]\.?|CE|H|هـ|م|corresponding to|equivalent to|الموافق|المصادف|برابر با)?[\s,،()/|–—-]*$/iu;

/** A day of another calendar beside the same of the Gregorian one: the two are one, and the latter counts. */
function joinCalendars(
  all: readonly DayMention[],
  others: ReadonlySet<DayMention>,
  text: string,
): readonly DayMention[] {
  const joined: DayMention[] = [];
  for (const each of all) {
    const last = joined.at(-1);
    const isOther = others.has(each);
    const gap = last === undefined ? '' : text.slice(last.index + last.text.length, each.index);
    const isPair =
      last !== undefined &&
      each.kind === 'date' &&
      last.kind === 'date' &&
      isOther !== others.has(last) &&
      between.test(gap);
    if (!isPair) {
      joined.push(each);
      continue;
    }
    const [counting, index] = [isOther ? last : each, last.index];
    joined[joined.length - 1] = {
      ...counting,
      index,
      text: text.slice(index, each.index + each.text.length),
    };
  }
  return joined;
}

function findIn(
  text: string,
  reference: Day,
  { dates, weekdayAlone, relative, names }: DatePatterns,
  before: readonly DayMention[],
): readonly DayMention[] {
  const found: DayMention[] = [];
  // By letter: a text of nothing but days has as many of them as it has words.
  const taken = new Uint8Array(text.length);
  const take = (mention: DayMention): void => {
    found.push(mention);
    taken.fill(1, mention.index, mention.index + mention.text.length);
  };
  before.forEach(take);
  const isTaken = (index: number): boolean => taken[index] === 1;
  for (const pattern of dates) {
    for (const match of text.matchAll(pattern)) {
      if (isTaken(match.index)) continue;
      const mention = readDate(match, names, reference);
      if (mention !== null) take(mention);
    }
  }
  for (const match of text.matchAll(weekdayAlone)) {
    const { before: word, weekday = '' } = match.groups ?? {};
    if (isTaken(match.index) || (word !== undefined && !/^(?:last|this)$/.test(word))) continue;
    const number = names.weekdays.get(nameKey(weekday)) ?? 1;
    const day = lastWeekday(number, word === 'last' ? addDays(reference, -1) : reference);
    take(mentionOf(match, day, { hasYear: false, kind: 'weekday', hasWeekday: true }));
  }
  for (const match of text.matchAll(relative)) {
    if (isTaken(match.index)) continue;
    const day = addDays(reference, names.relative.get(nameKey(match[0])) ?? 0);
    take(mentionOf(match, day, { hasYear: false, kind: 'relative', hasWeekday: false }));
  }
  return found.sort((one, other) => one.index - other.index);
}

function readDate(
  match: RegExpMatchArray & { index: number },
  names: DateNames,
  reference: Day,
): DayMention | null {
  const { weekday, month = '', day = '', year: written } = match.groups ?? {};
  const named = names.months.get(nameKey(month)) ?? Number(month);
  const monthDay = `${pad(named)}-${pad(Number(day))}`;
  const number = weekday === undefined ? null : (names.weekdays.get(nameKey(weekday)) ?? null);
  const found =
    written === undefined
      ? nearestYear(monthDay, number, reference)
      : dayOf(Number(written), named, Number(day));
  // A year of another calendar beside a month of ours is a slip.
  if (found === null || (written !== undefined && found < '1600')) return null;
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

function lastWeekday(weekday: number, reference: Day): Day {
  return addDays(reference, -((weekdayOf(reference) - weekday + 7) % 7));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
