import type { KnownArticles } from '../cache/cache.ts';
import { hashOfState, type FileState, type Snapshot } from '../cache/snapshot.ts';
import { yearOf, type Year } from '../dates/day.ts';
import type { Instant } from '../dates/instant.ts';
import type { SourceEntry } from '../read/readContent.ts';
import { parseHead, parseOwn } from './recordText.ts';

/**
 * The first year of which an article came, changed or went since the last build: what is made of earlier
 * ones alone is as it was. Null where that can't be told, as when anything but articles changed.
 */
export interface TouchedYear {
  /** Asked when the changed articles have been loaded and put into the cache. */
  readonly find: () => Year | null;
}

/**
 * Looks at what the last build knew of what has changed, before the cache is told better.
 * @param entries all content files
 */
export function watchYears(
  entries: readonly SourceEntry[],
  { changed, removed, fresh }: Snapshot,
  cache: KnownArticles,
  now: Instant,
): TouchedYear {
  const unknown: TouchedYear = { find: () => null };
  const { last, inputs, articles } = cache;
  if (last === null || now.time < last.from) return unknown;
  // An embargo that passed may show an article of any year.
  if (last.until !== null && now.time >= last.until) return unknown;
  // Of a state that was lost nobody knows what it was of.
  if (inputs.size !== last.inputs) return unknown;
  const written = entries.filter(({ relative }) => changed.has(relative));
  // Others are assets.
  if (written.length < changed.size) return unknown;
  if (written.some(({ kind }) => kind !== 'article')) return unknown;
  const years: Year[] = [];
  const look = (relative: string, state: FileState | undefined): boolean => {
    const text = articles.get(relative);
    const year = text === undefined ? null : yearOfRecord(text, state);
    if (year !== null) years.push(year);
    return year !== null;
  };
  for (const relative of [...changed, ...removed]) {
    const state = inputs.get(relative);
    if (state !== undefined && !look(relative, state)) return unknown;
  }
  return {
    find: () => {
      const isTold = written.every(({ relative }) => look(relative, fresh.get(relative)));
      return isTold ? (years.sort()[0] ?? null) : null;
    },
  };
}

/** Null for a record of another text, and for an item of a story, whose other items show it. */
function yearOfRecord(record: string, state: FileState | undefined): Year | null {
  const head = parseHead(record);
  if (head === null || state === undefined || head.story !== null) return null;
  return parseOwn(record).sourceHash === hashOfState(state) ? yearOf(head.day) : null;
}
