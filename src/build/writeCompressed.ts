import { mkdirSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compress, isText, paysToCompress } from '../hosting/compress.ts';
import { compressedFile, hasCompressedName, type Coding } from '../urls/compressed.ts';
import { forEachAtOnce } from '../workers/atOnce.ts';
import type { LastOutput } from './lastOutput.ts';

export interface CompressOptions {
  /** The folder in which new files lie, and into which their copies go. */
  readonly staging: string;
  /** The folder in which the others lie. */
  readonly target: string;
  /** The files in staging. */
  readonly staged: ReadonlySet<string>;
  readonly lastKey: LastOutput['lastKey'];
}

/**
 * Writes the compressed copies of text files that are new, and those that are missing. A file of the
 * site's own with the name of a copy stays.
 * @param files every other file of the output, with its key
 * @returns every copy, with the key of the file of which it was made
 */
export async function writeCompressed(
  codings: readonly Coding[],
  files: ReadonlyMap<string, string>,
  { staging, target, staged, lastKey }: CompressOptions,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  if (codings.length === 0) return keys;
  const isTaken = findTaken(files.keys());
  const jobs: (Record<'file' | 'key' | 'copy', string> & { readonly coding: Coding })[] = [];
  for (const [file, key] of files) {
    if (!isText(file)) continue;
    for (const coding of codings) {
      const copy = compressedFile(file, coding);
      if (isTaken(copy)) continue;
      // True as long as neither is written, though the file may have got another key.
      const last = staged.has(file) ? null : lastKey(copy);
      if (last === null) jobs.push({ file, key, coding, copy });
      else keys.set(copy, last);
    }
  }
  await forEachAtOnce(jobs, async ({ file, key, coding, copy }) => {
    const source = path.join(staged.has(file) ? staging : target, file);
    const to = path.join(staging, copy);
    const { size } = await stat(source);
    // `npx eleventy` writes over what is there, and a server would send the copy of what was.
    if (!paysToCompress(size)) return rm(to, { force: true });
    const bytes = await compress(file, await readFile(source), coding);
    mkdirSync(path.dirname(to), { recursive: true });
    await writeFile(to, bytes);
    keys.set(copy, key);
  });
  return keys;
}

/** The names of copies that files or folders of the site have. */
function findTaken(files: Iterable<string>): (copy: string) => boolean {
  const taken = [...files].filter(hasCompressedName);
  return (copy) => taken.some((file) => file === copy || file.startsWith(`${copy}/`));
}
