import { lstatSync, readFileSync } from 'node:fs';
import { hashSource, type SourceEntry } from '../read/readContent.ts';
import type { CacheTable } from './table.ts';

/**
 * What a file was when it was last read: size, time of modification and of change in milliseconds,
 * inode, and the hash of its text, with blanks between them.
 */
export type FileState = string;

/**
 * A file whose times are this close to those of the last look may have changed again unseen, so it is
 * read once more (as git does with its index).
 */
const doubtfulSpan = 2000;

/** The hashes of all content files, reading only those whose metadata changed. */
export interface Snapshot {
  /** By relative path. */
  readonly states: ReadonlyMap<string, FileState>;
  /** Those of them that are not as they were recorded. */
  readonly fresh: ReadonlyMap<string, FileState>;
  /** Files that are new or have other bytes. */
  readonly changed: ReadonlySet<string>;
  /** Files that were there and are not. */
  readonly removed: readonly string[];
}

/** @param taken when the known states were recorded, in milliseconds */
export function takeSnapshot(
  entries: readonly Pick<SourceEntry, 'relative' | 'location'>[],
  known: CacheTable,
  taken: number,
): Snapshot {
  const states = new Map<string, FileState>();
  const fresh = new Map<string, FileState>();
  const changed = new Set<string>();
  let found = 0;
  for (const { relative, location } of entries) {
    const before = known.get(relative);
    const state = lookAt(location, before, taken);
    // A file that can't be read has no state; reading it reports why.
    if (state !== null) {
      states.set(relative, state);
      if (before !== undefined) found++;
      if (state === before) continue;
      fresh.set(relative, state);
    }
    const isSame =
      state !== null && before !== undefined && hashOfState(state) === hashOfState(before);
    if (!isSame) changed.add(relative);
  }
  const isWhole = found === known.size;
  const removed = isWhole ? [] : [...known.keys()].filter((relative) => !states.has(relative));
  return { states, fresh, changed, removed };
}

function lookAt(location: string, before: FileState | undefined, taken: number): FileState | null {
  try {
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(location);
    const look = `${size} ${mtimeMs} ${ctimeMs} ${ino} `;
    const isSettled = Math.max(mtimeMs, ctimeMs) < taken - doubtfulSpan;
    if (isSettled && before?.startsWith(look) === true) return before;
    return look + hashSource(readFileSync(location));
  } catch {
    return null;
  }
}

/** Whether a file had the text of a hash. */
export function isStateOf(state: FileState, hash: string): boolean {
  return state.endsWith(hash) && state.charCodeAt(state.length - hash.length - 1) === 32;
}

/** The hash of the text that a file had. */
export function hashOfState(state: FileState): string {
  return state.slice(state.lastIndexOf(' ') + 1);
}
