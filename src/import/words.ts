import { foldName } from '../names/fold.ts';

/** The words of a text, folded; in scripts without spaces each pair of letters counts as one. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]+|[\p{L}\p{N}\p{M}]+/gu,
  )) {
    const lower = word.toLowerCase();
    if (/^[a-z0-9]+$/.test(lower)) words.push(lower);
    else if (!/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(word))
      words.push(foldName(word));
    else
      for (let index = 0; index < word.length - 1; index++)
        words.push(word.slice(index, index + 2));
  }
  return words;
}

/** The hashes of those words that tell something, each once: what is kept of a text for comparisons. */
export type WordHashes = Int32Array;

export function hashWords(text: string): WordHashes {
  const hashes = new Set<number>();
  addHashes(text, hashes);
  return Int32Array.from(hashes);
}

/** Shorter words in Latin letters are mostly articles and prepositions. */
const telling = 4;

function isTelling(word: string): boolean {
  return word.length >= telling || /[^\p{ASCII}]/u.test(word);
}

/** FNV-1a of 32 bits, over code units, as a signed number, which is quicker to keep. */
export function hashWord(word: string): number {
  let hash = fnvStart;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), fnvPrime);
  }
  return hash;
}

const fnvStart = 0x811c9dc5;
const fnvPrime = 0x01000193;

/**
 * The hashes of what `wordsOf` gives. Words in ASCII, most of an archive, are hashed letter by letter,
 * which takes a fifth of the time.
 */
function addHashes(text: string, hashes: Set<number>): void {
  let hash = fnvStart;
  let start = 0;
  let isAscii = true;
  for (let index = 0; index <= text.length; index++) {
    let code = text.charCodeAt(index);
    if (code >= 65 && code <= 90) code += 32;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      hash = Math.imul(hash ^ code, fnvPrime);
    } else if (code >= 128) isAscii = false;
    else {
      if (!isAscii) {
        for (const word of wordsOf(text.slice(start, index)))
          if (isTelling(word)) hashes.add(hashWord(word));
      } else if (index - start >= telling) hashes.add(hash);
      hash = fnvStart;
      start = index + 1;
      isAscii = true;
    }
  }
}
