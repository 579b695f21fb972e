import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CacheHome } from '../cache/cache.ts';
import { hashCode } from '../cache/environment.ts';
import { CacheTable, emptyTable, type TableDigest } from '../cache/table.ts';
import { readSigned, writeSigned } from '../files/signed.ts';
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

/** What the last import left. */
interface LastImport {
  readonly environment: string;
  /** Milliseconds, by the file system's clock. */
  readonly clock: number;
  readonly records: TableDigest;
}

/**
 * Opens what is remembered of a content folder. It is safe to delete, and what can't be kept is read again.
 * @param home of all content folders' caches; null: nothing is kept
 * @param zone the site's, in which days are found
 */
export function openContentCache(
  home: CacheHome | null,
  content: string,
  zone: string,
): ContentCache {
  if (home === null) return { read: (entries, make) => entries.map(reading(make)), save: nothing };
  const id = hashText(path.resolve(content));
  const own = path.join(home.folder, id);
  const lastFile = path.join(own, 'last');
  const purpose = `import ${id}`;
  const clock = readClockFile(own);
  if (clock === null) return openContentCache(null, content, zone);
  const found = readSigned(lastFile, purpose, home.key);
  const last = found.kind === 'signed' ? (JSON.parse(found.text) as LastImport) : null;
  const environment = hashCode([zone]);
  const known = last?.environment === environment ? last : null;
  if (known === null) rmSync(path.join(own, 'records'), { recursive: true, force: true });
  const settled = known === null ? 0 : known.clock - doubtfulSpan;
  const records = new CacheTable(path.join(own, 'records'), known?.records ?? emptyTable, nothing);
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
      // Without it the records count for nothing: a kill in between loses work, not truth.
      rmSync(lastFile, { force: true });
      records.save();
      const now: LastImport = { environment, clock, records: records.digest };
      writeSigned(lastFile, JSON.stringify(now), purpose, home.key);
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
