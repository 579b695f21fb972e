import path from 'node:path';
import type { Instant } from '../dates/instant.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { buildSite } from '../model/buildSite.ts';
import type { Site } from '../model/site.ts';
import { parseSite, type SiteConfig } from '../parse/site.ts';
import { listContent, readSource, type AssetFile, type SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import { loadArticlesInThreads } from './articleThreads.ts';
import { checkArticle, loadArticle, type LoadedArticle } from './loadArticle.ts';
import { locateAll } from './locateAll.ts';
import { parseContent, type ParsedContent } from './parseContent.ts';
import { buildNames, resolveContent } from './resolveContent.ts';

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
  const prepared = prepare(options.content);
  const { names, articleEntries } = prepared;
  const loaded = names === null ? [] : articleEntries.map((entry) => loadArticle(entry, names));
  return finish(prepared, loaded, options);
}

/** The same on all cores, where there are many articles. */
export async function loadSiteInThreads(options: LoadOptions): Promise<LoadedSite> {
  const prepared = prepare(options.content);
  const { names, config, parsed, articleEntries } = prepared;
  if (names === null || config === null || articleEntries.length < threadsFrom) {
    const loaded = names === null ? [] : articleEntries.map((entry) => loadArticle(entry, names));
    return finish(prepared, loaded, options);
  }
  const { topics, actors, stories, failed } = parsed;
  const sources = { topics, actors, failed, config, stories: stories.map(({ id }) => ({ id })) };
  return finish(prepared, await loadArticlesInThreads(articleEntries, sources), options);
}

/** Everything but the articles. */
interface Prepared {
  readonly problems: Problem[];
  readonly entries: readonly SourceEntry[];
  readonly articleEntries: readonly SourceEntry[];
  readonly assets: readonly AssetFile[];
  readonly parsed: ParsedContent;
  /** Null where site.yaml is missing or failed. */
  readonly config: SiteConfig | null;
  readonly names: Names | null;
}

function prepare(content: string): Prepared {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const { entries, assets } = listContent(content, report);
  const articleEntries = entries.filter((entry) => entry.kind === 'article');
  const sources = entries.flatMap((entry) =>
    entry.kind === 'article' ? [] : (readSource(entry, report) ?? []),
  );
  const siteSource = sources.find((source) => source.kind === 'site');
  const siteFile = path.join(content, 'site.yaml').split(path.sep).join('/');
  // A site.yaml that was refused has been reported already.
  const wasRefused = problems.some((problem) => problem.file === siteFile);
  const config = wasRefused ? null : parseSite(siteSource, siteFile, report);
  const parsed = parseContent(sources, config?.zone ?? 'UTC', report);
  const names = config === null ? null : buildNames({ ...parsed, config }, report);
  return { problems, entries, articleEntries, assets, parsed, config, names };
}

function finish(
  { problems, entries, articleEntries, assets, parsed, config, names }: Prepared,
  loaded: readonly LoadedArticle[],
  { now, drafts }: LoadOptions,
): LoadedSite {
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  let site: Site | null = null;
  if (names === null) {
    for (const entry of articleEntries) checkArticle(entry, report);
  } else {
    const resolved = resolveContent(parsed, names, report);
    for (const each of loaded) for (const problem of each.problems) report(problem);
    const articles = loaded.flatMap((each) => each.article ?? []);
    site = buildSite({ ...resolved, articles, assets }, { now, drafts }, report);
  }
  const diagnostics = locateAll(problems, entries, config?.check ?? new Map());
  const hasErrors = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return { site: hasErrors ? null : site, diagnostics };
}
