import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Site } from '../model/site.ts';
import { hashText } from '../read/hash.ts';
import { indexYear, withPagefind } from '../search/indexYear.ts';
import { planSearchYears, type SearchYear } from '../search/planSearch.ts';
import { hasCompressedName } from '../urls/compressed.ts';
import { searchFolder } from '../urls/paths.ts';
import { forEachAtOnce } from '../workers/atOnce.ts';
import type { LastOutput } from './lastOutput.ts';

/** The file whose key tells of what its index was made. */
const entryName = 'pagefind-entry.json';

/**
 * Writes the search indexes of the years that changed. A year stands or falls as one: where its
 * articles are the same, and all of its files are as they were published, it stays.
 * @returns every file of every index, with its key
 */
export async function writeSearch(
  site: Site,
  output: string,
  last: LastOutput,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  const years = planSearchYears(site);
  if (years.length === 0) return keys;
  const known = groupByFolder(last);
  const changed: SearchYear[] = [];
  for (const year of years) {
    const kept = keepYear(year, known.get(folderOf(year)) ?? [], last);
    if (kept === null) changed.push(year);
    else for (const [file, key] of kept) keys.set(file, key);
  }
  if (changed.length === 0) return keys;
  await withPagefind(async (pagefind) => {
    for (const year of changed) {
      const folder = folderOf(year);
      const key = year.key();
      const files = await indexYear(pagefind, year);
      const fresh = files.filter(({ name, bytes }) => {
        const file = folder + name;
        const hash = hashText(bytes);
        const own = name === entryName ? `${hash} ${key} ${files.length}` : hash;
        keys.set(file, own);
        return last.lastKey(file, null) !== own;
      });
      const folders = new Set(
        fresh.map(({ name }) => path.dirname(path.join(output, folder, name))),
      );
      for (const each of folders) mkdirSync(each, { recursive: true });
      await forEachAtOnce(fresh, ({ name, bytes }) =>
        writeFile(path.join(output, folder, name), bytes),
      );
    }
  });
  return keys;
}

function folderOf({ path }: SearchYear): string {
  return path.slice(1);
}

/** The files of a year's index with their keys, where all are still what a new index would be. */
function keepYear(
  year: SearchYear,
  files: readonly string[],
  { lastKey }: LastOutput,
): ReadonlyMap<string, string> | null {
  const entry = lastKey(folderOf(year) + entryName, null);
  if (entry?.slice(entry.indexOf(' ') + 1) !== `${year.key()} ${files.length}`) return null;
  const kept = new Map<string, string>();
  for (const file of files) {
    const key = lastKey(file, null);
    if (key === null) return null;
    kept.set(file, key);
  }
  return kept;
}

/** The last files of each index, by its folder. */
function groupByFolder({ lastFiles }: LastOutput): ReadonlyMap<string, readonly string[]> {
  const start = searchFolder.slice(1);
  const folders = new Map<string, string[]>();
  for (const file of lastFiles()) {
    // Compressed copies of an index's files come and go with them.
    if (!file.startsWith(start) || hasCompressedName(file)) continue;
    const folder = file.slice(0, file.indexOf('/', start.length) + 1);
    const files = folders.get(folder);
    if (files === undefined) folders.set(folder, [file]);
    else files.push(file);
  }
  return folders;
}
