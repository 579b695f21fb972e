import { readFileSync, statSync } from 'node:fs';
import { decodeRaw, ImportError } from './decodeRaw.ts';
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
}

export interface Gathered {
  readonly items: readonly RawItem[];
  /** What could not be read, and why. */
  readonly problems: readonly { readonly input: string; readonly message: string }[];
  /** Feeds that have not changed. */
  readonly unchanged: readonly string[];
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
  };
  const queue = [...inputs];
  const seen = new Set<string>();
  for (let input = queue.shift(); input !== undefined; input = queue.shift()) {
    if (seen.has(input)) continue;
    seen.add(input);
    try {
      const content = await readInput(input, options);
      if (content === null) gathered.unchanged.push(input);
      else if (content.kind === 'items') gathered.items.push(...content.items);
      else queue.push(...content.addresses.map(asAddress));
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      gathered.problems.push({ input, message: error.message });
    }
  }
  return gathered;
}

/** What a list names is an address, never a file of this machine. */
function asAddress(text: string): string {
  return isAddress(text) ? text : `invalid:${text}`;
}

function isAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(input);
}

async function readInput(
  input: string,
  { reference, limits, state }: GatherOptions,
): Promise<RawContent | null> {
  if (!isAddress(input)) {
    return parseInThread({
      text: decodeRaw(readBytes(input, limits.size)),
      address: null,
      reference,
    });
  }
  const fetched = await fetchUrl(input, limits, state.get(input) ?? null);
  if (fetched.bytes === null) return null;
  const text = decodeRaw(fetched.bytes, fetched.contentType);
  const content = await parseInThread({ text, address: fetched.url, reference });
  const { etag, lastModified } = fetched;
  const isFeed = !/^text\/html/i.test(fetched.contentType) && content.kind === 'items';
  if (isFeed && (etag !== null || lastModified !== null)) state.set(input, { etag, lastModified });
  return content;
}

function readBytes(input: string, size: number): Uint8Array {
  const tooLarge = new ImportError(`it is larger than ${Math.round(size / 1024 / 1024)} MiB`);
  let bytes: Uint8Array;
  try {
    if (input !== '-' && statSync(input).size > size) throw tooLarge;
    bytes = readFileSync(input === '-' ? 0 : input);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ImportError(`it can't be read (${code})`);
  }
  if (bytes.length > size) throw tooLarge;
  return bytes;
}
