import type { BuildCache } from '../cache/cache.ts';
import { editsPack } from '../cache/bodies.ts';
import type { Snapshot } from '../cache/snapshot.ts';
import type { Year } from '../dates/day.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import type { Progress } from '../workers/pool.ts';
import { formatRecords } from './articleRecords.ts';
import { loadArticlesInThreads } from './articleThreads.ts';
import { keepArticles, takeKnownArticles } from './cachedArticles.ts';
import type { ListedContent } from './listContentFolder.ts';
import { loadArticle, type KnownArticle } from './loadArticle.ts';
import { indexNames } from './nameIndex.ts';
import type { ParsedContent } from './parseContent.ts';
import { watchYears } from './touchedYear.ts';
import type { NameSources } from './resolveContent.ts';
import {
  connect,
  locate,
  nameSources,
  prepare,
  type LoadedContent,
  type LoadedSite,
  type LoadOptions,
} from './stages.ts';

/** From this many articles on, threads save more than their start costs. */
export const threadsFrom = 800;

/**
 * Runs the stages from files to the site: read, parse, resolve, model. Every stage goes on after a
 * problem, so that one run shows them all.
 * @throws Error with code ENOENT or ENOTDIR where the content folder is none
 */
export function loadSite(options: LoadOptions): LoadedSite {
  return locate(loadContent(options));
}

/** The same stages, for those who go on from the problems: checks and changes of content. */
export function loadContent(options: LoadOptions): LoadedContent {
  const prepared = prepare(options.content);
  const { names, articleEntries } = prepared;
  return connect(
    prepared,
    articleEntries.map((entry) => loadArticle(entry, names)),
    options,
  );
}

/** Loads articles, in the order of their entries. */
type LoadArticles = (of: {
  readonly articleEntries: readonly SourceEntry[];
  readonly sources: NameSources;
  readonly names: Names;
}) => Promise<readonly KnownArticle[]>;

/** The same, for those who have more to do with each article than to load it. */
export async function loadContentWith(
  options: LoadOptions,
  loadArticles: LoadArticles,
): Promise<LoadedContent> {
  const prepared = prepare(options.content);
  const { names, articleEntries } = prepared;
  const sources = nameSources(prepared);
  return connect(prepared, await loadArticles({ articleEntries, sources, names }), options);
}

/** Everything but the articles: enough to say what a name means. */
export interface LoadedTerms {
  readonly config: SiteConfig;
  readonly names: Names;
  readonly parsed: ParsedContent;
  readonly entries: readonly SourceEntry[];
}

/** Loads names without reading an article, for commands that need no more. Problems are for `check`. */
export function loadTerms(content: string): LoadedTerms {
  const { config, names, parsed, entries } = prepare(content);
  return { config, names, parsed, entries };
}

/** A load that took what it could from a cache, and what the cache should know of it. */
export interface CachedLoad extends LoadedSite {
  /** What each name means. */
  readonly names: Readonly<Record<string, string>>;
  /** See `TouchedYear`. */
  readonly touched: Year | null;
}

/**
 * The same, taking unchanged articles from a cache and loading the others on all cores where there
 * are many. New articles are put into the cache, which the caller saves.
 * @param list the content folder, listed; `problems` are those of listing it
 */
export async function loadSiteCached(
  list: ListedContent,
  options: LoadOptions & { readonly progress: Progress },
  cache: BuildCache,
  snapshot: Snapshot,
): Promise<CachedLoad> {
  const prepared = prepare(options.content, list);
  const { names, articleEntries } = prepared;
  const touched = watchYears(list.entries, snapshot, cache, options.now);
  const { now, drafts } = options;
  const audience = { now, drafts, tlpCeiling: prepared.config.tlpCeiling };
  const known = takeKnownArticles(articleEntries, names, cache, snapshot, audience);
  const missing = articleEntries.filter((_, index) => known[index] === null);
  const { bodies } = cache;
  const records =
    missing.length < threadsFrom
      ? formatRecords(
          missing.map((entry) => loadArticle(entry, names)),
          bodies.folder,
          editsPack,
          audience,
        )
      : await loadArticlesInThreads(
          missing,
          nameSources(prepared),
          bodies,
          audience,
          options.progress,
        );
  const fresh = keepArticles(missing, records, names, cache, snapshot, audience).values();
  const inOrder = known.flatMap((loaded) => loaded ?? fresh.next().value ?? []);
  const clearBefore = touched.find();
  return {
    ...locate(connect(prepared, inOrder, { ...options, clearBefore })),
    names: indexNames(names),
    touched: clearBefore,
  };
}
