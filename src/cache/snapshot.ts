import { lstatSync, readFileSync } from 'node:fs';
import { hashSource, type SourceEntry } from '../read/readContent.ts';
import type { CacheTable } from './table.ts';

/** What a file was when it was last read: size, times in milliseconds, inode, hash of its bytes. */
export type FileState = readonly [
  size: number,
  modified: number,
  changed: number,
  inode: number,
  /** Of the text, as it is read. */
  hash: string,
];

/**
 * A file whose times are this close to those of the last look may have changed again unseen, so it is
 * read once more (as git does with its index).
 */
const doubtfulSpan = 2000;

/** The hashes of all content files, reading only those whose metadata changed. */
export interface Snapshot {
  /** By relative path. */
  readonly states: ReadonlyMap<string, FileState>;
  /** Files that are new or have other bytes. */
  readonly changed: ReadonlySet<string>;
  /** Files that were there and are not. */
  readonly removed: readonly string[];
}

/** @param taken when the known states were recorded, in milliseconds */
export function takeSnapshot(
  entries: readonly Pick<SourceEntry, 'relative' | 'location'>[],
  known: CacheTable<FileState>,
  taken: number,
): Snapshot {
  const states = new Map<string, FileState>();
  const changed = new Set<string>();
  for (const { relative, location } of entries) {
    const before = known.get(relative);
    const state = lookAt(location, before, taken);
    // A file that can't be read has no state; reading it reports why.
    if (state !== null) states.set(relative, state);
    if (state === null || state[4] !== before?.[4]) changed.add(relative);
  }
  const removed = [...known.keys()].filter((relative) => !states.has(relative));
  return { states, changed, removed };
}

function lookAt(location: string, before: FileState | undefined, taken: number): FileState | null {
  try {
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(location);
    const isSame =
      before !== undefined &&
      before[0] === size &&
      before[1] === mtimeMs &&
      before[2] === ctimeMs &&
      before[3] === ino &&
      Math.max(mtimeMs, ctimeMs) < taken - doubtfulSpan;
    if (isSame) return before;
    return [size, mtimeMs, ctimeMs, ino, hashSource(readFileSync(location))];
  } catch {
    return null;
  }
}
