import { readFileSync, statSync } from 'node:fs';
import { decodeRaw, ImportError } from './decodeRaw.ts';
import { parseAddress } from './parseAddress.ts';
import type { FeedState } from './feedState.ts';
import { fetchUrl, type FetchLimits } from './fetchUrl.ts';
import { parseInThread } from './parseInThread.ts';
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
  /** Called while a thread reads the first file. */
  readonly onReading?: () => void;
}

/** Documents of one run that are reached from another, and entries of all: a hostile feed never ends. */
const mostDocuments = 600;
const mostEntries = 20_000;

export interface Gathered {
  readonly items: readonly RawItem[];
  /** What could not be read, and why. */
  readonly problems: readonly { readonly input: string; readonly message: string }[];
  /** Feeds that have not changed. */
  readonly unchanged: readonly string[];
  /** Lists that name no feed. */
  readonly empty: readonly string[];
}

/** Reads files, standard input (`-`) and web addresses. One that fails stops no other. */
export async function gatherItems(
  inputs: readonly string[],
  options: GatherOptions,
): Promise<Gathered> {
  const gathered = {
    items: [] as RawItem[],
    problems: [] as { input: string; message: string }[],
    unchanged: [] as string[],
    empty: [] as string[],
  };
  const queue = [...inputs];
  const seen = new Set<string>();
  const followed = new Set<string>();
  for (let input = queue.shift(); input !== undefined; input = queue.shift()) {
    if (seen.has(input)) continue;
    seen.add(input);
    try {
      const content = await readInput(input, options, followed.has(input));
      if (content === null) gathered.unchanged.push(input);
      else if (content.kind === 'feeds') {
        if (content.addresses.length === 0) gathered.empty.push(input);
        for (const address of content.addresses) queue.push(asAddress(address));
      } else {
        for (const item of content.items) gathered.items.push(item);
        const next = options.all === true ? findNext(content.next ?? null, input) : null;
        if (next === null || seen.has(next)) continue;
        checkLimits(followed.size, gathered.items.length);
        followed.add(next);
        queue.unshift(next);
      }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      gathered.problems.push({ input, message: error.message });
    }
  }
  return gathered;
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
  input: string,
  { reference, limits, state, all = false, known = false, onReading }: GatherOptions,
  isFollowed: boolean,
): Promise<RawContent | null> {
  if (!isAddress(input)) {
    const text = decodeRaw(readBytes(input, limits.size));
    const reading = parseInThread({ text, address: null, reference });
    onReading?.();
    return reading;
  }
  const fetched = await fetchUrl(input, limits, all || known ? null : (state.get(input) ?? null));
  if (fetched.bytes === null) return null;
  const text = decodeRaw(fetched.bytes, fetched.contentType);
  const content = await parseInThread({ text, address: fetched.url, reference });
  const { etag, lastModified } = fetched;
  const isFeed =
    !/^text\/html/i.test(fetched.contentType) && content.kind === 'items' && !isFollowed;
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
  EISDIR: 'it is a folder; --archive imports one',
  EACCES: 'it may not be read by you',
};
