import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a file that must not be there yet; false where it is. Folders are made. */
export function writeNew(content: string, relative: string, text: string | Uint8Array): boolean {
  const target = path.join(content, ...relative.split('/'));
  mkdirSync(path.dirname(target), { recursive: true });
  try {
    writeFileSync(target, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
