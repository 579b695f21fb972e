import { createHash, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isBelow } from './realPath.ts';
import { errorCode, lookAt, readRegular } from './regular.ts';
import type { MachineKey } from './signed.ts';
import { findTracked, isInRepository } from './tracked.ts';

/** Bytes of a key. */
const keySize = 32;
/** The shortest text that is taken for a secret, in characters. */
export const shortestSecret = 16;

/** A key that the operator gives, as a build machine's secret; null for a text that is too short. */
export function keyOfSecret(secret: string): MachineKey | null {
  if (secret.length < shortestSecret) return null;
  return createHash('sha256').update(`dateline cache key\0${secret}`).digest() as Buffer &
    MachineKey;
}

/** A key that ends with this process: what is signed with it, no later one knows. */
export function makePassingKey(): MachineKey {
  return randomBytes(keySize) as Buffer & MachineKey;
}

/** The key, or why none can be kept. */
export type FoundKey =
  | { readonly kind: 'kept'; readonly key: MachineKey }
  | { readonly kind: 'none'; readonly problem: string };

/**
 * Reads the key of this user on this machine, and makes it where there is none.
 * @param file where it is kept: outside of what is built, so that no content can bring one
 * @param workFolder the working directory
 */
export function findMachineKey(file: string, workFolder: string): FoundKey {
  try {
    const key = readKey(file) ?? makeKeyFile(file);
    const problem = key === null ? 'is none' : findDoubt(file, workFolder);
    if (key !== null && problem === null) return { kind: 'kept', key };
    return { kind: 'none', problem: `${file} ${problem ?? ''}` };
  } catch (error) {
    return {
      kind: 'none',
      problem: `${file} can't be kept (${errorCode(error) || String(error)})`,
    };
  }
}

/** Null where there is no file yet. */
function readKey(file: string): MachineKey | null {
  let bytes: Buffer;
  try {
    bytes = readRegular(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  const key = Buffer.from(bytes.toString('latin1').trim(), 'base64url');
  if (key.length !== keySize) throw new Error('it holds no key: remove it');
  return key as Buffer & MachineKey;
}

/** Makes the file at once, with its key in it: of two processes one makes it, and both use that. */
function makeKeyFile(file: string): MachineKey | null {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${Buffer.from(makePassingKey()).toString('base64url')}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKey(file);
}

/** Why the file may be somebody else's, or known to others. */
function findDoubt(file: string, workFolder: string): string | null {
  const stat = lookAt(file);
  if (stat === null) return 'is gone';
  if (process.platform !== 'win32') {
    if (process.getuid !== undefined && stat.uid !== process.getuid()) return 'is of another user';
    if ((stat.mode & 0o077) !== 0) return 'can be read by others: make it private (chmod 600)';
  }
  // A home folder may be what is built: then content could bring the file along.
  const real = realpathSync(file);
  if (!isBelow(realpathSync(workFolder), real)) return null;
  if (!isInRepository(workFolder)) return 'lies in the folder that is built';
  return findTracked(path.dirname(real), [real]) === null ? null : 'is tracked by git';
}
