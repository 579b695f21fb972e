import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { markerFile } from './marker.ts';

/** An output folder that must not be replaced. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/**
 * Replaces an output folder as a whole: `write` fills a folder beside it, and only when it has
 * returned do two renames put the new folder in the place of the old. When it throws, the output is
 * as it was.
 * @throws OutputError where the folder holds something that Dateline did not make
 */
export async function publish<Result>(
  output: string,
  write: (staging: string) => Promise<Result>,
): Promise<Result> {
  const target = existsSync(output) ? realpathSync(output) : path.resolve(output);
  const { staging, former } = placesBeside(target);
  recover(target, staging, former);
  checkReplaceable(target, output);
  mkdirSync(staging, { recursive: true });
  let result: Result;
  try {
    result = await write(staging);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
  if (existsSync(target)) renameSync(target, former);
  renameSync(staging, target);
  rmSync(former, { recursive: true, force: true });
  return result;
}

/** Beside the output, so that a rename stays on one file system. */
function placesBeside(target: string): { readonly staging: string; readonly former: string } {
  const place = (suffix: string): string =>
    path.join(path.dirname(target), `.${path.basename(target)}.dateline-${suffix}`);
  return { staging: place('new'), former: place('old') };
}

/** Cleans up after a build that was killed: its work is dropped, the folder it moved comes back. */
function recover(target: string, staging: string, former: string): void {
  rmSync(staging, { recursive: true, force: true });
  if (!existsSync(former)) return;
  if (existsSync(target)) rmSync(former, { recursive: true, force: true });
  else renameSync(former, target);
}

function checkReplaceable(target: string, output: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new OutputError(`${output} is a file, not a folder`);
  const entries = readdirSync(target);
  if (entries.length > 0 && !entries.includes(markerFile)) {
    throw new OutputError(
      `${output} holds files that Dateline did not make; name another folder or empty this one`,
    );
  }
}
