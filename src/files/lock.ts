import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { OwnFileError } from './ownFileError.ts';
import { errorCode, lookAt, tryReadRegular } from './regular.ts';

/** A process, and when it began, so that a later process of the same number is not taken for it. */
interface Owner {
  readonly process: number;
  /** In ticks of the machine's clock, as /proc has it; empty where there is no /proc. */
  readonly since: string;
}

/** How long a process is waited for, in milliseconds: longer than any build takes. */
const longestWait = 30 * 60_000;
const pause = 100;

/**
 * Holds a lock file while work is done. A lock that names no process that lives is taken over; one whose
 * process lives is waited for.
 * @param waiting called once, with the other's process id, when there is something to wait for
 * @throws OwnFileError where something stands in the lock's place, or the other does not end
 */
export async function withLock<Result>(
  file: string,
  waiting: (process: number) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  let told = false;
  for (let waited = 0; !tryLock(file); waited += pause) {
    const owner = readOwner(file);
    if (owner !== null && !told) waiting(owner.process);
    told ||= owner !== null;
    if (waited > longestWait) throw new OwnFileError(`${file} is held for too long; remove it`);
    await wait(pause);
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

/**
 * Takes a lock unless a process that lives holds it. Whoever took it removes the file.
 * @throws OwnFileError where a folder stands in the lock's place
 */
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
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(descriptor, formatOwner({ process: process.pid, since: readStart(process.pid) }));
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return true;
}

/** Removes a lock whose process has ended; one process at a time, so that none removes a new lock. */
function takeAway(file: string): void {
  const guard = `${file}-guard`;
  if (!take(guard)) {
    if (isOld(guard)) remove(guard);
    return;
  }
  try {
    // Whoever has just made the file has not written into it yet.
    const isNew = lookAt(file)?.size === 0 && !isOld(file);
    if (!isNew && !isHeld(file)) remove(file);
  } finally {
    rmSync(guard, { force: true });
  }
}

function remove(file: string): void {
  if (lookAt(file)?.isDirectory() === true) {
    throw new OwnFileError(`${file} is a folder where Dateline has a lock; remove it`);
  }
  rmSync(file, { force: true });
}

/** Whether a file has stood for two seconds by its own file system's clock. */
function isOld(file: string): boolean {
  const stat = lookAt(file);
  if (stat === null) return false;
  const probe = `${file}-${process.pid}`;
  try {
    closeSync(openSync(probe, 'wx'));
    return statSync(probe).mtimeMs - stat.mtimeMs > 2000;
  } catch {
    return false;
  } finally {
    rmSync(probe, { force: true });
  }
}

function formatOwner({ process, since }: Owner): string {
  return `dateline ${process} ${since}\n`;
}

/** Null for what names no process: a lock of nobody. */
function readOwner(file: string): Owner | null {
  const text = tryReadRegular(file)?.toString('latin1') ?? '';
  const [, process, since = ''] = /^dateline ([1-9]\d{0,9}) (\d*)\n$/.exec(text) ?? [];
  return process === undefined ? null : { process: Number(process), since };
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.process, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  return owner.since === readStart(owner.process);
}

/** When a process began; empty where the system does not say. */
function readStart(process: number): string {
  try {
    const text = readFileSync(`/proc/${process}/stat`, 'latin1');
    // The name of the program, in brackets, may hold anything (proc(5)).
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
