import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseInstant, type Instant } from '../dates/instant.ts';
import { readClock } from './clock.ts';
import { UsageError } from './usageError.ts';

/** The options as commander gives them. */
export interface CommonOptions {
  readonly content: string;
  readonly json?: boolean;
}

export interface SiteOptions extends CommonOptions {
  readonly layouts?: string;
  readonly output: string;
  readonly now?: string;
}

export function parseNow(text: string | undefined): Instant {
  if (text === undefined) return readClock();
  const now = parseInstant(text);
  if (now === null) {
    throw new UsageError(
      `--now ${text} is no timestamp; write it with an offset, such as 2024-01-05T14:30:00Z`,
    );
  }
  return now;
}

export function checkContentFolder(content: string): string {
  if (!existsSync(content) || !statSync(content).isDirectory()) {
    throw new UsageError(`there is no content folder ${content}; name it with --content DIR`);
  }
  return content;
}

/** A layouts folder that was asked for must be there; the default may be missing. */
export function checkLayoutsFolder(layouts: string | undefined): string {
  if (layouts === undefined) return 'layouts';
  if (!existsSync(layouts) || !statSync(layouts).isDirectory()) {
    throw new UsageError(`there is no layouts folder ${layouts}`);
  }
  return layouts;
}

/** The output must not be, hold or lie in what the build reads. */
export function checkOutputFolder(output: string, inputs: readonly string[]): string {
  const target = resolveExisting(output);
  if (target === path.parse(target).root) throw new UsageError(`--output ${output} is the root`);
  for (const input of [...inputs, '.']) {
    const source = resolveExisting(input);
    if (contains(target, source) || (input !== '.' && contains(source, target))) {
      throw new UsageError(
        `--output ${output} and ${input === '.' ? 'this folder' : input} overlap`,
      );
    }
  }
  return output;
}

function resolveExisting(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : path.resolve(folder);
}

function contains(folder: string, other: string): boolean {
  return other === folder || other.startsWith(folder + path.sep);
}
