import { mkdirSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compress, paysToCompress } from '../hosting/compress.ts';
import { compressedFile, hasCompressedName, isText, type Coding } from '../urls/compressed.ts';
import { longestName } from '../urls/paths.ts';
import { byteLength } from '../urls/slug.ts';
import { forEachAtOnce } from '../workers/atOnce.ts';
import type { LastOutput } from './lastOutput.ts';
import type { OutputFile } from './outputKeys.ts';

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
 * @param files the other files of the output
 * @returns every copy, with the key of the file of which it was made, and its year
 */
export async function writeCompressed(
  codings: readonly Coding[],
  files: Iterable<OutputFile>,
  { staging, target, staged, lastKey }: CompressOptions,
): Promise<readonly OutputFile[]> {
  if (codings.length === 0) return [];
  const copies: OutputFile[] = [];
  const all = [...files];
  const isTaken = findTaken(all);
  const jobs: (OutputFile & { readonly copy: string; readonly coding: Coding })[] = [];
  for (const each of all) {
    const { file, year } = each;
    if (!isText(file)) continue;
    for (const coding of codings) {
      const copy = compressedFile(file, coding);
      if (isTaken(copy) || byteLength(path.basename(copy)) > longestName) continue;
      // True as long as neither is written, though the file may have got another key.
      const last = staged.has(file) ? null : lastKey(copy, year);
      if (last === null) jobs.push({ ...each, coding, copy });
      else copies.push({ file: copy, key: last, year });
    }
  }
  await forEachAtOnce(jobs, async ({ file, key, year, coding, copy }) => {
    const source = path.join(staged.has(file) ? staging : target, file);
    const to = path.join(staging, copy);
    const { size } = await stat(source);
    // `npx eleventy` writes over what is there, and a server would send the copy of what was.
    if (!paysToCompress(size)) return rm(to, { force: true });
    const bytes = await compress(file, await readFile(source), coding);
    mkdirSync(path.dirname(to), { recursive: true });
    await writeFile(to, bytes);
    copies.push({ file: copy, key, year });
  });
  return copies;
}

/** The names of copies that files or folders of the site have. */
function findTaken(files: readonly OutputFile[]): (copy: string) => boolean {
  const taken = files.map(({ file }) => file).filter(hasCompressedName);
  return (copy) => taken.some((file) => file === copy || file.startsWith(`${copy}/`));
}
