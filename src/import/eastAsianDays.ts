import type { Day } from '../dates/day.ts';
import { dateNamesOf, nameKey } from '../dates/dateNames.ts';
import { dayOf, eraStarts } from './calendars.ts';
import type { DayContext, DayMention } from './findDays.ts';

const figure = '(?:\\d{1,4}|[〇零○一二三四五六七八九十百]{1,5})';
/** Before a day of the calendar of the moon, whose months are others. */
const lunar = /(?:[农農][历曆]|旧暦|舊曆|음력|陰曆|阴历)\s?$/u;

let known: readonly RegExp[] | null = null;

function patterns(): readonly RegExp[] {
  if (known !== null) return known;
  const eras = [...eraStarts().keys()].sort((one, other) => other.length - one.length).join('|');
  const era = `(?<era>${eras})\\s?(?<count>${figure}|元)(?:\\s?[(（](?<year>\\d{4})[)）])?`;
  const months =
    'January|February|March|April|May|June|July|August|September|October|November|December';
  return (known = [
    // 2024年1月5日, 令和六年一月五日, 주체113(2024)년 1월 5일, 1月5日
    `(?:${era}\\s?[年년]\\s?|(?<plain>${figure})\\s?[年년]\\s?)?(?<month>${figure})\\s?[月월]\\s?(?<day>${figure})\\s?[日일号號]`,
    // Juche113.2.10.
    `${era}\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<day>\\d{1,2})\\.?`,
    // February 10, Juche 113 (2024)
    `(?<!\\p{L})(?<month>${months})\\s+(?<day>\\d{1,2}),?\\s+${era}`,
    `(?<!\\d)(?<day>\\d{1,2})\\s+(?<month>${months}),?\\s+${era}`,
  ].map((pattern) => new RegExp(pattern, 'gu')));
}

/**
 * Days as Chinese, Japanese and Korean texts write them: in figures or in their own numbers (二〇二四年一月五日), with
 * years of an era (令和6年, 民國113年, Juche 113). The calendar of the moon is left alone.
 */
export function findEastAsianDays(text: string, context: DayContext): readonly DayMention[] {
  return patterns()
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((match) => readDay(match, text, context) ?? []);
}

function readDay(
  match: RegExpMatchArray & { index: number },
  text: string,
  context: DayContext,
): DayMention | null {
  if (lunar.test(text.slice(Math.max(0, match.index - 4), match.index))) return null;
  const { era, count = '', year, plain, month = '', day = '' } = match.groups ?? {};
  const named = dateNamesOf('en').months.get(nameKey(month));
  const [monthNumber, dayNumber] = [named ?? numberOf(month), numberOf(day)];
  const more = { text: match[0], index: match.index, kind: 'date', hasWeekday: false } as const;
  if (era === undefined && plain === undefined) {
    const found = latest(monthNumber, dayNumber, context.day);
    return found === null ? null : { ...more, day: found, hasYear: false };
  }
  const inEra = (eraStarts().get(era ?? '') ?? 0) + (count === '元' ? 1 : numberOf(count));
  const { value, doubt } =
    plain === undefined
      ? { value: year === undefined ? inEra : Number(year), doubt: null }
      : readYear(numberOf(plain), context);
  const found = value === null ? null : dayOf(value, monthNumber, dayNumber);
  return found === null ? null : { ...more, day: found, hasYear: true, doubt };
}

/** A year without an era; a small one is of the Republic of China, where the text is Chinese. */
function readYear(
  year: number,
  { language }: DayContext,
): { readonly value: number | null; readonly doubt: string | null } {
  if (year >= 1600) return { value: year, doubt: null };
  const isMinguo = language === 'zh' && year > 90 && year < 200;
  return isMinguo
    ? { value: year + 1911, doubt: 'taken as a year of the Republic of China' }
    : { value: null, doubt: null };
}

/** In so many years there is a 29 February. */
const yearsBack = 8;

/** The last such day at or before one. */
function latest(month: number, day: number, limit: Day): Day | null {
  const last = Number(limit.slice(0, 4));
  for (let year = last; year > last - yearsBack; year--) {
    const found = dayOf(year, month, day);
    if (found !== null && found <= limit) return found;
  }
  return null;
}

const digits = '〇一二三四五六七八九';

/** `二〇二四` → 2024, `十二` → 12, `一一三` → 113, `二十五` → 25; figures as they are. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[零○]/g, '〇');
  const valueOf = (digit: string): number => digits.indexOf(digit);
  if (!/[十百]/.test(plain)) return Number(Array.from(plain, valueOf).join(''));
  const [, hundreds = '', tens = '', ones = ''] =
    /^(?:([一二三四五六七八九]?)百)?〇?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(
      plain,
    ) ?? [];
  const isTen = plain.includes('十');
  const isHundred = plain.includes('百');
  return (
    (isHundred ? (hundreds === '' ? 1 : valueOf(hundreds)) * 100 : 0) +
    (isTen ? (tens === '' ? 1 : valueOf(tens)) * 10 : 0) +
    (ones === '' ? 0 : valueOf(ones))
  );
}
