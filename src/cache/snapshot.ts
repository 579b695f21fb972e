import { lstatSync, readFileSync } from 'node:fs';
import { hashSource, type ContentList, type SourceEntry } from '../read/readContent.ts';
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

/** The files of a content folder at which a build looks. */
export function filesOf({ entries, assets }: ContentList): readonly LookedAt[] {
  return [...entries, ...assets.map((asset) => ({ relative: asset.file, location: asset.source }))];
}

/** A file to look at. */
export interface LookedAt extends Pick<SourceEntry, 'relative' | 'location'> {
  readonly kind?: SourceEntry['kind'];
}

/** What of the content files is not as it was recorded; those whose metadata changed were read. */
export interface Snapshot {
  /**
   * The states that are not those recorded, by relative path. That of a new article has no hash yet: it is
   * read once, by the thread that loads it (see `completeState`).
   */
  readonly fresh: Map<string, FileState>;
  /** Files that are new or have other bytes. */
  readonly changed: ReadonlySet<string>;
  /** Files that were there and are not. */
  readonly removed: readonly string[];
}

/** @param taken when the known states were recorded, in milliseconds */
export function takeSnapshot(
  files: readonly LookedAt[],
  known: CacheTable,
  taken: number,
): Snapshot {
  const fresh = new Map<string, FileState>();
  const changed = new Set<string>();
  let found = 0;
  for (const { relative, location, kind } of files) {
    const before = known.get(relative);
    if (before !== undefined) found++;
    const state =
      before === undefined && kind === 'article'
        ? lookUnread(location)
        : lookAt(location, before, taken);
    if (state !== null && state === before) continue;
    // A file that can't be read has no state; reading it reports why.
    if (state !== null) fresh.set(relative, state);
    const isSame =
      state !== null && before !== undefined && hashOfState(state) === hashOfState(before);
    if (!isSame) changed.add(relative);
  }
  return { fresh, changed, removed: found === known.size ? [] : findRemoved(files, known) };
}

function findRemoved(files: readonly LookedAt[], known: CacheTable): readonly string[] {
  const there = new Set(files.map(({ relative }) => relative));
  return [...known.keys()].filter((relative) => !there.has(relative));
}

/** The state of a file of a snapshot. */
export function stateOf(
  relative: string,
  { fresh }: Snapshot,
  known: CacheTable,
): FileState | undefined {
  return fresh.get(relative) ?? known.get(relative);
}

function lookAt(location: string, before: FileState | undefined, taken: number): FileState | null {
  try {
    const { look, mtimeMs, ctimeMs } = tellMetadata(location);
    const isSettled = Math.max(mtimeMs, ctimeMs) < taken - doubtfulSpan;
    if (isSettled && before?.startsWith(look) === true) return before;
    return look + hashSource(readFileSync(location));
  } catch {
    return null;
  }
}

function lookUnread(location: string): FileState | null {
  try {
    return tellMetadata(location).look;
  } catch {
    return null;
  }
}

/** A state, but for the hash. */
function tellMetadata(location: string): Record<'mtimeMs' | 'ctimeMs', number> & { look: string } {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(location);
  return { look: `${size} ${mtimeMs} ${ctimeMs} ${ino} `, mtimeMs, ctimeMs };
}

/**
 * Gives the state of a new article its hash. A change since the look shows in the metadata.
 * @param hash null where it could not be read as an article: then its state is not known
 */
export function completeState(relative: string, hash: string | null, { fresh }: Snapshot): void {
  const state = fresh.get(relative);
  if (state?.endsWith(' ') !== true) return;
  if (hash === null) fresh.delete(relative);
  else fresh.set(relative, state + hash);
}

/** The hash of the text that a file had. */
export function hashOfState(state: FileState): string {
  return state.slice(state.lastIndexOf(' ') + 1);
}
