import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { ChangeError } from './changeError.ts';

/** What is to become of one content file. */
export interface FileChange {
  /** The path as the user would type it. */
  readonly file: string;
  /** Where it lies, for the file system. */
  readonly location: string;
  /** Null where the file is new. */
  readonly before: string | null;
  /** Null where the file goes. */
  readonly after: string | null;
  /** Where it goes, where it moves. */
  readonly moveTo: { readonly file: string; readonly location: string } | null;
}

/** Formats changes as unified diffs, with two lines around each place. */
export function formatDiff(changes: readonly FileChange[]): string {
  return changes
    .map(({ file, before, after, moveTo }) => {
      const target = moveTo?.file ?? file;
      const patch = createTwoFilesPatch(
        before === null ? '/dev/null' : file,
        after === null ? '/dev/null' : target,
        (before ?? '').replaceAll('\r\n', '\n'),
        (after ?? '').replaceAll('\r\n', '\n'),
        undefined,
        undefined,
        { context: 2 },
      );
      return patch.replace(/^=+\n/, '');
    })
    .join('');
}

/**
 * Writes changes: each file whole, by a rename, with the rights that it had. Moves come last. A file
 * that came or changed in the meantime is an error before anything is written; where the file system
 * refuses one of them, all files are put back as they were.
 * @throws ChangeError
 */
export function writeChanges(changes: readonly FileChange[]): void {
  checkUntouched(changes);
  const undo: (() => void)[] = [];
  const staged = new Map<FileChange, string>();
  try {
    // A full disk or a folder without rights shows here, where nothing has changed yet.
    for (const change of changes) {
      const { location, before, after } = change;
      if (before !== null && after !== null && before !== after) {
        staged.set(change, hiddenBeside(location));
        stage(staged.get(change) ?? '', location, after);
      } else if (after === null) staged.set(change, hiddenBeside(location));
    }
    for (const change of changes) carryOut(change, staged.get(change) ?? null, undo);
    for (const { location, moveTo } of changes) {
      if (moveTo === null) continue;
      renameSync(location, moveTo.location);
      undo.push(() => {
        renameSync(moveTo.location, location);
      });
    }
  } catch (error) {
    const isUndone = undoAll(undo);
    for (const [{ after }, hidden] of staged) {
      // What could not be put back is kept.
      if (isUndone || after !== null) rmSync(hidden, { force: true });
    }
    throw error;
  }
  for (const hidden of staged.values()) rmSync(hidden, { force: true });
}

/** Takes steps back, the last first, as many as can be; says whether all could. */
function undoAll(steps: readonly (() => void)[]): boolean {
  let isUndone = true;
  for (const step of steps.toReversed()) {
    try {
      step();
    } catch {
      isUndone = false;
    }
  }
  return isUndone;
}

function checkUntouched(changes: readonly FileChange[]): void {
  for (const { moveTo } of changes) {
    if (moveTo !== null && existsSync(moveTo.location)) {
      throw new ChangeError(`${moveTo.file} is there already`);
    }
  }
  for (const { file, location, before } of changes) {
    const isSame = before === null ? !existsSync(location) : readText(location) === before;
    if (!isSame) {
      const what = before === null ? 'is there already' : 'was changed by somebody else';
      throw new ChangeError(`${file} ${what}; nothing was written`);
    }
  }
}

/** @param hidden where the new text is, or where a file that goes is kept until all is done */
function carryOut(
  { location, before, after }: FileChange,
  hidden: string | null,
  undo: (() => void)[],
): void {
  if (before === null && after !== null) {
    writeNew(location, after);
    undo.push(() => {
      rmSync(location);
    });
  } else if (hidden !== null && after === null) {
    renameSync(location, hidden);
    undo.push(() => {
      renameSync(hidden, location);
    });
  } else if (hidden !== null && before !== null) {
    renameSync(hidden, location);
    undo.push(() => {
      stage(hidden, location, before);
      renameSync(hidden, location);
    });
  }
}

function readText(location: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(location));
}

/** Never over another file, even one that came just now. */
function writeNew(location: string, text: string): void {
  mkdirSync(path.dirname(location), { recursive: true });
  try {
    writeFileSync(location, text, { flag: 'wx' });
  } catch (error) {
    // A full disk leaves a part of it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(location, { force: true });
    throw error;
  }
}

/** A hidden name, which the stages and editors pass over. */
function hiddenBeside(location: string): string {
  return path.join(path.dirname(location), `.${randomBytes(6).toString('hex')}.tmp`);
}

function stage(hidden: string, location: string, text: string): void {
  writeFileSync(hidden, text, { flag: 'wx' });
  chmodSync(hidden, statSync(location).mode & 0o7777);
}
