import { lstatSync } from 'node:fs';
import path from 'node:path';
import { hashTree, listFiles } from './tree.ts';

/** Everything that a command could have changed in a folder: bytes, files' times, the folder itself. */
export function takeStock(folder: string): string {
  const times = ['', ...listFiles(folder)].map((file) => {
    const { mtimeMs, ino, mode } = lstatSync(path.join(folder, file));
    return `${file} ${mtimeMs} ${ino} ${mode}`;
  });
  return [hashTree(folder), ...times].join('\n');
}
