import type { FeedPlan } from './buildFeeds.ts';
import type { LastFile } from './siteFile.ts';

/** Letters of a hash in base64url: 60 bits tell the few hundred entries of a document apart. */
const keyLength = 10;

export function shortKey(key: string): string {
  return key.slice(0, keyLength);
}

/** The key of a feed's document. It tells of each entry whether it is the same, so that few are made anew. */
export function keyOfDocument(plan: FeedPlan): string {
  return `${plan.key()}.${plan.entryKeys().map(shortKey).join('')}`;
}

/**
 * The entries of a document that the last build left, by their short keys. Of a month of feeds most stay
 * as they are when an actor gets another name, and to find them takes a hundredth of making them.
 * @param bounds with what each entry begins and ends
 * @returns an empty mapping where the document is not as its key says
 */
export function findEntries(
  { key, read }: LastFile,
  [first, last]: readonly [string, string],
): ReadonlyMap<string, Uint8Array> {
  const keys = key.slice(key.indexOf('.') + 1);
  const document = read();
  const entries = new Map<string, Uint8Array>();
  let place = 0;
  for (let start = 0; start < keys.length; start += keyLength) {
    const from = document.indexOf(first, place);
    const end = from < 0 ? -1 : document.indexOf(last, from);
    if (end < 0) return new Map();
    place = end + last.length;
    entries.set(keys.slice(start, start + keyLength), document.subarray(from, place));
  }
  return document.includes(first, place) ? new Map() : entries;
}
