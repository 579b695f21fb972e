import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Holds a lock file while work is done. A lock whose process has ended is taken over; one whose
 * process lives is waited for.
 * @param waiting called once, with the other's process id, when there is something to wait for
 */
export async function withLock<Result>(
  file: string,
  waiting: (process: number) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  let told = false;
  while (!take(file)) {
    const owner = readOwner(file);
    if (owner === null || !isAlive(owner)) {
      takeAway(file);
      continue;
    }
    if (!told) waiting(owner);
    told = true;
    await wait(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether a process that lives holds a lock. */
export function isHeld(file: string): boolean {
  const owner = readOwner(file);
  return owner !== null && isAlive(owner);
}

/** Takes a lock unless a process that lives holds it. Whoever took it removes the file. */
export function tryLock(file: string): boolean {
  if (take(file)) return true;
  if (isHeld(file)) return false;
  takeAway(file);
  return take(file);
}

function take(file: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeSync(descriptor, String(process.pid));
  closeSync(descriptor);
  return true;
}

/** Removes a lock whose process has ended; one process at a time, so that none removes a new lock. */
function takeAway(file: string): void {
  const guard = `${file}-guard`;
  if (!take(guard)) {
    if (isOld(guard)) rmSync(guard, { force: true });
    return;
  }
  const owner = readOwner(file);
  if (owner === null || !isAlive(owner)) rmSync(file, { force: true });
  rmSync(guard, { force: true });
}

/** Whether a file has stood for two seconds by its own file system's clock. */
function isOld(file: string): boolean {
  try {
    const { mtimeMs } = statSync(file);
    const probe = `${file}-${process.pid}`;
    closeSync(openSync(probe, 'w'));
    const age = statSync(probe).mtimeMs - mtimeMs;
    rmSync(probe, { force: true });
    return age > 2000;
  } catch {
    return false;
  }
}

function readOwner(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}

function isAlive(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
