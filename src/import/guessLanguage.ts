import { guessed, type Marked } from './marked.ts';

/** Scripts that one language of today's news is written in. */
const scripts: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\p{sc=Hang}/gu, 'ko'],
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, 'ja'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Hebr}/gu, 'he'],
  [/\p{sc=Grek}/gu, 'el'],
  [/\p{sc=Thai}/gu, 'th'],
];

/** How much of a text is looked at, in letters. */
const looked = 4000;

/** The language of a text by its script or its words; null where neither is sure. */
export async function guessLanguage(text: string): Promise<Marked<string> | null> {
  const start = text.slice(0, looked);
  const letters = (start.match(/\p{L}/gu) ?? []).length;
  for (const [pattern, language] of scripts) {
    const count = (start.match(pattern) ?? []).length;
    // Japanese is mostly written in Han, with kana between.
    if (count * (language === 'ja' ? 6 : 2) > letters) {
      return guessed(language, 'by the script of the text');
    }
  }
  return await guessByWords(start);
}

/** Words that are no names: without capitals, or in a script that has none. */
const words = /(?<![\p{L}\p{N}])[\p{Ll}\p{Lo}\p{M}'’]+(?![\p{L}\p{N}])/gu;
/** The least number of letters in such words. */
const fewest = 30;
/** How far the best language must be before the next. */
const ahead = 0.02;

async function guessByWords(text: string): Promise<Marked<string> | null> {
  const plain = (text.match(words) ?? []).join(' ');
  if (plain.replaceAll(' ', '').length < fewest) return null;
  // Its tables take a quarter of a second to load, which material that says its language never pays.
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(plain);
  const [best = 0, next = 0] = Object.values(found.getScores());
  const isSure = found.isReliable() && best - next >= ahead;
  // It knows no Indonesian, and takes that for Malay.
  if (!isSure || found.language === 'ms') return null;
  return guessed(found.language, 'by the words of the text');
}
