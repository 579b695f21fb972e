import path from 'node:path';
import type { CacheHome } from '../cache/cache.ts';
import { listContentFolder } from '../load/listContentFolder.ts';
import { parseActor, type Actor } from '../parse/actor.ts';
import { fallbackSite, parseSite, type SiteConfig } from '../parse/site.ts';
import { parseStory } from '../parse/story.ts';
import { parseTopic } from '../parse/topic.ts';
import { readSource, type SourceEntry, type SourceFile } from '../read/readContent.ts';
import { buildRegistry } from '../registry/registry.ts';
import { readArchive } from './archive.ts';
import { openContentCache, type ContentCache } from './contentCache.ts';
import type { DraftContext } from './draft.ts';
import { createActorFinder } from './findActors.ts';

/** A content folder, listed. */
export interface OpenedContent {
  readonly config: SiteConfig;
  readonly entries: readonly SourceEntry[];
  /** Files that are no articles by their place, among which an editor may have put one. */
  readonly strays: readonly string[];
  readonly cache: ContentCache;
}

function quiet(): void {
  // Files with errors are passed over; `dateline check` reports them.
}

/**
 * @param cache what imports remember of content folders; null: nothing is kept
 * @throws Error with code ENOENT or ENOTDIR where the content folder is none
 */
export function openContent(content: string, cache: CacheHome | null): OpenedContent {
  const { entries, problems } = listContentFolder(content);
  const strays = problems.flatMap(({ code, file }) => (code === 'stray-file' ? [file] : []));
  for (const { kind, file } of entries) if (kind === 'page') strays.push(file);
  const entry = entries.find(({ kind }) => kind === 'site');
  const site = (entry && readSource(entry, quiet)) ?? undefined;
  const siteFile = path.join(content, 'site.yaml');
  const config = parseSite(site, siteFile, quiet) ?? fallbackSite(site, siteFile);
  return { config, entries, strays, cache: openContentCache(cache, content, config.zone) };
}

/**
 * Reads what drafts are compared with: the names and articles of a content folder.
 * @param more actors that are about to be written
 * @param keepStatus whether posts that another tool showed are shown here at once
 */
export function loadContext(
  { config, entries, strays, cache }: OpenedContent,
  more: readonly Actor[] = [],
  keepStatus = false,
): DraftContext {
  const ofKind = (kind: SourceEntry['kind']): readonly SourceEntry[] =>
    entries.filter((entry) => entry.kind === kind);
  const actorFiles = [...readTerms(ofKind('actor'), parseActor, cache), ...more];
  const topicFiles = readTerms(ofKind('topic'), parseTopic, cache);
  const actors = buildRegistry('actor', actorFiles, [], quiet);
  const topics = buildRegistry('topic', topicFiles, [], quiet);
  return {
    zone: config.zone,
    language: config.language,
    actors,
    topics,
    actorFiles,
    topicFiles,
    stories: buildRegistry('story', readTerms(ofKind('story'), parseStory, cache), [], quiet),
    findActors: createActorFinder(actors, actorFiles),
    archive: readArchive(ofKind('article'), strays, config, { actors, topics }, cache),
    taken: new Set(),
    keepStatus,
  };
}

/** Topics or actors, whose profiles nobody needs here. */
function readTerms<Term extends { readonly file: string; readonly body: string }>(
  entries: readonly SourceEntry[],
  parse: (source: SourceFile, report: typeof quiet) => Term | null,
  cache: ContentCache,
): readonly Term[] {
  const records = cache.read(entries, (source) => {
    const term = parse(source, quiet);
    return term === null ? '' : JSON.stringify({ ...term, body: '' });
  });
  return entries.flatMap(({ file }, index) => {
    const record = records[index] ?? '';
    return record === '' ? [] : [{ ...(JSON.parse(record) as Term), file }];
  });
}
