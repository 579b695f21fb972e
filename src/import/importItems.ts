import { readFileSync } from 'node:fs';
import type { CacheHome } from '../cache/cache.ts';
import { createActors } from './createActors.ts';
import { findUnknown, leavePlace, makeDraft, type Draft, type DraftContext } from './draft.ts';
import type { Candidate } from './findCandidates.ts';
import { formatDraft } from './formatDraft.ts';
import { loadContext, openContent, type OpenedContent } from './loadContext.ts';
import type { RawItem } from './rawItem.ts';
import { growArchive } from './runItems.ts';
import { writeNew } from './writeNew.ts';

export type ImportedItem =
  | { readonly kind: 'written'; readonly draft: Draft }
  /** Imported before: its file. */
  | {
      readonly kind: 'known';
      readonly item: RawItem;
      readonly file: string;
      /** Whether the file was written in the same run. */
      readonly isRepeat: boolean;
      /** Where the file can't be taken for what it is without more: why. */
      readonly doubt: string | null;
      /** Names that are no actor yet, of which `--create` makes one. */
      readonly candidates: readonly Candidate[];
    };

export interface ImportResult {
  readonly items: readonly ImportedItem[];
  /** Actors' files that were written. */
  readonly created: readonly string[];
  /** Of each name for `--create` that makes no actor, why and what to do. */
  readonly refused: readonly string[];
}

/** A content folder, loaded for an import. */
export interface PreparedContent {
  readonly opened: OpenedContent;
  readonly context: DraftContext;
}

export interface ImportOptions {
  /** Where the content was loaded already, while raw material was read. */
  readonly prepared?: PreparedContent | null;
  /** What imports remember of content folders; null: nothing is kept. */
  readonly cache?: CacheHome | null;
  /** Whether posts that another tool showed are shown here at once. */
  readonly keepStatus?: boolean;
}

/** Loads what drafts are compared with. */
export function prepareContent(
  content: string,
  { cache = null, keepStatus = false }: Omit<ImportOptions, 'prepared'> = {},
): PreparedContent {
  const opened = openContent(content, cache);
  return { opened, context: loadContext(opened, [], keepStatus) };
}

/**
 * Writes a draft for each item that was not imported before, and the actors' files that were asked for.
 * Nothing is overwritten. An item is known by its address, or by the fingerprint of its text, which its file
 * keeps; where an editor has taken that out, by the text itself.
 */
export function importItems(
  content: string,
  items: readonly RawItem[],
  create: readonly string[],
  options: ImportOptions = {},
): ImportResult {
  const { opened, context: first } = options.prepared ?? prepareContent(content, options);
  const { keepStatus } = first;
  let context = first;
  const { stubs, refused } = createActors(content, items, create, context);
  if (stubs.length > 0)
    context = loadContext(
      opened,
      stubs.map(({ actor }) => actor),
      keepStatus,
    );
  const { archive, add } = growArchive(context.archive, content);
  context = { ...context, archive };
  const known = new Map(archive.imported);
  const results: ImportedItem[] = [];
  const files = new Set<string>();
  const addKnown = (item: RawItem, file: string, doubt: string | null): void => {
    const [isRepeat, candidates] = [files.has(file), findUnknown(item, context)];
    results.push({ kind: 'known', item, file, isRepeat, doubt, candidates });
  };
  for (const item of items) {
    const file = findKnown(item, known, archive.entries);
    if (file !== undefined) {
      addKnown(item, file, archive.unread.get(file) ?? null);
      continue;
    }
    const draft = makeDraft(item, context);
    const twin = findTwin(draft);
    if (twin !== null) {
      leavePlace(draft, context);
      addKnown(item, twin, 'it has this text, though no importedFrom');
      continue;
    }
    const placed = placeDraft(content, draft, context);
    const written = `${content}/${placed.relative}`;
    files.add(written);
    known.set(item.hash, written);
    if (item.url !== null) known.set(item.url, written);
    results.push({ kind: 'written', draft: placed });
    // Posts of another tool are an archive already, in which nothing is to be found.
    if (item.post === undefined) add(placed);
  }
  const created = stubs
    .filter(({ relative, text }) => writeNew(content, relative, text))
    .map(({ relative }) => relative);
  opened.cache.save();
  return { items: results, created, refused };
}

/**
 * The file that an item has already. One of another site of Dateline is known by its entry's id: an
 * address may be cited by others as well.
 */
function findKnown(
  { hash, url, origin }: RawItem,
  known: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, string>,
): string | undefined {
  if (origin !== null) return known.get(hash) ?? entries.get(origin.id) ?? known.get(origin.id);
  return known.get(hash) ?? (url === null ? undefined : known.get(url));
}

/** The share of two texts' runs of words that makes them one text, but for a word or two. */
const sameText = 0.85;
/** The share of the shorter one that is left of a text which an editor went through. */
const editedText = 0.3;

/** The file of an article that has the text, and says no more where it came from. */
function findTwin({ id, similar, item: { origin, post } }: Draft): string | null {
  // Those are known by what they are called elsewhere.
  if (origin !== null || post !== undefined) return null;
  const twin = similar.find(({ item, kind, overlap, contained }) => {
    if (item.imported.length > 0) return false;
    // A draft that would have its id is of its day and headline.
    const isNamesake = id.startsWith(`${item.id}-`) && /^\d+$/.test(id.slice(item.id.length + 1));
    return (kind === 'duplicate' && overlap >= sameText) || (isNamesake && contained >= editedText);
  });
  return twin?.item.entry.file ?? null;
}

/** A file may stand in the place that no article claims, such as one with errors. */
function placeDraft(content: string, first: Draft, context: DraftContext): Draft {
  for (let draft = first; ; draft = makeDraft(first.item, context)) {
    if (!writeNew(content, draft.relative, formatDraft(draft))) continue;
    for (const { from, to } of draft.item.post?.files ?? [])
      writeNew(content, to, readFileSync(from));
    return draft;
  }
}
