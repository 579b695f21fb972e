/** The language of words that is not the site's; none where it is. */
export interface Speech {
  readonly lang?: string;
}

/** The attributes of an element that has nothing but such words; none in the site's own language. */
export function toSpeech({ lang }: Speech): Readonly<Record<string, string>> {
  // No language without words is written as English is.
  return lang === undefined ? {} : { lang, dir: 'ltr' };
}
