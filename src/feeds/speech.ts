import { createDateWords, type DateWords } from '../dates/format.ts';
import { languageOf, type Language } from '../words/language.ts';

/** How the site's feeds speak: entries say the same as pages, in the same language. */
export interface Speech extends Language {
  /** BCP 47. */
  readonly language: string;
  readonly dates: DateWords;
}

export function speechOf(language: string): Speech {
  return { ...languageOf(language), language, dates: createDateWords(language) };
}
