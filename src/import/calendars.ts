import { addDays, parseDay, type Day } from '../dates/day.ts';

/** Calendars whose months are not those of the Gregorian one. */
export type Calendar = 'islamic-umalqura' | 'persian' | 'ethiopic';

/** Days from 0001-01-01 of the Gregorian calendar to a day, about: the first day of each calendar, and its year. */
const measures: Readonly<Record<Calendar, { readonly first: Day; readonly year: number }>> = {
  'islamic-umalqura': { first: '0622-07-19' as Day, year: 354.367 },
  persian: { first: '0622-03-22' as Day, year: 365.2422 },
  ethiopic: { first: '0008-08-27' as Day, year: 365.25 },
};
/** Days of a month, about. */
const monthLength: Readonly<Record<Calendar, number>> = {
  ...{ 'islamic-umalqura': 29.53, persian: 30.5, ethiopic: 30 },
};
/** How far the estimate of a day may be off. */
const widest = 5;

const formats = new Map<Calendar, Intl.DateTimeFormat>();

function formatOf(calendar: Calendar): Intl.DateTimeFormat {
  let format = formats.get(calendar);
  if (format === undefined) {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en', { calendar, timeZone: 'UTC', ...numeric });
    formats.set(calendar, format);
  }
  return format;
}

/** The Gregorian day of a date in another calendar, by `Intl`; null where that calendar has no such date. */
export function toGregorian(
  calendar: Calendar,
  year: number,
  month: number,
  day: number,
): Day | null {
  const { first, year: length } = measures[calendar];
  const days = Math.round((year - 1) * length + (month - 1) * monthLength[calendar] + day - 1);
  const estimate = addDays(first, days);
  for (let away = -widest; away <= widest; away++) {
    const candidate = addDays(estimate, away);
    const parts = formatOf(calendar).formatToParts(Date.parse(candidate));
    const isPart = (kind: string, value: number): boolean =>
      Number(parts.find(({ type }) => type === kind)?.value) === value;
    if (isPart('year', year) && isPart('month', month) && isPart('day', day)) return candidate;
  }
  return null;
}

/** The months of a calendar in a language, 1 to 12, as `Intl` names them. */
export function monthNames(calendar: Calendar, language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { calendar, month: 'long', timeZone: 'UTC' });
  const year = { 'islamic-umalqura': 1445, persian: 1402, ethiopic: 2016 }[calendar];
  return Array.from({ length: 12 }, (_, index) => {
    const day = toGregorian(calendar, year, index + 1, 15);
    return day === null ? '' : format.format(Date.parse(day));
  });
}

/** Whether a day's year may be one of our calendar; 5784 is of the Hebrew one. */
export function isOurs(day: string): boolean {
  return day >= '1600' && day < '2400';
}

/** Whether a year may be one of the Hijri or the Persian calendar, and is none of ours. */
export function isOldYear(year: number): boolean {
  return year >= 1300 && year < 1600;
}

/**
 * The Gregorian day of figures whose year is of the Hijri or the Persian calendar: the later of the two that is
 * not after the day of filing. 1402 is Persian where 1445 is Hijri.
 */
export function dayOfOldYear(year: number, month: number, day: number, filed: Day): Day | null {
  const limit = addDays(filed, 1);
  const days = (['islamic-umalqura', 'persian'] as const).flatMap(
    (calendar) => toGregorian(calendar, year, month, day) ?? [],
  );
  return (
    days
      .filter((each) => each <= limit)
      .sort()
      .at(-1) ?? null
  );
}

let known: ReadonlyMap<string, number> | null = null;

/**
 * How many years lie before the first of an era: `令和` → 2018. Those of Japan as `Intl` has them, the
 * Republic of China and the Juche era of North Korea.
 */
export function eraStarts(): ReadonlyMap<string, number> {
  if (known !== null) return known;
  const starts = new Map<string, number>();
  const format = new Intl.DateTimeFormat('ja-u-ca-japanese', {
    ...{ era: 'short', year: 'numeric', timeZone: 'UTC' },
  });
  // The eras of Japan since it counts by the Gregorian calendar, each up to its last year.
  for (let year = 1873; year <= 2100; year++) {
    const parts = format.formatToParts(Date.UTC(year, 11, 31));
    const valueOf = (kind: string): string => parts.find(({ type }) => type === kind)?.value ?? '';
    const written = valueOf('year');
    const number = written === '元' ? 1 : Number(written);
    const era = valueOf('era');
    if (era !== '' && !starts.has(era)) starts.set(era, year - number);
  }
  for (const name of ['中華民國', '中华民国', '民國', '民国']) starts.set(name, 1911);
  for (const name of ['Juche', 'JUCHE', '주체', '主体', '主體']) starts.set(name, 1911);
  return (known = starts);
}

/** A year of the Buddhist era as one of ours: 2567 is 2024. Others are as they are. */
export function gregorianYear(year: number): number {
  return year >= 2400 && year < 2700 ? year - 543 : year;
}

/** A day of Gregorian numbers; null where there is none. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return parseDay(`${pad(gregorianYear(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}
