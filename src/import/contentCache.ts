import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashCode } from '../cache/environment.ts';
import { CacheTable } from '../cache/table.ts';
import { hashText } from '../read/hash.ts';
import { readSource, type SourceEntry, type SourceFile } from '../read/readContent.ts';

/** What imports remember of content files, so that they read those that changed alone. */
export interface ContentCache {
  /** One text without line breaks for each entry: the one that is known, or else made of its file. */
  readonly read: (
    entries: readonly SourceEntry[],
    make: (source: SourceFile) => string,
  ) => readonly string[];
  /** Writes down what was read, and forgets the files that are gone. */
  readonly save: () => void;
}

/**
 * Opens what is remembered of a content folder. It is safe to delete, and what can't be kept is read again.
 * @param folder of all content folders' caches; null: nothing is kept
 * @param zone the site's, in which days are found
 */
export function openContentCache(
  folder: string | null,
  content: string,
  zone: string,
): ContentCache {
  if (folder === null)
    return { read: (entries, make) => entries.map(reading(make)), save: nothing };
  const own = path.join(folder, hashText(path.resolve(content)));
  const clock = readClockFile(own);
  if (clock === null) return openContentCache(null, content, zone);
  const last = readLast(path.join(own, 'last'));
  const environment = hashCode([zone]);
  const isOurs = last?.environment === environment;
  if (!isOurs) rmSync(path.join(own, 'records'), { recursive: true, force: true });
  const settled = isOurs ? last.clock - doubtfulSpan : 0;
  const records = new CacheTable(path.join(own, 'records'), nothing);
  const seen = new Set<string>();
  const read: ContentCache['read'] = (entries, make) =>
    entries.map((entry) => {
      const { relative, location } = entry;
      const look = lookAt(location, settled);
      seen.add(relative);
      const known = look.isSettled ? records.get(relative) : undefined;
      if (known?.startsWith(look.text) === true) return known.slice(look.text.length);
      const record = reading(make)(entry);
      records.set(relative, look.text + record);
      return record;
    });
  const save = (): void => {
    try {
      records.keepOnly(seen);
      records.save();
      writeFileSync(path.join(own, 'last'), `${environment} ${clock}\n`);
    } catch {
      // A full disk, or no right to write: the next import reads everything.
    }
  };
  return { read, save };
}

/**
 * A file whose times are this close to those of the last look may have changed again unseen, in
 * milliseconds (as `cache/snapshot.ts` has it).
 */
const doubtfulSpan = 2000;

/** What tells whether a file is the one that was read. */
function lookAt(
  location: string,
  settled: number,
): { readonly text: string; readonly isSettled: boolean } {
  const stat = lstatSync(location, { throwIfNoEntry: false });
  if (stat === undefined) return { text: '', isSettled: false };
  const { size, mtimeMs, ctimeMs, ino } = stat;
  const text = `${size} ${mtimeMs} ${ctimeMs} ${ino} `;
  return { text, isSettled: Math.max(mtimeMs, ctimeMs) < settled };
}

function nothing(): void {
  // Nobody needs to hear of it.
}

function reading(make: (source: SourceFile) => string): (entry: SourceEntry) => string {
  return (entry) => {
    const source = readSource(entry, nothing);
    return source === null ? '' : make(source);
  };
}

/** The file system's own clock, in milliseconds; null where nothing can be written. */
function readClockFile(folder: string): number | null {
  try {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'clock');
    writeFileSync(file, '');
    return lstatSync(file).mtimeMs;
  } catch {
    return null;
  }
}

function readLast(file: string): { readonly environment: string; readonly clock: number } | null {
  try {
    const [environment = '', clock = ''] = readFileSync(file, 'utf8').trim().split(' ');
    return { environment, clock: Number(clock) };
  } catch {
    return null;
  }
}
