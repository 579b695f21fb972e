import type { Problem } from '../diagnostics/diagnostic.ts';
import { parseArticle, type Article } from '../parse/article.ts';
import { parseArticleNames } from '../parse/articleNames.ts';
import { parseFrontMatter, type FrontMatter } from '../parse/frontMatter.ts';
import { readSource, type SourceEntry, type SourceFile } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import { nameKey } from './nameIndex.ts';
import {
  checkArticleNames,
  resolveArticle,
  type ResolvedArticle,
} from '../resolve/resolveArticle.ts';

/** What one article's file gives to the site. */
export interface KnownArticle {
  /** Null where the file can't be published. */
  readonly article: ResolvedArticle | null;
  readonly problems: readonly Problem[];
}

/** The same as the file was read; plain data. */
export interface LoadedArticle extends KnownArticle {
  /** The names that the front matter writes, by kind and fold; see `nameKey`. */
  readonly names: readonly string[];
}

/** An article's file as it was read. */
export interface ReadArticle {
  readonly source: SourceFile;
  readonly front: FrontMatter;
  /** Names as written. */
  readonly article: Article;
}

/**
 * Reads, parses and resolves one article, and renders its body. It depends on no other article.
 * @param take told what was read, where the file can be published
 */
export function loadArticle(
  entry: SourceEntry,
  names: Names,
  take: (read: ReadArticle) => void = () => undefined,
): LoadedArticle {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const source = readSource(entry, report);
  if (source === null) return { article: null, problems, names: [] };
  const front = parseFrontMatter(source.text, source.file, report);
  const article = parseArticle(source, names.config.zone, report, front);
  if (front !== null && article !== null) {
    take({ source, front, article });
    const resolved = resolveArticle(article, names, report);
    return { article: resolved, problems, names: writtenNames(article) };
  }
  const written = parseArticleNames(source);
  if (written !== null) checkArticleNames(written, names, report);
  return { article: null, problems, names: [] };
}

function writtenNames({ topics, actors, story }: Article): readonly string[] {
  return [
    ...topics.map((name) => nameKey('topic', name)),
    ...actors.map(({ name }) => nameKey('actor', name)),
    ...(story === null ? [] : [nameKey('story', story)]),
  ];
}
