import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Progress } from '../workers/pool.ts';
import { decodeRaw, ImportError } from './decodeRaw.ts';
import { parseAddress } from './parseAddress.ts';
import type { FeedState } from './feedState.ts';
import { fetchUrl, type FetchLimits } from './fetchUrl.ts';
import { tellFileKind } from './fileKind.ts';
import { listReports, type PassedFile } from './listReports.ts';
import { openParser, type Parser } from './parseInThread.ts';
import type { RawContent } from './parseRaw.ts';
import type { Reference } from './parseRawText.ts';
import type { RawItem } from './rawItem.ts';

export interface GatherOptions {
  readonly reference: Reference;
  readonly limits: FetchLimits;
  /** What is known of feeds; brought up to date. */
  readonly state: FeedState;
  /** Read feeds back to their first entry, from document to document (`next_url`, RFC 5005). */
  readonly all?: boolean;
  /** Take what is not new as well: addresses are asked for all that they have. */
  readonly known?: boolean;
  /** The site's content folder, which holds no reports. */
  readonly content?: string;
  /** Told of each file of a folder. */
  readonly progress?: Progress;
  /** Called while a thread reads the first file. */
  readonly onReading?: () => void;
}

/** Documents of one run that are reached from another, and entries of all: a hostile feed never ends. */
const mostDocuments = 600;
const mostEntries = 20_000;

export interface Gathered {
  readonly items: readonly RawItem[];
  /** The file or address of each item, in their order. */
  readonly inputs: readonly string[];
  /** Whether one of the inputs is a folder. */
  readonly hasFolder: boolean;
  /** Files of folders that are no reports. */
  readonly passed: readonly PassedFile[];
  /** What could not be read, and why. */
  readonly problems: readonly { readonly input: string; readonly message: string }[];
  /** Feeds that have not changed. */
  readonly unchanged: readonly string[];
  /** Lists that name no feed. */
  readonly empty: readonly string[];
}

/** A file or an address that is to be read, and who names it. */
interface Waiting {
  readonly input: string;
  readonly by: 'user' | 'folder' | 'list' | 'feed';
}

interface Gathering {
  readonly items: RawItem[];
  readonly inputs: string[];
  hasFolder: boolean;
  readonly passed: PassedFile[];
  readonly problems: { input: string; message: string }[];
  readonly unchanged: string[];
  readonly empty: string[];
}

/** Reads files, folders, standard input (`-`) and web addresses. One that fails stops no other. */
export async function gatherItems(
  inputs: readonly string[],
  options: GatherOptions,
): Promise<Gathered> {
  const gathered: Gathering = {
    ...{ items: [], inputs: [], hasFolder: false },
    ...{ passed: [], problems: [], unchanged: [], empty: [] },
  };
  const parser = openParser();
  // The next is at the end.
  let queue = inputs.map((input): Waiting => ({ input, by: 'user' })).reverse();
  const seen = new Set<string>();
  let followed = 0;
  try {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next.input)) continue;
      seen.add(next.input);
      if (next.by === 'folder') {
        options.progress?.('reading', seen.size - 1, seen.size + queue.length);
      }
      try {
        const more = await gatherInput(next, options, parser, gathered);
        const isFurther = more.some(({ by, input }) => by === 'feed' && !seen.has(input));
        if (isFurther) checkLimits(followed++, gathered.items.length);
        // What a list names comes after all that the user names.
        if (more[0]?.by === 'list') queue = [...more.toReversed(), ...queue];
        else for (const each of more.toReversed()) queue.push(each);
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        gathered.problems.push({ input: next.input, message: error.message });
      }
    }
  } finally {
    parser.close();
  }
  return gathered;
}

/**
 * Reads one input, and gives those to which it leads.
 * @throws ImportError
 */
