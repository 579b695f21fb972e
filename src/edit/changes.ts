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
 * that came or changed in the meantime is an error before anything is written.
 * @throws ChangeError
 */
export function writeChanges(changes: readonly FileChange[]): void {
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
  for (const { location, before, after } of changes) {
    if (after === null) rmSync(location);
    else if (before === null) writeNew(location, after);
    else if (before !== after) writeWhole(location, after);
  }
  for (const { location, moveTo } of changes) {
    if (moveTo !== null) renameSync(location, moveTo.location);
  }
}

function readText(location: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(location));
}

/** Never over another file, even one that came just now. */
function writeNew(location: string, text: string): void {
  mkdirSync(path.dirname(location), { recursive: true });
  writeFileSync(location, text, { flag: 'wx' });
}

function writeWhole(location: string, text: string): void {
  const folder = path.dirname(location);
  mkdirSync(folder, { recursive: true });
  // A hidden name, which the stages and editors pass over.
  const temporary = path.join(folder, `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    if (existsSync(location)) chmodSync(temporary, statSync(location).mode & 0o7777);
    renameSync(temporary, location);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
