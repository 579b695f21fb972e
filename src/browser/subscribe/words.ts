import type { Words } from '../../words/en.ts';
import { fill } from '../main/fill.ts';
import { toSpeech, type Speech } from '../main/speech.ts';

/** The words of this script in the site's language: the build writes them in front of it. */
declare const scriptWords: Words['subscribeScript'] & Speech;

/** What an element says of the words in it. */
export const speech = toSpeech(scriptWords);

const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);
// The forms are those of the words, which may be in another language than the site.
const plurals = new Intl.PluralRules(scriptWords.lang ?? language);

/** `3 feeds` */
export function formatFound(count: number): string {
  if (count === 0) return scriptWords.none;
  const phrase = scriptWords.found[plurals.select(count)] ?? scriptWords.found.other;
  return fill(phrase, { n: numbers.format(count) });
}
