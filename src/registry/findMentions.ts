import type { Mention, MentionFinder } from '../markdown/linkMentions.ts';
import { foldName } from '../names/fold.ts';
import { limits } from '../read/limits.ts';
import { termPath } from '../urls/paths.ts';
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

/** A name to be found, and what it means. */
export interface FindableName<Meaning> {
  readonly name: string;
  readonly means: Meaning;
}

/** A name found in running text: the half-open range of code units. */
export interface FoundName<Meaning> {
  readonly start: number;
  readonly end: number;
  readonly means: Meaning;
}

interface NamePattern<Meaning> {
  readonly words: readonly string[];
  readonly means: Meaning;
}

/** The names that begin with the same words: a step for each word, so that a text is read once. */
interface NameStep<Meaning> {
  readonly next: Map<string, NameStep<Meaning>>;
  /** The names that end here; they differ in capitals and punctuation alone. */
  readonly ends: NamePattern<Meaning>[];
}

/** Finds the registry's strong names in running text, as `createNameFinder` does, with their pages. */
export function createMentionFinder(registry: Registry): MentionFinder {
  const find = createNameFinder(
    registry.strongNames.map(({ name, id }) => ({ name, means: termPath('actors', id) })),
  );
  return (text): readonly Mention[] =>
    find(text).map(({ start, end, means }) => ({ start, end, path: means }));
}

/**
 * Finds names in running text: longest name first, whole words, accents and punctuation ignored. A
 * capital of the name must be a capital in the text, so that "us" is not "US"; a possessive 's may
 * follow. The time grows with the text and the words of the longest name, not with the names. Of two
 * names that differ in nothing, the first counts.
 */
export function createNameFinder<Meaning>(
  names: readonly FindableName<Meaning>[],
): (text: string) => readonly FoundName<Meaning>[] {
  const root: NameStep<Meaning> = { next: new Map(), ends: [] };
  const smallStarts = new Set<string>();
  for (const { name, means } of names) {
    const words = splitWords(name);
    addName(root, words, means);
    const start = findSmallStart(words);
    if (start !== null) smallStarts.add(start);
  }
  const foldOf = createWordFold();
  return (text) => {
    const found: FoundName<Meaning>[] = [];
    let position = skipSmallWords(text, 0, smallStarts);
    while (position < text.length) {
      const words = new WordReader(text, position);
      const first = words.at(0);
      if (first === null) break;
      position = first.end;
      const longest = matchLongest(root, text, words, foldOf);
      if (longest !== null) {
        found.push({ start: first.start, end: longest.end, means: longest.means });
        position = longest.lastWord.end;
      }
      position = skipSmallWords(text, position, smallStarts);
    }
    return found;
  };
}

function addName<Meaning>(root: NameStep<Meaning>, words: readonly string[], means: Meaning): void {
  // At each word of a text as many are read as the longest name has.
  if (words.length === 0 || words.length > limits.nameWords) return;
  let step = root;
  for (const word of words) {
    const fold = foldName(word);
    let next = step.next.get(fold);
    if (next === undefined) {
      next = { next: new Map(), ends: [] };
      step.next.set(fold, next);
    }
    step = next;
  }
  step.ends.push({ words, means });
}

interface Match<Meaning> {
  readonly end: number;
  readonly means: Meaning;
  readonly lastWord: Word;
}

/** The longest name that begins with the first of the words. */
function matchLongest<Meaning>(
  root: NameStep<Meaning>,
  text: string,
  words: WordReader,
  foldOf: (word: string) => string,
): Match<Meaning> | null {
  let longest: Match<Meaning> | null = null;
  let step = root;
  const raws: string[] = [];
  for (let offset = 0; step.next.size > 0; offset++) {
    const word = words.at(offset);
    if (word === null) break;
    const before = words.at(offset - 1);
    if (before !== null && !gapPattern.test(text.slice(before.end, word.start))) break;
    const next = step.next.get(foldOf(word.raw));
    // A possessive 's ends a name, or is a part of it.
    const bare = withoutPossessive(word.raw);
    const last = next !== undefined && next.ends.length > 0 ? word.raw : bare;
    const ends = last === word.raw ? next?.ends : step.next.get(foldOf(last))?.ends;
    const pattern = ends?.find((end) => hasCapitals(end.words, [...raws, last]));
    if (pattern !== undefined) {
      longest = { end: word.start + last.length, means: pattern.means, lastWord: word };
    }
    if (next === undefined) break;
    raws.push(word.raw);
    step = next;
  }
  return longest;
}

/** The first letter of a name that a text may write with a small one; null for most names. */
function findSmallStart([word = '']: readonly string[]): string | null {
  const first = word.charAt(0);
  return first === first.toLowerCase() ? foldName(word).charAt(0) : null;
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
    if (index < 0) return null;
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

function withoutPossessive(word: string): string {
  if (!word.endsWith('s') && !word.endsWith('S')) return word;
  return word.replace(/['’]s$/i, '');
}

function hasCapitals(name: readonly string[], words: readonly string[]): boolean {
  return name.every((word, index) => hasCapitalsOf(word, words[index] ?? ''));
}

function hasCapitalsOf(name: string, word: string): boolean {
  const lower = name.toLowerCase();
  if (name === lower) return true;
  if (name.length > 1 && name === name.toUpperCase()) return word === word.toUpperCase();
  const first = name.charAt(0);
  return first === first.toLowerCase() || word.charAt(0) !== word.charAt(0).toLowerCase();
}

/** The words of a name. */
function splitWords(name: string): readonly string[] {
  // Most names are so plain that nothing of Unicode is needed.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name)) return name.split(' ');
  return name.match(wordPattern) ?? [];
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
