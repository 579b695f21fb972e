import { existsSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { OwnFileError } from '../files/ownFileError.ts';
import { errorCode, lookAt } from '../files/regular.ts';
import { readSigned, writeSigned, type MachineKey } from '../files/signed.ts';
import { forEachAtOnce } from '../workers/atOnce.ts';
import type { Places } from './places.ts';

/** What turns the old output into the new one. Paths are relative to the output folder. */
export interface Changes {
  /** New and changed files; they lie in staging. */
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

/** Grows when journals change, so that no version carries out what another wrote. */
const version = 2;

interface Journal extends Changes {
  readonly version: typeof version;
  /** See `identify`. */
  readonly output: string;
}

/**
 * Writes the journal. From its last rename on the new output is decided: whoever comes next carries
 * it out. Before it, the old one stands.
 */
export function writeJournal(
  { journal, target }: Places,
  { put, remove }: Changes,
  key: MachineKey,
): void {
  const text: Journal = { version, output: identify(target), put, remove };
  writeSigned(journal, JSON.stringify(text), purposeOf(target), key);
}

/**
 * Carries out the journal. Each step may have been done already, by a process that was killed: so
 * this can be called any number of times. Nothing is written or removed through a link in the output.
 */
export async function carryOut(places: Places, changes: Changes): Promise<void> {
  const { target, staging, journal } = places;
  const before = new OutputFolders(target);
  const removable = changes.remove.filter((file) => before.has(path.dirname(file)));
  for (const file of removable) removeFile(path.join(target, file));
  removeEmptyFolders(target, removable);
  const folders = new OutputFolders(target);
  await forEachAtOnce(changes.put, async (file) => {
    const to = path.join(target, file);
    folders.make(path.dirname(file));
    await putFile(path.join(staging, file), to);
  });
  removeOwn(journal);
  rmSync(staging, { recursive: true, force: true });
}

async function putFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const wasDone = errorCode(error) === 'ENOENT' && existsSync(to);
    if (wasDone) return;
    if (lookAt(to)?.isDirectory() !== true) throw error;
    // Somebody else made a folder where a file of the site is.
    rmSync(to, { recursive: true });
    await rename(from, to);
  }
}

/** What recovery found: nothing, a journal that it carried out, or one that it did not. */
export type Recovered = 'nothing' | 'finished' | 'refused';

/**
 * Finishes or forgets the work of a build that was killed. A journal that this user's Dateline did not
 * write on this machine for this output, or that is damaged, is not carried out.
 */
export async function recover(places: Places, key: MachineKey): Promise<Recovered> {
  const { journal, staging } = places;
  removeOwn(`${journal}.new`);
  const found = readSigned(journal, purposeOf(places.target), key);
  const changes = found.kind === 'signed' ? parseJournal(found.text, places) : null;
  if (changes !== null) await carryOut(places, changes);
  removeOwn(journal);
  rmSync(staging, { recursive: true, force: true });
  if (found.kind === 'missing') return 'nothing';
  return changes === null ? 'refused' : 'finished';
}

/** Null for a journal of another version or output, or that names what is not in the output. */
function parseJournal(text: string, { target }: Places): Changes | null {
  const journal = JSON.parse(text) as Partial<Journal>;
  const { put, remove } = journal;
  if (journal.version !== version || journal.output !== identify(target)) return null;
  if (put === undefined || remove === undefined) return null;
  return [...put, ...remove].every(isInside) ? { put, remove } : null;
}

function isInside(file: string): boolean {
  const isPlain = file.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  return isPlain && !file.includes('\0') && !path.isAbsolute(file);
}

function purposeOf(target: string): string {
  return `journal ${target}`;
}

/** Tells an output folder from another that has come to its place. */
function identify(target: string): string {
  const stat = lookAt(target);
  return stat === null ? '' : `${stat.dev} ${stat.ino}`;
}

/** Removes a file of Dateline's own: a link itself and not what it leads to. */
function removeOwn(file: string): void {
  if (lookAt(file)?.isDirectory() === true) {
    throw new OwnFileError(`${file} is a folder where Dateline has a file; remove it`);
  }
  rmSync(file, { force: true });
}

/** Where a folder has come in the place of a file, the file is gone. */
function removeFile(file: string): void {
  if (lookAt(file)?.isDirectory() !== true) rmSync(file, { force: true });
}

/** The folders of an output: those that are folders, and no links to some. */
class OutputFolders {
  readonly #target: string;
  readonly #known = new Map<string, boolean>([['.', true]]);

  constructor(target: string) {
    this.#target = target;
  }

  /** Whether the folder is there, with no link on the way to it. */
  has(folder: string): boolean {
    let known = this.#known.get(folder);
    if (known === undefined) {
      known =
        this.has(path.dirname(folder)) &&
        lookAt(path.join(this.#target, folder))?.isDirectory() === true;
      this.#known.set(folder, known);
    }
    return known;
  }

  /** Makes a folder. What stands in its place, such as a link, is nothing that Dateline made, and goes. */
  make(folder: string): void {
    if (this.has(folder)) return;
    this.make(path.dirname(folder));
    const location = path.join(this.#target, folder);
    rmSync(location, { force: true });
    mkdirSync(location);
    this.#known.set(folder, true);
  }
}

function removeEmptyFolders(target: string, removed: readonly string[]): void {
  for (const file of removed) {
    let folder = path.dirname(file);
    while (folder !== '.') {
      try {
        rmdirSync(path.join(target, folder));
      } catch {
        // Not empty, or gone already.
        break;
      }
      folder = path.dirname(folder);
    }
  }
}
