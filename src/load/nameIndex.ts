import { foldName } from '../names/fold.ts';
import type { Names } from '../resolve/context.ts';

/** A name of a kind, as the index has it. */
export function nameKey(kind: 'actor' | 'topic' | 'story', name: string): string {
  return `${kind} ${foldName(name)}`;
}

/** What every known name means, as plain data to be compared with that of another build. */
export function indexNames({ actors, topics, stories }: Names): Readonly<Record<string, string>> {
  const index: Record<string, string> = {};
  for (const { kind, claims } of [actors, topics, stories]) {
    for (const [fold, meaning] of claims) index[`${kind} ${fold}`] = meaning;
  }
  return index;
}

/** The names that mean something else, or came, or went. */
export function changedNames(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [key, meaning] of Object.entries(now)) if (before[key] !== meaning) changed.add(key);
  for (const key of Object.keys(before)) if (now[key] === undefined) changed.add(key);
  return changed;
}
