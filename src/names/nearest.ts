import { distance } from 'fastest-levenshtein';
import { foldName } from './fold.ts';

/**
 * The known names nearest to a misspelt one, nearest first, at most three. A name further away than
 * a third of its length is no suggestion. Ties keep the order of `known`.
 */
export function nearestNames(wanted: string, known: Iterable<string>): readonly string[] {
  const folded = foldName(wanted);
  const limit = Math.max(1, Math.floor(folded.length / 3));
  const found: { name: string; away: number }[] = [];
  for (const name of known) {
    const other = foldName(name);
    if (Math.abs(other.length - folded.length) > limit) continue;
    const away = distance(folded, other);
    if (away <= limit) found.push({ name, away });
  }
  found.sort((a, b) => a.away - b.away);
  return [...new Set(found.map((entry) => entry.name))].slice(0, 3);
}

/** Puts suggestions in words, or null where there are none. */
export function formatSuggestion(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  return `did you mean ${names.map((name) => `"${name}"`).join(' or ')}?`;
}
