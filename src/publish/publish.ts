import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from '../files/lock.ts';
import { OwnFileError } from '../files/ownFileError.ts';
import { lookAt } from '../files/regular.ts';
import type { MachineKey } from '../files/signed.ts';
import { findTracked } from '../files/tracked.ts';
import { forEachAtOnce } from '../workers/atOnce.ts';
import { carryOut, recover, writeJournal } from './journal.ts';
import { listFiles } from './listFiles.ts';
import { markerFile } from './marker.ts';
import { placesOf, type Places } from './places.ts';

/** An output folder that must not be replaced. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

export interface OutputOptions {
  /** The output folder. */
  readonly output: string;
  /** Replace a folder that holds files of somebody else's. */
  readonly force: boolean;
  /** Called when another build holds the output, with its process id. */
  readonly waiting: (process: number) => void;
  /** Signs journals: only those of this user and machine are carried out. */
  readonly key: MachineKey;
  /** Told of what was left by somebody else, which is not used. */
  readonly warn: (message: string) => void;
}

/** An output folder that is held. */
export interface HeldOutput extends Places {
  readonly key: MachineKey;
  /** Whether a build was cut off whose work could not be finished, so that any file may be the old or the new. */
  readonly isDoubtful: boolean;
}

/**
 * Holds an output folder for one build, after finishing what a killed one left.
 * @throws OutputError where the folder holds something that Dateline did not make
 * @throws OwnFileError where staging, journal or lock are somebody else's
 */
export async function holdOutput<Result>(
  { output, force, waiting, key, warn }: OutputOptions,
  work: (held: HeldOutput) => Promise<Result>,
): Promise<Result> {
  checkKind(output);
  const places = placesOf(existsSync(output) ? realpathSync(output) : path.resolve(output));
  mkdirSync(path.dirname(places.target), { recursive: true });
  refuseTracked(places);
  return withLock(places.lock, waiting, async () => {
    const recovered = await recover(places, key);
    if (recovered === 'refused') {
      warn(
        `${places.journal} was not written by you on this machine, or is damaged: it was removed and not carried out, and the whole output is looked through`,
      );
    }
    if (!force) checkReplaceable(places.target, output);
    return work({ ...places, key, isDoubtful: recovered === 'refused' });
  });
}

/** What came with a commit may be anybody's. */
function refuseTracked({ target, staging, journal, lock }: Places): void {
  const own = [staging, journal, `${journal}.new`, lock, `${lock}-guard`];
  const there = own.filter((file) => lookAt(file) !== null);
  const tracked = there.length === 0 ? null : findTracked(path.dirname(target), there);
  if (tracked === null) return;
  throw new OwnFileError(
    `git tracks ${tracked}, which only Dateline writes: take it out of the repository (git rm -r), and let .gitignore name .*.dateline-*`,
  );
}

export interface Published {
  readonly written: number;
  /** Files that did not change; they keep their modification time. */
  readonly kept: number;
  readonly removed: number;
}

/** Names of files. */
export interface Wanted {
  readonly size: number;
  readonly has: (file: string) => boolean;
}

/** What the output is to hold. */
export interface Staged {
  /** All files, relative to the output. Those that are not in staging are in the output already. */
  readonly wanted: Wanted;
  /** What of the output may not be wanted any more, where that is known; else it is looked up. */
  readonly present: Iterable<string> | null;
}

/**
 * Publishes all or nothing: `write` fills the staging folder, and only when it has returned does the
 * output change, by renames that a journal lists, so that the next command finishes them where this
 * one is killed. When `write` throws, the output is as it was.
 */
export async function publish<Result extends Staged>(
  held: HeldOutput,
  write: (staging: string) => Promise<Result>,
): Promise<{ readonly result: Result; readonly published: Published }> {
  const { staging, journal } = held;
  mkdirSync(staging);
  try {
    const result = await write(staging);
    return { result, published: await replace(held, result) };
  } catch (error) {
    // Once there is a journal, the next command finishes what it says.
    if (lookAt(journal) === null) rmSync(staging, { recursive: true, force: true });
    throw error;
  }
}

/** Puts staging in the place of the output. */
async function replace(held: HeldOutput, { wanted, present }: Staged): Promise<Published> {
  const { target, staging } = held;
  if (!existsSync(target)) {
    // Whoever fills staging takes nothing as known of an output that is not there.
    renameSync(staging, target);
    return { written: wanted.size, kept: 0, removed: 0 };
  }
  const staged = listFiles(staging);
  const remove = [...(present ?? listFiles(target))].filter((file) => !wanted.has(file));
  const same = new Set<string>();
  await forEachAtOnce(staged, async (file) => {
    if (await isSame(path.join(staging, file), path.join(target, file))) same.add(file);
  });
  const put = staged.filter((file) => !same.has(file));
  if (put.length > 0 || remove.length > 0) writeJournal(held, { put, remove }, held.key);
  await carryOut(held, { put, remove });
  return { written: put.length, kept: wanted.size - put.length, removed: remove.length };
}

async function isSame(one: string, other: string): Promise<boolean> {
  try {
    const [oneStat, otherStat] = await Promise.all([lstat(one), lstat(other)]);
    if (!otherStat.isFile() || oneStat.size !== otherStat.size) return false;
  } catch {
    return false;
  }
  const [oneBytes, otherBytes] = await Promise.all([readFile(one), readFile(other)]);
  return oneBytes.equals(otherBytes);
}

/** A file, a pipe, or a link that leads nowhere is no place for an output. */
function checkKind(output: string): void {
  if (lookAt(output) === null) return;
  const isFolder = existsSync(output) ? statSync(output).isDirectory() : null;
  if (isFolder === true) return;
  const kind = isFolder === null ? 'a link that leads nowhere' : 'a file, not a folder';
  throw new OutputError(`${output} is ${kind}; name another folder`);
}

function checkReplaceable(target: string, output: string): void {
  if (!existsSync(target)) return;
  const entries = readdirSync(target);
  if (entries.length > 0 && !entries.includes(markerFile)) {
    throw new OutputError(
      `${output} holds files that Dateline did not make; name another folder, empty this one, or say --force`,
    );
  }
}
