import { existsSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './usageError.ts';

/** Codes of the system for a place where nothing can be made, whoever asks. */
const refusals = new Set(['ENOENT', 'ENOTDIR', 'ENOSYS', 'EINVAL']);

/**
 * Holds that a folder is there or can be made, and that files can be made in it. Node's `mkdir` with parents
 * never ends where a file system refuses folders as if their parent were not there, such as /proc.
 * @param named the option that names the folder, as typed
 * @throws UsageError
 */
export function checkNewFolder(folder: string, named: string): void {
  const parent = nearest(path.resolve(folder));
  if (!statSync(parent).isDirectory()) throw new UsageError(`${named}: ${parent} is no folder`);
  try {
    rmdirSync(mkdtempSync(path.join(parent, '.dateline-')));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!refusals.has(code)) throw error;
    throw new UsageError(`${named}: no folder can be made in ${parent} (${code})`);
  }
}

/** The first of a folder and those around it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(path.dirname(folder));
}
