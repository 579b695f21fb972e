import { distance } from 'fastest-levenshtein';
import { foldName } from './fold.ts';

/** Letters of a name: what is longer is no name that somebody mistyped, and comparing takes the square of it. */
const longestCompared = 200;

/**
 * The known names nearest to a misspelt one, nearest first, at most three; one that differs in case,
 * accents or punctuation alone stands alone. A name further away than a third of its length is no
 * suggestion, unless the one begins with the other's words. Ties keep the order of `known`.
 */
export function nearestNames(wanted: string, known: Iterable<string>): readonly string[] {
  if (wanted.length > longestCompared) return [];
  const folded = foldName(wanted);
  const limit = folded.length < 3 ? 0 : Math.max(1, Math.floor(folded.length / 3));
  const found = new Map<string, { name: string; away: number }>();
  for (const name of known) {
    const other = foldKnown(name);
    if (found.has(other)) continue;
    const away = distanceWithin(folded, other, limit);
    if (away !== null) found.set(other, { name, away });
  }
  const sorted = [...found.values()].sort((a, b) => a.away - b.away);
  const isExact = sorted[0]?.away === 0;
  return sorted.slice(0, isExact ? 1 : 3).map((entry) => entry.name);
}

/** The known names are the same for each name that is not: their folds are remembered. */
const folds = new Map<string, string>();

function foldKnown(name: string): string {
  let fold = folds.get(name);
  if (fold === undefined) {
    fold = foldName(name);
    if (folds.size >= 100_000) folds.clear();
    folds.set(name, fold);
  }
  return fold;
}

function distanceWithin(folded: string, other: string, limit: number): number | null {
  if (folded === '' || other === '') return null;
  // The beginning of a longer name is nearly right, however much is missing.
  if (other.startsWith(`${folded} `) || folded.startsWith(`${other} `)) return limit + 1;
  if (Math.abs(other.length - folded.length) > limit) return null;
  const away = distance(folded, other);
  return away <= limit ? away : null;
}

/** Puts suggestions in words, or null where there are none. */
export function formatSuggestion(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  return `did you mean ${names.map((name) => `"${name}"`).join(' or ')}?`;
}
