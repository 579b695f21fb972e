import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CacheHome } from '../cache/cache.ts';
import {
  findMachineKey,
  keyOfSecret,
  makePassingKey,
  shortestSecret,
  type FoundKey,
} from '../files/machineKey.ts';
import { findOddity } from '../files/ownTree.ts';
import { lookAt } from '../files/regular.ts';
import type { MachineKey } from '../files/signed.ts';
import { findTracked } from '../files/tracked.ts';
import type { Printer } from './printer.ts';
import { UsageError } from './usageError.ts';

/** Everything that can be made anew: in the working directory, as the contract says. */
export const cachesFolder = '.cache';

/** What is read back from it: caches of builds and imports, what servers built and what hosts said. */
const ownNames = /^(?:build|import|links\.json|ping\.json|(?:serve|drafts)(?:-\d+)?)$/;

/** Where a command keeps what it made, and what signs it. */
export interface Caches extends CacheHome {
  /** That of builds. */
  readonly build: CacheHome;
  /** That of imports. */
  readonly import: CacheHome;
}

/**
 * Opens the caches. Where they may be somebody else's, or where this machine can keep no key that would tell,
 * they are left alone: the command works in a folder that goes with it, and says so.
 */
export function openCaches(printer: Pick<Printer, 'note'>): Caches {
  const found = findKey();
  const problem = found.kind === 'none' ? found.problem : findTrouble();
  if (found.kind === 'kept' && problem === null) return toCaches(cachesFolder, found.key);
  printer.note(
    `the cache in ${cachesFolder} is not used: ${problem ?? ''}; what follows works, but takes longer`,
  );
  return toCaches(makePassingFolder(), makePassingKey());
}

function toCaches(folder: string, key: MachineKey): Caches {
  const inFolder = (name: string): CacheHome => ({ folder: path.join(folder, name), key });
  return { folder, key, build: inFolder('build'), import: inFolder('import') };
}

function findKey(): FoundKey {
  const secret = process.env['DATELINE_CACHE_KEY'] ?? '';
  if (secret === '') return findMachineKey(path.join(stateFolder(), 'dateline', 'key'), '.');
  const key = keyOfSecret(secret);
  if (key !== null) return { kind: 'kept', key };
  throw new UsageError(`DATELINE_CACHE_KEY is too short: it needs ${shortestSecret} characters`);
}

/** Where programs keep what is this machine's (XDG Base Directory Specification). */
function stateFolder(): string {
  const named = process.env['XDG_STATE_HOME'] ?? '';
  return path.isAbsolute(named) ? named : path.join(os.homedir(), '.local', 'state');
}

/** Why what lies in the folder may not be ours; null where nothing speaks against it. */
function findTrouble(): string | null {
  const stat = lookAt(cachesFolder);
  if (stat === null) return null;
  const isFolder = stat.isDirectory();
  const own = isFolder ? listOwn() : [cachesFolder];
  const tracked = own.length === 0 ? null : findTracked('.', own);
  if (tracked !== null) {
    return `git tracks ${tracked}; take it out of the repository (git rm -r --cached ${cachesFolder}), and write ${cachesFolder}/ into .gitignore`;
  }
  const odd = isFolder ? findOddity(own) : cachesFolder;
  return odd === null ? null : `${odd} is no file or folder of Dateline; remove it`;
}

function listOwn(): readonly string[] {
  return readdirSync(cachesFolder)
    .filter((name) => ownNames.test(name))
    .map((name) => path.join(cachesFolder, name));
}

/** Folders that go when the process ends. */
const passingFolders: string[] = [];

function makePassingFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dateline-'));
  if (passingFolders.push(folder) === 1) {
    process.once('exit', () => {
      for (const each of passingFolders) rmSync(each, { recursive: true, force: true });
    });
  }
  return folder;
}
