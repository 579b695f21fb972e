import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isIgnoredName } from '../read/places.ts';

export interface FoundFile {
  readonly kind: 'file';
  /** Below the folder. */
  readonly names: readonly string[];
  /** In bytes. */
  readonly size: number;
}

/** What stands at a path of the output folder; `page`: a page whose path lacks its last slash. */
export type Found = FoundFile | { readonly kind: 'page' };

const pageFile = 'index.html';

/**
 * The file that a path asks for. Null where there is none, where a link leads out of the folder, and for
 * names that content can't publish, such as those of hidden files.
 * @param names below the folder, decoded (`parseTarget`); the last one is empty for a page
 */
export async function findFile(folder: string, names: readonly string[]): Promise<Found | null> {
  const [last = '', ...before] = names.toReversed();
  if (before.includes('') || names.some(isIgnoredName)) return null;
  const file = last === '' ? [...names.slice(0, -1), pageFile] : names;
  const stats = await statInside(folder, file);
  if (stats?.isFile() === true) return { kind: 'file', names: file, size: stats.size };
  if (stats?.isDirectory() !== true) return null;
  const page = await statInside(folder, [...file, pageFile]);
  return page?.isFile() === true ? { kind: 'page' } : null;
}

async function statInside(folder: string, names: readonly string[]): Promise<Stats | null> {
  try {
    const real = await realpath(path.join(folder, ...names));
    const [first] = path.relative(await realpath(folder), real).split(path.sep);
    return first === '..' || path.isAbsolute(first ?? '') ? null : await stat(real);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** Errors by which a system says that a path leads to nothing. */
const absences = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'EACCES']);

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && absences.has(String(error.code));
}
