import { guessed, type Marked } from './marked.ts';

const scripts: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\p{sc=Hang}/gu, 'ko'],
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, 'ja'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Arab}/gu, 'ar'],
  [/\p{sc=Hebr}/gu, 'he'],
  [/\p{sc=Cyrl}/gu, 'ru'],
  [/\p{sc=Grek}/gu, 'el'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Deva}/gu, 'hi'],
];

/** The language of a text that its script tells; null for the Latin script, which tells none. */
export function guessLanguage(text: string): Marked<string> | null {
  const start = text.slice(0, 4000);
  const letters = (start.match(/\p{L}/gu) ?? []).length;
  for (const [pattern, language] of scripts) {
    const count = (start.match(pattern) ?? []).length;
    // Japanese is mostly written in Han, with kana between.
    if (count * (language === 'ja' ? 6 : 2) > letters) {
      return guessed(language, 'by the script of the text');
    }
  }
  return null;
}
