import { en } from '../../src/words/en.ts';

/** Every text of a language by its path; plural forms count as one. */
export function leavesOf(
  value: unknown,
  at: string,
): readonly (readonly [at: string, text: string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, `${at}.${key}`));
}

const phrases = englishPhrases();

/** English words of ours in what the reader of a page or feed meets. */
export function englishIn(text: string): readonly string[] {
  return phrases.flatMap((phrase) => phrase.exec(text)?.[0] ?? []);
}

/** The English texts without their places, where they are long enough to mean something. */
function englishPhrases(): readonly RegExp[] {
  const texts = leavesOf(en, '')
    .flatMap(([, text]) => text.split(/\{\w*\}/))
    .map((text) => text.trim())
    .filter((text) => text.length > 3);
  return [...new Set(texts)].map(
    (text) =>
      new RegExp(`(?<!\\p{L})${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u'),
  );
}
