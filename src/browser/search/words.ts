import type { Words } from '../../words/en.ts';
import { fill } from '../main/fill.ts';
import { toSpeech, type Speech } from '../main/speech.ts';

/** The words of this script in the site's language: the build writes them in front of it. */
declare const scriptWords: Words['searchScript'] & Speech;

export const words = scriptWords;

/** What an element says of the words in it. */
export const speech = toSpeech(words);

const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);
// The forms are those of the words, which may be in another language than the site.
const plurals = new Intl.PluralRules(words.lang ?? language);
// As on the pages: "en" alone would mean the American order.
const locale = language === 'en' ? 'en-GB' : language;
const inUtc = { timeZone: 'UTC', calendar: 'gregory' } as const;
const days = new Intl.DateTimeFormat(locale, {
  ...inUtc,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const years = new Intl.DateTimeFormat(locale, { ...inUtc, year: 'numeric' });

/** `2022–2024`, or all of them. */
export function formatSpan(span: string): string {
  if (span === 'all') return words.allYears;
  return span
    .split('-')
    .map((year) => years.format(new Date(`${year}-01-01T00:00:00Z`)))
    .join('–');
}

export function formatNumber(value: number): string {
  return numbers.format(value);
}

export function formatDay(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

export function formatFound(count: number, years: string): string {
  const phrase = words.found[plurals.select(count)] ?? words.found.other;
  return fill(phrase, { n: formatNumber(count), years });
}
