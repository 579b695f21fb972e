import path from 'node:path';
import type { Year } from '../dates/day.ts';
import type { Instant } from '../dates/instant.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { buildSite, isConcealed, type ResolvedContent } from '../model/buildSite.ts';
import type { Site } from '../model/site.ts';
import type { Ledger } from '../parse/ledger.ts';
import { fallbackSite, parseSite, type SiteConfig } from '../parse/site.ts';
import { readSource, type AssetFile, type SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { SitePath } from '../urls/paths.ts';
import { createTexts } from './contentTexts.ts';
import { listContentFolder, type ListedContent } from './listContentFolder.ts';
import type { KnownArticle } from './loadArticle.ts';
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
  /** See `SiteOptions`. */
  readonly clearBefore?: Year | null;
  /** See `SiteOptions`. */
  readonly isPublished?: ((path: SitePath) => boolean) | undefined;
  /** The operator's own layouts, which may show files of the site. */
  readonly layouts?: readonly string[];
}

export interface LoadedSite {
  /** Null where a diagnostic is an error. */
  readonly site: Site | null;
  /** Null where the site keeps none. */
  readonly ledger: Ledger | null;
  /** Sorted by file and line. */
  readonly diagnostics: readonly Diagnostic[];
  /** The articles of which the public sees nothing, or no more than that they were canceled; asked when it matters. */
  readonly findConcealed: () => readonly ResolvedArticle[];
  /** All articles that could be read. */
  readonly listArticles: () => readonly ResolvedArticle[];
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

/** Everything but the articles. */
export interface Prepared {
  readonly problems: Problem[];
  readonly entries: readonly SourceEntry[];
  readonly articleEntries: readonly SourceEntry[];
  readonly assets: readonly AssetFile[];
  readonly parsed: ParsedContent;
  /** Stands in for a site.yaml that is missing or failed, which is reported. */
  readonly config: SiteConfig;
  readonly names: Names;
}

/** The stages before the articles: lists, reads and parses everything else. */
export function prepare(
  content: string,
  list: ListedContent = listContentFolder(content),
): Prepared {
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

/** The stages after the articles are loaded. */
export function connect(
  { problems, entries, articleEntries, assets, parsed, config, names }: Prepared,
  loaded: readonly KnownArticle[],
  { now, drafts, clearBefore = null, layouts = [], isPublished }: LoadOptions,
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
  const texts = createTexts(entries, layouts);
  const content = { ...resolved, articles, failedArticles, assets, texts };
  const glyphs = openGlyphs(config, assets, report);
  const site = buildSite(content, { now, drafts, glyphs, clearBefore, isPublished }, report);
  return { site, content, parsed, config, entries, problems };
}

export function locate(loaded: LoadedContent): LoadedSite {
  const { site, parsed, problems, entries, config, content } = loaded;
  const diagnostics = locateAll(problems, entries, config.check);
  const hasErrors = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  const { articles } = content;
  return {
    site: hasErrors ? null : site,
    ledger: parsed.ledger,
    diagnostics,
    findConcealed: () => articles.filter((article) => isConcealed(article, site)),
    listArticles: () => articles,
  };
}

/** What threads build the names of. */
export function nameSources({ parsed, config }: Prepared): NameSources {
  const { topics, actors, stories, failed } = parsed;
  return { topics, actors, failed, config, stories };
}
