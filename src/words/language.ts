import { ar } from './ar.ts';
import { en, type Words } from './en.ts';
import { fillWords, type PluralForms } from './forms.ts';
import { markWords } from './marks.ts';

/** The languages that the pages speak, by primary subtag (BCP 47). */
export const languages: Readonly<Record<string, Words>> = { en, ar };

/** How a site speaks. */
export interface Language {
  readonly words: Words;
  /** The language of the words where it is another than the site's, else null. */
  readonly foreign: string | null;
  /** The words as pages get them: see `markWords`, where they are foreign. */
  readonly pageWords: Words;
  /** A number in the language's digits and groups. */
  readonly number: (value: number) => string;
  /** `55–80%`, from two fractions of one. */
  readonly percents: (from: number, to: number) => string;
  /** `1 item`, `1,234 items` */
  readonly count: (forms: PluralForms, value: number) => string;
}

/** @param tag BCP 47. A language that nobody wrote words for gets the English ones. */
export function languageOf(tag: string): Language {
  // A language without numbers of its own would get those of the machine.
  const locale = [tag, 'en'];
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const number = rememberSmall((value) => numbers.format(value));
  const own = languages[new Intl.Locale(tag).language];
  // The forms are those of the words: a page in Japanese has English words, and Japanese has no singular.
  const plurals = new Intl.PluralRules(own === undefined ? 'en' : locale);
  const formOf = rememberSmall((value) => plurals.select(value));
  const counted = new Map<PluralForms, (value: number) => string>();
  const counting = (forms: PluralForms): ((value: number) => string) => {
    let known = counted.get(forms);
    if (known === undefined) {
      known = rememberSmall((value) =>
        fillWords(forms[formOf(value)] ?? forms.other, { n: number(value) }),
      );
      counted.set(forms, known);
    }
    return known;
  };
  return {
    words: own ?? en,
    foreign: own === undefined ? 'en' : null,
    pageWords: own ?? marked,
    number,
    // Not by formatRange, which writes 55% – 80% in one version of Node and 55–80% in another.
    percents: (from, to) =>
      percents
        .formatToParts(to)
        .map(({ type, value }) =>
          type === 'integer' ? `${number(Math.round(from * 100))}–${value}` : value,
        )
        .join(''),
    count: (forms, value) => counting(forms)(value),
  };
}

/** Counts are mostly small ones, and the same on many pages. */
const mostRemembered = 2000;

/** Makes something of each small whole number once. */
function rememberSmall<Value>(make: (value: number) => Value): (value: number) => Value {
  const known = new Map<number, Value>();
  return (value) => {
    if (!Number.isInteger(value) || value < 0 || value > mostRemembered) return make(value);
    let made = known.get(value);
    if (made === undefined) {
      made = make(value);
      known.set(value, made);
    }
    return made;
  };
}

const marked = markWords(en);
