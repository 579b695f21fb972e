import type { Day } from '../dates/day.ts';
import { dateNamesOf, type DateNames } from '../dates/dateNames.ts';
import { dayOf } from './calendars.ts';

/** How the days of a language look in texts. */
export interface DatePatterns {
  /** With the groups `day`, `month` and, where they are written, `weekday` and `year`. */
  readonly dates: readonly RegExp[];
  readonly weekdayAlone: RegExp;
  readonly relative: RegExp;
  readonly names: DateNames;
}

const known = new Map<string, DatePatterns>();

/** The patterns of a language, made once; those of English read dates in figures as well. */
export function datePatternsOf(language: string): DatePatterns {
  let patterns = known.get(language);
  if (patterns === undefined) {
    patterns = language === 'en' ? english() : patternsOf(dateNamesOf(language));
    known.set(language, patterns);
  }
  return patterns;
}

/** Years of other calendars, such as 1445, are read by `findCalendarDays`; those of the Buddhist era here. */
const inFigures: readonly RegExp[] = [
  /(?<![\d-])(?<year>(?:1[6-9]|2\d)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?!\d|-\d)/gu,
  /(?<!\d)(?<year>(?:1[6-9]|2\d)\d{2})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})(?!\d)/gu,
  /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/gu,
  // Day first: so it is wherever the Buddhist era is used.
  /(?<![\d/.-])(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>2[45]\d{2})(?![\d/])/gu,
  /(?<![\d-])(?<day>1[3-9]|2\d|3[01])-(?<month>0?[1-9]|1[0-2])-(?<year>(?:1[6-9]|20)\d{2})(?![\d-])/gu,
  // Day or month first: where one of them is more than 12.
  /(?<![\d/])(?<day>1[3-9]|2\d|3[01])\/(?<month>0?[1-9]|1[0-2])\/(?<year>\d{4})(?![\d/])/gu,
  /(?<![\d/])(?<month>0?[1-9]|1[0-2])\/(?<day>1[3-9]|2\d|3[01])\/(?<year>\d{4})(?![\d/])/gu,
  // Mongolian
  /(?<!\d)(?<year>20\d{2}) оны (?<month>\d{1,2})\s?-?\s?(?:р|дугаар|дүгээр) сарын (?<day>\d{1,2})(?!\d)/giu,
  // Vietnamese: ngày 16 tháng 2 năm 2024, without its accents
  /(?<![\p{L}\d.,:-])(?:ngay\s+)?(?<day>\d{1,2})[\s/-]*thang\s*(?<month>\d{1,2})(?:[\s,/-]*(?:nam\s*)?(?<year>\d{4}))?(?!\d)/giu,
];

/** Capitals tell "May" and "March" from words. */
function english(): DatePatterns {
  const months =
    'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?';
  const weekdays =
    'Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs|r|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?';
  const weekday = `(?:\\b(?<weekday>${weekdays})\\b\\.?(?:,\\s*|\\s*\\(\\s*|\\s+))?`;
  const number = '(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|%|[.,:]\\d)';
  const names = dateNamesOf('en');
  return {
    dates: [
      // Friday (Jan 5), Jan. 5, 2024
      new RegExp(
        `${weekday}(?<!\\p{L})(?<month>${months})\\b\\.?\\s+${number}(?:,?\\s+(?<year>\\d{4})(?!\\d))?`,
        'gu',
      ),
      // Friday 5 January 2024
      new RegExp(
        `${weekday}(?<![\\d.,:-])${number}(?:\\s+of)?[\\s/-](?<month>${months})\\b\\.?(?:,?[\\s/-](?<year>\\d{4})(?!\\d))?`,
        'gu',
      ),
      ...inFigures,
    ],
    weekdayAlone:
      /\b(?:(?<before>last|next|this|coming|every|each|until|till|by|from)\s+)?(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?=s?\b)/gu,
    relative: /\b(?:yesterday|today)\b/giu,
    names: { ...names, weekdays: new Map([...names.weekdays, ...oddWeekdays]) },
  };
}

