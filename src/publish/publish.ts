import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { forEachAtOnce } from '../workers/atOnce.ts';
import { carryOut, recover, writeJournal } from './journal.ts';
import { listFiles } from './listFiles.ts';
import { withLock } from './lock.ts';
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
}

/**
 * Holds an output folder for one build, after finishing what a killed one left.
 * @throws OutputError where the folder holds something that Dateline did not make
 */
export async function holdOutput<Result>(
  { output, force, waiting }: OutputOptions,
  work: (places: Places) => Promise<Result>,
): Promise<Result> {
  const places = placesOf(existsSync(output) ? realpathSync(output) : path.resolve(output));
  mkdirSync(path.dirname(places.target), { recursive: true });
  return withLock(places.lock, waiting, async () => {
    await recover(places);
    if (!force) checkReplaceable(places.target, output);
    return work(places);
  });
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
  places: Places,
  write: (staging: string) => Promise<Result>,
): Promise<{ readonly result: Result; readonly published: Published }> {
  mkdirSync(places.staging);
  let result: Result;
  try {
    result = await write(places.staging);
  } catch (error) {
    rmSync(places.staging, { recursive: true, force: true });
    throw error;
  }
  return { result, published: await replace(places, result) };
}

/** Puts staging in the place of the output. */
async function replace(places: Places, { wanted, present }: Staged): Promise<Published> {
  const { target, staging } = places;
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
  if (put.length > 0 || remove.length > 0) writeJournal(places, { put, remove });
  await carryOut(places, { put, remove });
  return { written: put.length, kept: wanted.size - put.length, removed: remove.length };
}

async function isSame(one: string, other: string): Promise<boolean> {
  try {
    const [oneStat, otherStat] = await Promise.all([stat(one), stat(other)]);
    if (oneStat.size !== otherStat.size) return false;
  } catch {
    return false;
  }
  const [oneBytes, otherBytes] = await Promise.all([readFile(one), readFile(other)]);
  return oneBytes.equals(otherBytes);
}

function checkReplaceable(target: string, output: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new OutputError(`${output} is a file, not a folder`);
  const entries = readdirSync(target);
  if (entries.length > 0 && !entries.includes(markerFile)) {
    throw new OutputError(
      `${output} holds files that Dateline did not make; name another folder, empty this one, or say --force`,
    );
  }
}
