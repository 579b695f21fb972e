import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isHeld, tryLock } from '../files/lock.ts';

/** The folders of a server that runs. They stay for the next one, which has less to build. */
export interface Session {
  /** Where the site is built. */
  readonly output: string;
  /** The cache of its builds. */
  readonly cache: string;
  readonly end: () => void;
}

/**
 * Takes the first folder that no other server has: `serve`, `serve-2`; with drafts `drafts`, so that
 * neither undoes what the other built.
 * @param root the folder in which they are
 */
export function beginSession(root: string, drafts: boolean): Session {
  const name = drafts ? 'drafts' : 'serve';
  for (let number = 1; ; number++) {
    const folder = path.join(root, number === 1 ? name : `${name}-${number}`);
    mkdirSync(folder, { recursive: true });
    const lock = path.join(folder, 'lock');
    if (!tryLock(lock)) continue;
    return {
      output: path.join(folder, 'site'),
      cache: path.join(folder, 'build'),
      end: () => rmSync(lock, { force: true }),
    };
  }
}

/** Whether a folder is that of a server that runs. */
export function isSessionHeld(folder: string): boolean {
  return isHeld(path.join(folder, 'lock'));
}
