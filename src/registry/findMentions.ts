import type { Mention, MentionFinder } from '../markdown/linkMentions.ts';
import { foldName } from '../names/fold.ts';
import { termPath, type SitePath } from '../urls/paths.ts';
import type { Registry } from './registry.ts';

/**
 * A word as it stands in a text: letters with inner full stops and apostrophes, or initials with
 * their last full stop. In scripts written without spaces each character is a word.
 */
const wordPattern =
  /\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}\p{M}])|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]|[\p{L}\p{N}\p{M}]+(?:[.'’][\p{L}\p{N}\p{M}]+)*/gu;

/** What may stand between two words of one name. */
const gapPattern = /^(?:\s{1,3}|[-‐‑–·・&]|\s&\s)?$/u;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

interface NamePattern {
  readonly words: readonly string[];
  readonly folds: readonly string[];
  readonly path: SitePath;
}

/**
 * Finds the registry's strong names in running text: longest name first, whole words, accents and
 * punctuation ignored. A capital of the name must be a capital in the text, so that "us" is not
 * "US"; a possessive 's may follow.
 */
export function createMentionFinder(registry: Registry): MentionFinder {
  const byFirst = new Map<string, NamePattern[]>();
  for (const { name, id } of registry.strongNames) {
    const words = splitWords(name).map((word) => word.raw);
    const folds = words.map(foldName);
    const [first] = folds;
    if (first === undefined) continue;
    const pattern = { words, folds, path: termPath('actors', id) };
    byFirst.set(first, [...(byFirst.get(first) ?? []), pattern]);
  }
  for (const patterns of byFirst.values()) patterns.sort((a, b) => b.folds.length - a.folds.length);
  const foldOf = createWordFold();
  const smallStarts = findSmallStarts(byFirst.values());
  return (text) => {
    const mentions: Mention[] = [];
    let position = skipSmallWords(text, 0, smallStarts);
    while (position < text.length) {
      const words = new WordReader(text, position);
      const first = words.at(0);
      if (first === null) break;
      position = first.end;
      const patterns =
        byFirst.get(foldOf(first.raw)) ?? byFirst.get(foldOf(withoutPossessive(first.raw))) ?? [];
      for (const pattern of patterns) {
        const end = matchAt(pattern, text, words, foldOf);
        if (end === null) continue;
        mentions.push({ start: first.start, end, path: pattern.path });
        position = words.at(pattern.folds.length - 1)?.end ?? end;
        break;
      }
      position = skipSmallWords(text, position, smallStarts);
    }
    return mentions;
  };
}

/** The first letters of names that a text may write with a small one: of most names none. */
function findSmallStarts(patterns: Iterable<readonly NamePattern[]>): ReadonlySet<string> {
  const starts = new Set<string>();
  for (const { words, folds } of [...patterns].flat()) {
    const first = words[0]?.charAt(0) ?? '';
    if (first === first.toLowerCase()) starts.add(folds[0]?.charAt(0) ?? '');
  }
  return starts;
}

/**
 * From the end of a word to the next one that may begin a name: words in small Latin letters, which
 * most are, need no look into the table of names.
 */
function skipSmallWords(text: string, from: number, smallStarts: ReadonlySet<string>): number {
  let index = from;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    const isSmall = code >= 97 && code <= 122;
    const isOther = code < 128 && !isSmall && !isAsciiWord(code);
    if (isOther) index++;
    else if (!isSmall || smallStarts.has(text.charAt(index)) || text[index + 1] === '.')
      return index;
    else index = endOfWord(text, index);
  }
  return index;
}

/** Ends a word as the last alternative of `wordPattern` does. */
function endOfWord(text: string, start: number): number {
  let index = start;
  for (;;) {
    while (isWordAt(text, index)) index++;
    const isJoined = /^[.'’]$/.test(text.charAt(index)) && isWordAt(text, index + 1);
    if (!isJoined) return index;
    index++;
  }
}

function isWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (Number.isNaN(code)) return false;
  if (code < 128) return isAsciiWord(code);
  // The second half of a character goes with the first.
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
  const start = isSecondHalf ? index - 1 : index;
  return /^[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(start) ?? 32));
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Of its own: `matchAll` would begin where `exec` has stopped. */
const nextWord = new RegExp(wordPattern);

/** The words of a text from a place on, read as they are asked for. */
class WordReader {
  readonly #text: string;
  readonly #words: Word[] = [];
  #position: number;

  constructor(text: string, position: number) {
    this.#text = text;
    this.#position = position;
  }

  at(index: number): Word | null {
    while (this.#words.length <= index) {
      nextWord.lastIndex = this.#position;
      const match = nextWord.exec(this.#text);
      if (match === null) return null;
      this.#position = match.index + match[0].length;
      this.#words.push({ start: match.index, end: this.#position, raw: match[0] });
    }
    return this.#words[index] ?? null;
  }
}

/** Where a name that begins with the first word ends in the text; null where it does not stand there. */
function matchAt(
  pattern: NamePattern,
  text: string,
  words: WordReader,
  foldOf: (word: string) => string,
): number | null {
  let end = 0;
  for (const [offset, fold] of pattern.folds.entries()) {
    const word = words.at(offset);
    if (word === null) return null;
    const isLast = offset === pattern.folds.length - 1;
    if (offset > 0 && !gapPattern.test(text.slice(end, word.start))) return null;
    let raw = word.raw;
    if (foldOf(raw) !== fold) {
      raw = isLast ? withoutPossessive(raw) : raw;
      if (foldOf(raw) !== fold) return null;
    }
    if (!hasCapitalsOf(pattern.words[offset] ?? '', raw)) return null;
    end = word.start + raw.length;
  }
  return end;
}

function withoutPossessive(word: string): string {
  return word.replace(/['’]s$/i, '');
}

function hasCapitalsOf(name: string, word: string): boolean {
  const lower = name.toLowerCase();
  if (name === lower) return true;
  if (name.length > 1 && name === name.toUpperCase()) return word === word.toUpperCase();
  const first = name.charAt(0);
  return first === first.toLowerCase() || word.charAt(0) !== word.charAt(0).toLowerCase();
}

function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    words.push({ start: match.index, end: match.index + match[0].length, raw: match[0] });
  }
  return words;
}

/** Words recur, so their folds are remembered. */
function createWordFold(): (word: string) => string {
  const folds = new Map<string, string>();
  return (word) => {
    let fold = folds.get(word);
    if (fold === undefined) {
      fold = foldName(word);
      if (folds.size < 200_000) folds.set(word, fold);
    }
    return fold;
  };
}
