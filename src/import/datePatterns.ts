import { dateNamesOf, type DateNames } from '../dates/dateNames.ts';

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
  /(?:(?<year>\d{4})\s?[年년]\s?)?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일号]/gu,
];

/** Capitals tell "May" and "March" from words. */
function english(): DatePatterns {
  const months =
    'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?';
  const weekdays =
    'Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs|r|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?';
  const weekday = `(?:\\b(?<weekday>${weekdays})\\b\\.?(?:,\\s*|\\s*\\(\\s*|\\s+))?`;
  const number = '(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|[.,]\\d)';
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
        `${weekday}(?<![\\d.,:-])${number}(?:\\s+of)?[\\s-](?<month>${months})\\b\\.?(?:,?[\\s-](?<year>\\d{4})(?!\\d))?`,
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
  const day = '(?<![\\d.,:-])(?<day>\\d{1,2})(?:er|[.º°ª])?(?![\\d:%]|[.,]\\d)';
  const month = `(?<month>${anyOf(names.months)})\\.?`;
  return {
    // viernes 5 de enero de 2024; Freitag, 5. Januar; le vendredi 1er mars
    dates: [
      new RegExp(
        `${weekday}${day}\\s+${small}${month}(?:,?\\s+${small}(?:${era}\\s*)?(?<year>\\d{4})(?!\\d))?`,
        'giu',
      ),
    ],
    weekdayAlone: new RegExp(`(?<weekday>${anyOf(names.longWeekdays)})`, 'giu'),
    relative: new RegExp(anyOf(names.relative), 'giu'),
    names,
  };
}

/** Names as alternatives, as whole words. */
function anyOf(names: ReadonlyMap<string, number>): string {
  return `(?<![\\p{L}\\p{M}])(?:${alternativesOf(names)})(?![\\p{L}\\p{M}])`;
}

/** Names as alternatives of a pattern, the longer first. */
export function alternativesOf(names: ReadonlyMap<string, number>): string {
  const alternatives = [...names.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’ʼ]"));
  // A pattern that nothing fits, where a language has no names.
  return alternatives.length === 0 ? '(?!)' : alternatives.join('|');
}
