import { createDateWords, type DateWords } from '../dates/format.ts';
import { languageOf, type Language } from '../words/language.ts';

/** How the site's feeds speak: entries say the same as pages, in the same language. */
export interface Speech extends Language {
  readonly dates: DateWords;
}

export function speechOf(language: string): Speech {
  return { ...languageOf(language), dates: createDateWords(language) };
}
