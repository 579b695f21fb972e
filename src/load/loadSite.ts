import path from 'node:path';
import type { Instant } from '../dates/instant.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { buildSite } from '../model/buildSite.ts';
import type { Site } from '../model/site.ts';
import { parseSite } from '../parse/site.ts';
import { readContent } from '../read/readContent.ts';
import { locateAll } from './locateAll.ts';
import { parseContent } from './parseContent.ts';
import { resolveContent } from './resolveContent.ts';

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

/**
 * Runs the stages from files to the site: read, parse, resolve, model. Every stage goes on after a
 * problem, so that one run shows them all.
 * @throws Error with code ENOENT or ENOTDIR where the content folder is none
 */
export function loadSite({ content, now, drafts }: LoadOptions): LoadedSite {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const { sources, assets } = readContent(content, report);
  const siteSource = sources.find((source) => source.kind === 'site');
  const siteFile = path.join(content, 'site.yaml').split(path.sep).join('/');
  // A site.yaml that was refused has been reported already.
  const wasRefused = problems.some((problem) => problem.file === siteFile);
  const config = wasRefused ? null : parseSite(siteSource, siteFile, report);
  const parsed = parseContent(sources, config?.zone ?? 'UTC', report);
  let site: Site | null = null;
  if (config !== null) {
    const resolved = resolveContent(parsed, assets, config, report);
    site = buildSite(resolved, { now, drafts }, report);
  }
  const diagnostics = locateAll(problems, sources, config?.check ?? new Map());
  const hasErrors = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return { site: hasErrors ? null : site, diagnostics };
}
