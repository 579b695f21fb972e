import type { Mention, MentionFinder } from '../markdown/linkMentions.ts';
import { foldName } from '../names/fold.ts';
import type { ActorType } from '../parse/actor.ts';
import { limits } from '../read/limits.ts';
import { termPath, type SitePath } from '../urls/paths.ts';
import { findLongerName } from './longerNames.ts';
import type { Registry } from './registry.ts';
import { skipSmallWords, splitWords, WordReader, type Word } from './textWords.ts';

/** What may stand between two words of one name. */
const gapPattern = /^(?:\s{1,3}|[-‐‑–·・&]|\s&\s)?$/u;

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

interface NamedPage {
  readonly path: SitePath;
  readonly name: string;
  readonly type: ActorType | null;
}

/**
 * Finds the registry's strong names in running text, as `createNameFinder` does, with their pages; not
 * those that stand within a longer name (`findLongerName`).
 */
export function createMentionFinder(registry: Registry): MentionFinder {
  const find = createPageFinder(registry);
  return (text) => {
    const names = find(text).map(({ start, end, means }) => ({ start, end, ...means }));
    return names.filter(
      (name, index) =>
        findLongerName(text, name, names[index - 1] ?? null, names[index + 1] ?? null) === null,
    );
  };
}

/** Finds the same names, also within longer ones: where one too many is better than one too few. */
export function createEveryMentionFinder(registry: Registry): MentionFinder {
  const find = createPageFinder(registry);
  return (text): readonly Mention[] =>
    find(text).map(({ start, end, means }) => ({ start, end, path: means.path }));
}

function createPageFinder(registry: Registry): (text: string) => readonly FoundName<NamedPage>[] {
  return createNameFinder(
    registry.strongNames.map(({ name, id, type }) => ({
      name,
      means: { path: termPath('actors', id), name, type },
    })),
  );
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
  let gapStart = 0;
  const raws: string[] = [];
  for (let offset = 0; step.next.size > 0; offset++) {
    const word = words.at(offset);
    if (word === null) break;
    const before = words.at(offset - 1);
    if (before !== null && !gapPattern.test(text.slice(gapStart, word.start))) break;
    const signed = word.sign === '' ? undefined : findSigned(step, text, word, foldOf);
    if (signed === undefined && isOwnSign(text, word)) break;
    const next = signed ?? step.next.get(foldOf(word.raw));
    gapStart = signed === undefined ? word.end : word.end + word.sign.length;
    // A possessive 's ends a name, or is a part of it.
    const bare = withoutPossessive(word.raw);
    const last = next !== undefined && next.ends.length > 0 ? word.raw : bare;
    const ends = last === word.raw ? next?.ends : step.next.get(foldOf(last))?.ends;
    const pattern = ends?.find((end) => hasCapitals(end.words, [...raws, last]));
    if (pattern !== undefined) {
      const end = signed === undefined ? word.start + last.length : gapStart;
      longest = { end, means: pattern.means, lastWord: word };
    }
    if (next === undefined) break;
    raws.push(word.raw);
    step = next;
  }
  return longest;
}

/** The step for a word with its sign; an asterisk at each end is a mark of Markdown. */
function findSigned<Meaning>(
  step: NameStep<Meaning>,
  text: string,
  { raw, sign, start, end }: Word,
  foldOf: (word: string) => string,
): NameStep<Meaning> | undefined {
  const isEmphasis = sign.startsWith('*') && text.charAt(start - 1) === '*';
  const isJoined = /[\p{L}\p{N}]/u.test(text.charAt(end + sign.length));
  return isEmphasis || isJoined ? undefined : step.next.get(foldOf(raw + sign));
}

/**
 * Whether a sign makes another name of a word, known or not: `OPEC+` is not OPEC, `C++20` not C. An
 * asterisk does so after a single letter alone (`A*`), since elsewhere it leads to a note.
 */
function isOwnSign(text: string, { raw, sign, start, end }: Word): boolean {
  if (sign === '') return false;
  if (sign.startsWith('*')) return raw.length === 1 && text.charAt(start - 1) !== '*';
  const after = text.charAt(end + sign.length);
  return sign.length > 1 || !/\p{L}/u.test(after);
}

/** The first letter of a name that a text may write with a small one; null for most names. */
function findSmallStart([word = '']: readonly string[]): string | null {
  const first = word.charAt(0);
  return first === first.toLowerCase() ? foldName(word).charAt(0) : null;
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
