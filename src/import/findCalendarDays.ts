import { withoutMarks } from '../dates/dateNames.ts';
import type { Day } from '../dates/day.ts';
import { dayOfOldYear, monthNames, toGregorian, type Calendar } from './calendars.ts';
import type { DayContext, DayMention } from './findDays.ts';

/** Months of the Hijri calendar as English texts spell them, beside the spellings of `Intl`. */
const hijri: readonly string[] = [
  'muharram',
  'safar',
  "rabi['’ʻ`]?(?: al| ul| el)?[ -]?(?:i|1|awwal|awal|ula)",
  "rabi['’ʻ`]?(?: al| ul| el| ath| as)?[ -]?(?:ii|2|thani|akhir|akhar|sani)",
  "juma+d[aeiou]*['’]?(?: al| ul| el)?[ -]?(?:i|1|awwal|awal|ula|oula)",
  "juma+d[aeiou]*['’]?(?: al| ul| el| ath| as)?[ -]?(?:ii|2|thani(?:ya|yah)?|akhira?h?|sani)",
  'rajab',
  "sha['’ʻ`]?ba?a?n",
  'rama[dz]h?a?n',
  'shawwa?a?l',
  "(?:dh?|z)h?[uo]['’ʻ`]?(?: a?l| e?l|l)?[- ]?q[aei]?['’ʻ`]?i?a?dah?",
  "(?:dh?|z)h?[uo]['’ʻ`]?(?: a?l| e?l|l)?[- ]?hij+ah?",
];

interface NamedMonths {
  readonly calendar: Calendar;
  readonly months: readonly RegExp[];
  readonly dates: readonly RegExp[];
}

/** Languages whose names of the months of a calendar are looked for, whatever the text's. */
const namers: Readonly<Record<Calendar, readonly string[]>> = {
  'islamic-umalqura': ['en', 'ar', 'fa', 'ur'],
  persian: ['en', 'fa', 'fa-AF', 'ps'],
  ethiopic: ['am'],
};
/** The years of each that texts of our time have. */
const years: Readonly<Record<Calendar, string>> = {
  'islamic-umalqura': '1[345]\\d{2}',
  persian: '1[345]\\d{2}',
  ethiopic: '20[012]\\d',
};

const known = new Map<string, readonly NamedMonths[]>();

function namedMonths(language: string): readonly NamedMonths[] {
  let all = known.get(language);
  if (all === undefined) {
    all = (['islamic-umalqura', 'persian', 'ethiopic'] as const).map((calendar) => {
      const own = new Set([language, ...namers[calendar]]);
      const names = [...own].map((each) => monthNames(calendar, each).map(escape));
      if (calendar === 'islamic-umalqura') names.push([...hijri]);
      const months = Array.from({ length: 12 }, (_, index) =>
        names
          .map((each) => each[index] ?? '')
          .filter((each) => each !== '')
          .join('|'),
      );
      // Longer names of later months, such as "Rabi II", begin as those of earlier ones do.
      const month = `(?<month>${months.join('|')})(?![\\p{L}\\p{M}])`;
      const year = `(?<year>${years[calendar]})(?!\\d)(?:\\s?(?:A\\.?H\\.?|H\\.|H\\b|هـ|ه\\b|هجري[اة]?|E\\.?C\\.?|ዓ\\.?ም))?`;
      return {
        calendar,
        months: months.map((each) => new RegExp(`^(?:${each})$`, 'iu')),
        dates: [
          `(?<![\\d.,:-])(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:من\\s+|of\\s+)?${month}[,،]?[\\s-]+${year}`,
          `(?<![\\p{L}\\p{M}])${month}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th|\\s+ቀን)?,?(?:\\s+|/)${year}`,
        ].map((pattern) => new RegExp(pattern, 'giu')),
      };
    });
    known.set(language, all);
  }
  return all;
}

/** The text has no accents, so the names have none. */
function escape(name: string): string {
  return withoutMarks(name)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’ʻʼ]/g, "['’ʻʼ`]?");
}

const sighting = 'a date of the Hijri calendar, which may be a day off';
/** Why a day in the figures of another calendar is not sure. */
export const inOldFigures = 'a date of another calendar, in figures';
const figures =
  /(?<![\d/.-])(?<year>1[345]\d{2})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})(?![\d/])/gu;

/** Dates that a text gives in calendars other than the Gregorian; its digits are those of ASCII. */
export function findCalendarDays(text: string, context: DayContext): readonly DayMention[] {
  const found: DayMention[] = [];
  const isYear = /(?:1[345]\d{2}|201\d)(?!\d)/.test(text);
  if (!isYear) return found;
  for (const { calendar, months, dates } of namedMonths(context.language ?? 'en')) {
    for (const match of dates.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const { day = '', month = '', year = '' } = match.groups ?? {};
      const number = months.findIndex((pattern) => pattern.test(month)) + 1;
      const value = toGregorian(calendar, Number(year), number, Number(day));
      const doubt = calendar === 'islamic-umalqura' ? sighting : null;
      if (value !== null) found.push(mentionOf(match, value, doubt));
    }
  }
  for (const match of text.matchAll(figures)) {
    const { year, month, day } = match.groups ?? {};
    const value = dayOfOldYear(Number(year), Number(month), Number(day), context.day);
    if (value !== null) found.push(mentionOf(match, value, inOldFigures));
  }
  return found;
}

function mentionOf(
  match: RegExpMatchArray & { index: number },
  day: Day,
  doubt: string | null,
): DayMention {
  const more = { hasYear: true, kind: 'date', hasWeekday: false } as const;
  return { day, text: match[0], index: match.index, ...more, doubt };
}
