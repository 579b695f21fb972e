import type { LedgerEntry } from '../parse/ledger.ts';
import type { SitePath } from '../urls/paths.ts';
import { findLasting } from './addresses.ts';
import { idOf } from './ledger.ts';
import { compareText } from './order.ts';
import type { Site } from './site.ts';

/** A line of the ledger. */
export type Published = Omit<LedgerEntry, 'line'>;

/** What of a site is not in its ledger yet, sorted. */
export function findUnlisted(site: Site, known: readonly Published[]): readonly Published[] {
  const paths = new Set(known.map(({ path }) => path));
  const lines = new Set(known.map(formatPublished));
  return listPublished(site).filter((entry) =>
    entry.entryId === null ? !paths.has(entry.path) : !lines.has(formatPublished(entry)),
  );
}

function listPublished(site: Site): readonly Published[] {
  const ids = new Map<SitePath, string>();
  for (const each of [...site.articles, ...site.days]) ids.set(each.path, idOf(each, site));
  return Array.from(new Set(findLasting(site)))
    .sort(compareText)
    .map((path) => ({ path, entryId: ids.get(path) ?? null }));
}

/** The text of `ledger.tsv`: sorted by address and id, each line once. */
export function formatLedger(entries: readonly Published[]): string {
  const withId = new Set(entries.flatMap(({ path, entryId }) => (entryId === null ? [] : path)));
  const lines = entries
    .filter(({ path, entryId }) => entryId !== null || !withId.has(path))
    .map(formatPublished);
  return [comment, ...Array.from(new Set(lines)).sort(compareText)]
    .map((line) => `${line}\n`)
    .join('');
}

const comment =
  '# Every address and feed id published so far. dateline ledger --update adds to it; a build keeps them.';

export function formatPublished({ path, entryId }: Published): string {
  return entryId === null ? path : `${path}\t${entryId}`;
}
