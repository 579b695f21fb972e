import { readFileSync } from 'node:fs';
import type { CacheHome } from '../cache/cache.ts';
import { nearestNames } from '../names/nearest.ts';
import { foldName } from '../names/fold.ts';
import { makeActorStub, type ActorStub } from './actorStub.ts';
import { findUnknown, makeDraft, type Draft, type DraftContext } from './draft.ts';
import type { Candidate } from './findCandidates.ts';
import { formatDraft } from './formatDraft.ts';
import { loadContext, openContent, type OpenedContent } from './loadContext.ts';
import type { RawItem } from './rawItem.ts';
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
      /** Names that are no actor yet, of which `--create` makes one. */
      readonly candidates: readonly Candidate[];
    };

export interface ImportResult {
  readonly items: readonly ImportedItem[];
  /** Actors' files that were written. */
  readonly created: readonly string[];
}

/** A name for `--create` that no report holds. */
export class UnknownCandidate extends Error {
  override readonly name = 'UnknownCandidate';
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
 * Nothing is overwritten. An item is known by its address, or by the fingerprint of its text.
 * @throws UnknownCandidate before anything is written
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
  const stubs = create.length === 0 ? [] : pickStubs(items, create, context);
  if (stubs.length > 0)
    context = loadContext(
      opened,
      stubs.map(({ actor }) => actor),
      keepStatus,
    );
  const { imported } = context.archive;
  const known = new Map(imported);
  const results: ImportedItem[] = [];
  const files = new Set<string>();
  for (const item of items) {
    const file = findKnown(item, known, context.archive.entries);
    if (file !== undefined) {
      const isRepeat = files.has(file);
      results.push({ kind: 'known', item, file, isRepeat, candidates: findUnknown(item, context) });
      continue;
    }
    const draft = placeDraft(content, item, context);
    const written = `${content}/${draft.relative}`;
    files.add(written);
    known.set(item.hash, written);
    if (item.url !== null) known.set(item.url, written);
    results.push({ kind: 'written', draft });
  }
  const created = stubs
    .filter(({ relative, text }) => writeNew(content, relative, text))
    .map(({ relative }) => relative);
  opened.cache.save();
  return { items: results, created };
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
  if (origin !== null) return known.get(hash) ?? entries.get(origin.id);
  return known.get(hash) ?? (url === null ? undefined : known.get(url));
}

/** A file may stand in the place that no article claims, such as one with errors. */
function placeDraft(content: string, item: RawItem, context: DraftContext): Draft {
  for (;;) {
    const draft = makeDraft(item, context);
    if (!writeNew(content, draft.relative, formatDraft(draft))) continue;
    for (const { from, to } of item.post?.files ?? []) writeNew(content, to, readFileSync(from));
    return draft;
  }
}

function pickStubs(
  items: readonly RawItem[],
  create: readonly string[],
  context: DraftContext,
): readonly ActorStub[] {
  const candidates = items.flatMap((item) => findUnknown(item, context));
  const byFold = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const fold = foldName(candidate.name);
    if (!byFold.has(fold)) byFold.set(fold, candidate);
  }
  return create.flatMap((name) => {
    if (context.actors.resolve(name).kind === 'found') return [];
    const candidate = byFold.get(foldName(name));
    const stub = candidate === undefined ? null : makeActorStub(candidate);
    if (stub !== null) return [stub];
    const near = nearestNames(
      name,
      candidates.map((each) => each.name),
    );
    const hint = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
    throw new UnknownCandidate(`--create ${name}: that is no unknown name of the text${hint}`);
  });
}
