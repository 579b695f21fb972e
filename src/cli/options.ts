import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseInstant, type Instant } from '../dates/instant.ts';
import { findLink, isBelow, resolveReal } from '../files/realPath.ts';
import { cachesFolder } from './caches.ts';
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

/**
 * The output must not be, hold or lie in what the build reads, nor lie in a repository's own folder. Below
 * the working directory no link leads to it: links there come with the content.
 */
export function checkOutputFolder(output: string, inputs: readonly string[]): string {
  const link = findLink('.', output);
  if (link !== null) {
    throw new UsageError(
      `--output ${output} leads through ${link}, which is a link; name the folder itself`,
    );
  }
  const target = resolveReal(output);
  if (target === path.parse(target).root) throw new UsageError(`--output ${output} is the root`);
  if (target.split(path.sep).some((part) => part.toLowerCase() === '.git')) {
    throw new UsageError(`--output ${output} is in the folder of a git repository`);
  }
  for (const input of [...inputs, cachesFolder, '.']) {
    const source = resolveReal(input);
    if (isBelow(target, source) || (input !== '.' && isBelow(source, target))) {
      throw new UsageError(
        `--output ${output} and ${input === '.' ? 'this folder' : input} overlap`,
      );
    }
  }
  return output;
}
