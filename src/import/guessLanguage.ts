import { isConfused, kinOf, tellApart } from './kinLanguages.ts';
import { guessed, type Marked } from './marked.ts';

/** Scripts that one language of today's news is written in. */
const scripts: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\p{sc=Hang}/gu, 'ko'],
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, 'ja'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Hebr}/gu, 'he'],
  [/\p{sc=Grek}/gu, 'el'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Lao}/gu, 'lo'],
  [/\p{sc=Khmr}/gu, 'km'],
  [/\p{sc=Mymr}/gu, 'my'],
  [/\p{sc=Geor}/gu, 'ka'],
  [/\p{sc=Armn}/gu, 'hy'],
  [/\p{sc=Taml}/gu, 'ta'],
  [/\p{sc=Telu}/gu, 'te'],
  [/\p{sc=Knda}/gu, 'kn'],
  [/\p{sc=Mlym}/gu, 'ml'],
  [/\p{sc=Gujr}/gu, 'gu'],
  [/\p{sc=Guru}/gu, 'pa'],
  [/\p{sc=Beng}/gu, 'bn'],
  [/\p{sc=Sinh}/gu, 'si'],
];

/** How much of a text is looked at, in letters. */
const looked = 4000;

/** What a text is likely to be written in. */
export interface GuessedLanguage {
  /** Null where neither script nor words are sure. */
  readonly language: Marked<string> | null;
  /** Languages that it may be in as well, the likelier first: names of days are looked for in them too. */
  readonly others: readonly string[];
}

/** The language of a text by its script or its words. */
export async function guessLanguage(text: string): Promise<GuessedLanguage> {
  const start = text.slice(0, looked);
  const letters = (start.match(/\p{L}/gu) ?? []).length;
  for (const [pattern, language] of scripts) {
    const count = (start.match(pattern) ?? []).length;
    // Japanese is mostly written in Han, with kana between.
    if (count * (language === 'ja' ? 6 : 2) > letters) {
      return { language: guessed(language, 'by the script of the text'), others: [] };
    }
  }
  return await guessByWords(start);
}

/** Words that are no names: without capitals, or in a script that has none. */
const words = /(?<![\p{L}\p{N}])[\p{Ll}\p{Lo}\p{M}'’]+(?![\p{L}\p{N}])/gu;
/** The least number of letters in such words, and the number from which a text is no longer short. */
const fewest = 15;
const enough = 30;
/** How far the best language must be before the next, in a text and in a short one. */
const ahead = 0.02;
const aheadOfShort = 0.15;
/** How far behind the best a language may be that the text is in nevertheless, and how many are taken. */
const behind = 0.25;
const mostOthers = 4;

const nothing: GuessedLanguage = { language: null, others: [] };

async function guessByWords(text: string): Promise<GuessedLanguage> {
  const plain = (text.match(words) ?? []).join(' ');
  const length = plain.replaceAll(' ', '').length;
  if (length < fewest) return nothing;
  // Its tables take a quarter of a second to load, which material that says its language never pays.
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(plain);
  const scores = Object.entries(found.getScores());
  const [[first, best] = ['', 0], [, next] = ['', 0]] = scores;
  if (first === 'en' || first === '') {
    const isSure = found.isReliable() && length >= enough;
    return isSure ? { language: guessed('en', byWords), others: [] } : nothing;
  }
  const near = scores.filter(([, score]) => best - score < behind).map(([name]) => name);
  const isAhead = best - next >= (length < enough ? aheadOfShort : ahead);
  const told = tellApart(text, first);
  const isSure = found.isReliable() && isAhead && !isConfused(first);
  const language = told ?? (isSure ? first : null);
  const own = language === null ? near : [language];
  const others = new Set([...own, ...(language === null ? [first] : own).flatMap(kinOf)]);
  if (language !== null) others.delete(language);
  return {
    language: language === null ? null : guessed(language, byWords),
    others: [...others].filter((each) => each !== 'en').slice(0, mostOthers),
  };
}

const byWords = 'by the words of the text';