async function gatherInput(
  waiting: Waiting,
  options: GatherOptions,
  parser: Parser,
  gathered: Gathering,
): Promise<readonly Waiting[]> {
  const { input, by } = waiting;
  if (by === 'user' && isFolder(input)) {
    gathered.hasFolder = true;
    const { files, passed } = listReports(input, options.content ?? null);
    for (const file of passed) gathered.passed.push(file);
    return files.map((file) => ({ input: file, by: 'folder' }));
  }
  const read = await readInput(waiting, options, parser);
  if (read === 'unchanged') gathered.unchanged.push(input);
  if (typeof read === 'string') return [];
  if (read.kind === 'passed') {
    gathered.passed.push({ input, message: read.message });
    return [];
  }
  if (read.kind === 'feeds') {
    if (by === 'folder') {
      gathered.passed.push({ input, message: 'it is a list of feeds: import it by itself' });
      return [];
    }
    if (read.addresses.length === 0) gathered.empty.push(input);
    return read.addresses.map((address) => ({ input: asAddress(address), by: 'list' }));
  }
  for (const item of read.items) {
    gathered.items.push(item);
    gathered.inputs.push(input);
  }
  const next = options.all === true ? findNext(read.next ?? null, input) : null;
  return next === null ? [] : [{ input: next, by: 'feed' }];
}

function isFolder(input: string): boolean {
  return !isAddress(input) && (statSync(input, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** @throws ImportError where a feed leads to another host */
function findNext(next: string | null, input: string): string | null {
  if (next === null) return null;
  if (!isAddress(input))
    throw new ImportError('a file leads to no other: name the feed by address');
  const [from, to] = [parseAddress(input, null), parseAddress(next, input)];
  if (to === null || from?.origin !== to.origin) {
    throw new ImportError(`its older entries are at another host: ${next}`);
  }
  return to.href;
}

function checkLimits(documents: number, entries: number): void {
  if (documents >= mostDocuments || entries >= mostEntries) {
    throw new ImportError(
      `there is more, but ${mostDocuments} documents or ${mostEntries} entries are taken at most`,
    );
  }
}

/** What a list names is an address, never a file of this machine. */
function asAddress(text: string): string {
  return isAddress(text) ? text : `invalid:${text}`;
}

/** Whether an input is a web address, or at least of that form, and no file. */
export function isAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(input);
}

async function readInput(
  { input, by }: Waiting,
  { reference, limits, state, all = false, known = false, onReading }: GatherOptions,
  parser: Parser,
): Promise<RawContent | { readonly kind: 'passed'; readonly message: string } | 'unchanged'> {
  if (!isAddress(input)) {
    const bytes = readBytes(input, limits.size);
    const kind = tellFileKind(path.basename(input), bytes);
    const isBlank = by === 'folder' && /^\s*$/.test(Buffer.from(bytes).toString('latin1'));
    if (isBlank) return { kind: 'passed', message: 'it is empty' };
    if (kind.kind === 'passed' && by === 'folder') return kind;
    if (kind.kind !== 'text') throw new ImportError(kind.message);
    const reading = parser.parse({ text: decodeRaw(bytes), address: null, reference });
    onReading?.();
    return reading;
  }
  const fetched = await fetchUrl(input, limits, all || known ? null : (state.get(input) ?? null));
  if (fetched.bytes === null) return 'unchanged';
  const kind = tellFileKind(path.basename(new URL(fetched.url).pathname), fetched.bytes);
  if (kind.kind !== 'text') throw new ImportError(kind.message);
  const text = decodeRaw(fetched.bytes, fetched.contentType);
  const content = await parser.parse({ text, address: fetched.url, reference });
  const { etag, lastModified } = fetched;
  const isFeed =
    !/^text\/html/i.test(fetched.contentType) && content.kind === 'items' && by !== 'feed';
  if (isFeed && (etag !== null || lastModified !== null)) state.set(input, { etag, lastModified });
  return content;
}

/**
 * The bytes of a file, or of standard input (`-`).
 * @param size the most that may be read, in bytes
 * @throws ImportError
 */
export function readBytes(input: string, size: number): Uint8Array {
  const tooLarge = new ImportError(`it is larger than ${Math.round(size / 1024 / 1024)} MiB`);
  let bytes: Uint8Array;
  try {
    if (input !== '-' && statSync(input).size > size) throw tooLarge;
    bytes = readFileSync(input === '-' ? 0 : input);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ImportError(reasons[code] ?? `it can't be read (${code})`);
  }
  if (bytes.length > size) throw tooLarge;
  return bytes;
}

/** What errors of the file system mean to an editor. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read by you',
};
