import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
} from 'node:fs';

/**
 * Reads a regular file. A link is not followed, and a pipe or a device is not waited for.
 * @throws Error of the file system (ELOOP for a link), or with code ENOTREG for what is no regular file
 */
export function readRegular(file: string): Buffer {
  const descriptor = openSync(
    file,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  );
  try {
    if (fstatSync(descriptor).isFile()) return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  throw Object.assign(new Error(`${file} is no regular file`), { code: 'ENOTREG' });
}

/** The same, for those to whom a file that can't be read is one that is not there. */
export function tryReadRegular(file: string): Buffer | null {
  try {
    return readRegular(file);
  } catch {
    return null;
  }
}

/** What is at a path itself, be it a link; null where nothing is. */
export function lookAt(file: string): Stats | null {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    // A file, or a link that leads to itself, stands where a folder would be.
    if (['ENOTDIR', 'ELOOP'].includes(errorCode(error))) return null;
    throw error;
  }
}

/** The code of an error of the file system, such as `ENOENT`; empty for any other. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
