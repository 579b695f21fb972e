import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { forEachAtOnce } from '../workers/atOnce.ts';
import type { Places } from './places.ts';

/** What turns the old output into the new one. Paths are relative to the output folder. */
export interface Changes {
  /** New and changed files; they lie in staging. */
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Writes the journal. From its last rename on the new output is decided: whoever comes next carries
 * it out. Before it, the old one stands.
 */
export function writeJournal({ journal }: Places, changes: Changes): void {
  const draft = `${journal}.draft`;
  const descriptor = openSync(draft, 'w');
  try {
    writeSync(descriptor, JSON.stringify(changes));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, journal);
}

/**
 * Carries out the journal. Each step may have been done already, by a process that was killed: so
 * this can be called any number of times.
 */
export async function carryOut(places: Places, changes: Changes): Promise<void> {
  const { target, staging, journal } = places;
  const made = new Set<string>();
  for (const file of changes.remove) rmSync(path.join(target, file), { force: true });
  removeEmptyFolders(target, changes.remove);
  await forEachAtOnce(changes.put, async (file) => {
    const to = path.join(target, file);
    const folder = path.dirname(to);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    try {
      await rename(path.join(staging, file), to);
    } catch (error) {
      const wasDone = isMissing(error) && existsSync(to);
      if (!wasDone) throw error;
    }
  });
  rmSync(journal, { force: true });
  rmSync(staging, { recursive: true, force: true });
}

/** Finishes or forgets the work of a build that was killed. */
export async function recover(places: Places): Promise<void> {
  const { journal, staging } = places;
  rmSync(`${journal}.draft`, { force: true });
  if (existsSync(journal)) {
    await carryOut(places, JSON.parse(readFileSync(journal, 'utf8')) as Changes);
  }
  rmSync(staging, { recursive: true, force: true });
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
