import type { Problem, Report } from '../diagnostics/diagnostic.ts';
import { parseArticle } from '../parse/article.ts';
import { parseArticleNames } from '../parse/articleNames.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import {
  checkArticleNames,
  resolveArticle,
  type ResolvedArticle,
} from '../resolve/resolveArticle.ts';

/** What one article's file gives; plain data, so that a thread can send it. */
export interface LoadedArticle {
  /** Null where the file can't be published. */
  readonly article: ResolvedArticle | null;
  readonly problems: readonly Problem[];
}

/** Reads, parses and resolves one article, and renders its body. It depends on no other article. */
export function loadArticle(entry: SourceEntry, names: Names): LoadedArticle {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const source = readSource(entry, report);
  if (source === null) return { article: null, problems };
  const article = parseArticle(source, names.config.zone, report);
  if (article !== null) return { article: resolveArticle(article, names, report), problems };
  const written = parseArticleNames(source);
  if (written !== null) checkArticleNames(written, names, report);
  return { article: null, problems };
}

/** Without site.yaml no name can be resolved; the files are checked all the same. */
export function checkArticle(entry: SourceEntry, report: Report): void {
  const source = readSource(entry, report);
  if (source !== null) parseArticle(source, 'UTC', report);
}