/** Short names that agencies use beside those of `Intl`. */
const oddWeekdays = [['tues', 2] as const, ['thur', 4] as const, ['thurs', 4] as const];

/** Between the parts stand words such as "de", which no language has longer. */
const small = '(?:\\p{L}{1,3}\\.?\\s+)?';

/** The Buddhist era and ours, as Thai, Lao and Khmer texts write them before a year. */
const era = '(?:[พค]\\.?\\s?ศ\\.?|ພ\\.?ສ\\.?|ព\\.?ស\\.?|B\\.?E\\.?)';

function patternsOf(names: DateNames): DatePatterns {
  const weekday = `(?:(?<weekday>${anyOf(names.weekdays)})\\.?(?:[,،(]\\s*|\\s+)${small})?`;
  const number = '(?<day>\\d{1,2})(?:er|[.º°ª]|-\\p{L}{1,3}(?!\\p{L}))?(?!\\d|%|[.,:]\\d)';
  const day = `(?<![\\d.,:-])${number}`;
  const pair = `(?:\\s?[/(]\\s?${anyOf(names.months)}\\.?\\)?)?`;
  // Levantine and Gregorian names beside each other: شباط/فبراير
  const month = `(?<month>${anyOf(names.months)})\\.?${pair}`;
  const year = `(?:[,،]?[\\s/]+${small}(?:${era}\\s*)?(?<year>\\d{4})(?!\\d))`;
  return {
    dates: [
      // viernes 5 de enero de 2024; Freitag, 5. Januar; le vendredi 1er mars
      `${weekday}${day}[\\s/-]+${small}${month}${year}?`,
      // Pebrero 16, 2024
      `${weekday}${month}\\s+${number}${year}`,
      // 2024. február 16.; 2024 m. vasario 16 d.
      `(?<!\\d)(?<year>\\d{4})\\.?(?:\\s?\\p{L}{1,4}\\.?)?\\s+${month}\\s+${number}`,
    ].map((pattern) => new RegExp(pattern, 'giu')),
    weekdayAlone: new RegExp(`(?<weekday>${anyOf(names.longWeekdays)})`, 'giu'),
    relative: new RegExp(anyOf(names.relative), 'giu'),
    names,
  };
}

/** A day of figures in the order of a language, where day and month are both 12 at most. */
const slashes =
  /(?<![\d/.-])(?<first>0?[1-9]|1[0-2])(?<sign>[/-])(?<second>0?[1-9]|1[0-2])\k<sign>(?<year>20\d{2})(?![\d/-])/gu;

/** A date such as `05/01/2024`, in the order that a language writes; English writes both. */
export function findSlashed(
  text: string,
  language: string,
): readonly { readonly index: number; readonly text: string; readonly day: Day }[] {
  return [...text.matchAll(slashes)].flatMap((match) => {
    const { first, second, year } = match.groups ?? {};
    const [day, month] = isDayFirst(language) ? [first, second] : [second, first];
    const found = dayOf(Number(year), Number(month), Number(day));
    return found === null ? [] : [{ index: match.index, text: match[0], day: found }];
  });
}

function isDayFirst(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language, { dateStyle: 'short' }).formatToParts(0);
  const placeOf = (kind: string): number => parts.findIndex(({ type }) => type === kind);
  // Where the year stands first, another order is that of the rest of the world.
  return placeOf('day') < placeOf('month') || placeOf('year') < placeOf('month');
}

/** Names as alternatives, as whole words. */
function anyOf(names: ReadonlyMap<string, number>): string {
  return `(?<![\\p{L}\\p{M}])(?:${alternativesOf(names)})(?![\\p{L}\\p{M}])`;
}

/** Names as alternatives of a pattern, the longer first. */
export function alternativesOf(names: ReadonlyMap<string, number>): string {
  const alternatives = [...names.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) =>
      name
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll("'", "['’ʼ]")
        // The dot below letters of Hindi is left out by many.
        .replace(/[क-ह]/g, '$&\u093c?'),
    );
  // A pattern that nothing fits, where a language has no names.
  return alternatives.length === 0 ? '(?!)' : alternatives.join('|');
}
