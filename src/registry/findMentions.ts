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
  return (text) => {
    const mentions: Mention[] = [];
    const words = splitWords(text);
    for (let index = 0; index < words.length; index++) {
      const raw = words[index]?.raw ?? '';
      const patterns = byFirst.get(foldOf(raw)) ?? byFirst.get(foldOf(withoutPossessive(raw)));
      if (patterns === undefined) continue;
      for (const pattern of patterns) {
        const end = matchAt(pattern, text, words, index, foldOf);
        if (end === null) continue;
        mentions.push({ start: words[index]?.start ?? 0, end, path: pattern.path });
        index += pattern.folds.length - 1;
        break;
      }
    }
    return mentions;
  };
}

/** Where a name that begins at a word ends in the text; null where it does not stand there. */
function matchAt(
  pattern: NamePattern,
  text: string,
  words: readonly Word[],
  index: number,
  foldOf: (word: string) => string,
): number | null {
  let end = 0;
  for (const [offset, fold] of pattern.folds.entries()) {
    const word = words[index + offset];
    if (word === undefined) return null;
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
