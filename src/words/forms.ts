/**
 * A phrase with a number, in the forms that the language's plural rules choose between (CLDR); `{n}`
 * is the number. A language has those forms that its rules know, and `other`.
 */
export type PluralForms = Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>> & Record<'other', string>
>;

/** Puts values into the places of a phrase: `{name}`. */
export function fillWords(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
