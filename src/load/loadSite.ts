import path from 'node:path';
import type { Instant } from '../dates/instant.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { buildSite, type ResolvedContent } from '../model/buildSite.ts';
import type { Site } from '../model/site.ts';
import type { Ledger } from '../parse/ledger.ts';
import { fallbackSite, parseSite, type SiteConfig } from '../parse/site.ts';
import {
  listContent,
  readSource,
  type AssetFile,
  type ContentList,
  type SourceEntry,
} from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import type { Progress } from '../workers/pool.ts';
import { formatRecords } from './articleRecords.ts';
import { loadArticlesInThreads } from './articleThreads.ts';
import { keepArticles, takeKnownArticles } from './cachedArticles.ts';
import { indexNames } from './nameIndex.ts';
import { editsPack } from '../cache/bodies.ts';
import type { BuildCache } from '../cache/cache.ts';
import type { Snapshot } from '../cache/snapshot.ts';
import { loadArticle, type LoadedArticle } from './loadArticle.ts';
import { locateAll } from './locateAll.ts';
import { openGlyphs } from './openGlyphs.ts';
import { parseContent, type ParsedContent } from './parseContent.ts';
import { buildNames, resolveContent, type NameSources } from './resolveContent.ts';

export interface LoadOptions {
  /** The content folder, as the user typed it. */
  readonly content: string;
  readonly now: Instant;
  /** Show drafts and embargoed items, for the development server. */
  readonly drafts: boolean;
}

export interface LoadedSite {
  /** Null where a diagnostic is an error. */
  readonly site: Site | null;
  /** Null where the site keeps none. */
  readonly ledger: Ledger | null;
  /** Sorted by file and line. */
  readonly diagnostics: readonly Diagnostic[];
}

/** From this many articles on, threads save more than their start costs. */
const threadsFrom = 800;

/**
 * Runs the stages from files to the site: read, parse, resolve, model. Every stage goes on after a
 * problem, so that one run shows them all.
 * @throws Error with code ENOENT or ENOTDIR where the content folder is none
 */
export function loadSite(options: LoadOptions): LoadedSite {
  return locate(loadContent(options));
}

/** A content folder, loaded, with its problems not located yet. */
export interface LoadedContent {
  /** Complete only where no problem is an error. */
  readonly site: Site;
  readonly content: ResolvedContent;
  readonly parsed: ParsedContent;
  readonly config: SiteConfig;
  readonly entries: readonly SourceEntry[];
  readonly problems: readonly Problem[];
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
}) => Promise<readonly LoadedArticle[]>;

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

/** What threads build the names of. */
function nameSources({ parsed, config }: Prepared): NameSources {
  const { topics, actors, stories, failed } = parsed;
  return { topics, actors, failed, config, stories: stories.map(({ id }) => ({ id })) };
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
  const known = takeKnownArticles(articleEntries, names, cache, snapshot);
  const missing = articleEntries.filter((_, index) => known[index] === null);
  const { bodies } = cache;
  const records =
    missing.length < threadsFrom
      ? formatRecords(
          missing.map((entry) => loadArticle(entry, names)),
          bodies.folder,
          editsPack,
        )
      : await loadArticlesInThreads(missing, nameSources(prepared), bodies, options.progress);
  const fresh = keepArticles(missing, records, names, cache, snapshot).values();
  const inOrder = known.flatMap((loaded) => loaded ?? fresh.next().value ?? []);
  return { ...locate(connect(prepared, inOrder, options)), names: indexNames(names) };
}

/** Everything but the articles. */
interface Prepared {
  readonly problems: Problem[];
  readonly entries: readonly SourceEntry[];
  readonly articleEntries: readonly SourceEntry[];
  readonly assets: readonly AssetFile[];
  readonly parsed: ParsedContent;
  /** Stands in for a site.yaml that is missing or failed, which is reported. */
  readonly config: SiteConfig;
  readonly names: Names;
}

/** A content folder, listed, with the problems of listing it. */
export interface ListedContent extends ContentList {
  readonly problems: readonly Problem[];
}

export function listContentFolder(content: string): ListedContent {
  const problems: Problem[] = [];
  const list = listContent(content, (problem) => problems.push(problem));
  return { ...list, problems };
}

function prepare(content: string, list: ListedContent = listContentFolder(content)): Prepared {
  const { entries, assets } = list;
  const problems = [...list.problems];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const articleEntries = entries.filter((entry) => entry.kind === 'article');
  const sources = entries.flatMap((entry) =>
    entry.kind === 'article' ? [] : (readSource(entry, report) ?? []),
  );
  const siteSource = sources.find((source) => source.kind === 'site');
  const siteFile = path.join(content, 'site.yaml').split(path.sep).join('/');
  // A site.yaml that was refused has been reported already.
  const wasRefused = problems.some((problem) => problem.file === siteFile);
  const found = wasRefused ? null : parseSite(siteSource, siteFile, report);
  const config = found ?? fallbackSite(siteSource, siteFile);
  const parsed = parseContent(sources, config.zone, report);
  const names = buildNames({ ...parsed, config }, report);
  return { problems, entries, articleEntries, assets, parsed, config, names };
}

function connect(
  { problems, entries, articleEntries, assets, parsed, config, names }: Prepared,
  loaded: readonly LoadedArticle[],
  { now, drafts }: LoadOptions,
): LoadedContent {
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const resolved = resolveContent(parsed, names, report);
  for (const each of loaded) for (const problem of each.problems) report(problem);
  const articles = loaded.flatMap((each) => each.article ?? []);
  const failedArticles = articleEntries
    .filter((_, index) => loaded[index]?.article === null)
    .map((entry) => path.posix.basename(entry.relative, '.md'));
  const content = { ...resolved, articles, failedArticles, assets };
  const glyphs = openGlyphs(config, assets, report);
  const site = buildSite(content, { now, drafts, glyphs }, report);
  return { site, content, parsed, config, entries, problems };
}

function locate({ site, parsed, problems, entries, config }: LoadedContent): LoadedSite {
  const diagnostics = locateAll(problems, entries, config.check);
  const hasErrors = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return { site: hasErrors ? null : site, ledger: parsed.ledger, diagnostics };
}
