import { readdirSync, rmdirSync, rmSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { errorCode, lookAt } from './regular.ts';

/**
 * The first thing at or below some paths that is neither a file nor a folder: a link, a pipe, a device.
 * Null where there is none. What is not there has none.
 */
export function findOddity(paths: readonly string[]): string | null {
  for (const each of paths) {
    const stat = lookAt(each);
    if (stat === null || stat.isFile()) continue;
    if (!stat.isDirectory()) return each;
    for (const entry of readdirSync(each, { withFileTypes: true })) {
      if (entry.isFile()) continue;
      const below = path.join(each, entry.name);
      const found = entry.isDirectory() ? findOddity([below]) : below;
      if (found !== null) return found;
    }
  }
  return null;
}

/**
 * Removes the files below a folder whose paths there are known as ours, and the folders that are empty
 * then. Links are not followed, and stay; so does everything else.
 * @param isOurs told the path below the folder, `/` between its parts
 */
export function removeOurs(folder: string, isOurs: (file: string) => boolean): void {
  const visit = (below: string): void => {
    for (const { name, kind } of list(path.join(folder, below))) {
      const file = below === '' ? name : `${below}/${name}`;
      if (kind === 'folder') {
        visit(file);
        removeIfEmpty(path.join(folder, file));
      } else if (kind === 'file' && isOurs(file)) rmSync(path.join(folder, file), { force: true });
    }
  };
  visit('');
}

function list(
  folder: string,
): readonly { readonly name: string; readonly kind: 'file' | 'folder' | 'other' }[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // Another process may have removed it.
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
  return entries.map((entry) => ({
    name: entry.name,
    kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
  }));
}

/** Removes a folder unless something is in it. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it.
  }
}
