import type { ArticleRecord, BuildCache } from '../cache/cache.ts';
import type { Snapshot } from '../cache/snapshot.ts';
import type { PortableHtml } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import { foldName } from '../names/fold.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import { loadArticle, type LoadedArticle } from './loadArticle.ts';
import { changedNames, indexNames } from './nameIndex.ts';

/** What is known of the articles: loaded ones by file, and those that must be loaded. */
export interface KnownArticles {
  readonly known: ReadonlyMap<string, LoadedArticle>;
  readonly missing: readonly SourceEntry[];
}

/**
 * Takes from the cache every article whose bytes are the same and whose names still mean the same,
 * those of its front matter and those that may stand in its body.
 */
export function takeKnownArticles(
  entries: readonly SourceEntry[],
  names: Names,
  cache: BuildCache,
  { states }: Snapshot,
): KnownArticles {
  const changed = changedNames(cache.last?.names ?? {}, indexNames(names));
  const mayMention = createMentionTest(changed);
  const known = new Map<string, LoadedArticle>();
  const missing: SourceEntry[] = [];
  for (const entry of entries) {
    const record = cache.articles.get(entry.relative);
    const isKnown =
      record !== undefined &&
      record.hash === states.get(entry.relative)?.[4] &&
      !record.names.some((name) => changed.has(name)) &&
      !(names.findMentions !== null && record.article.linkMentions && mayMention(entry));
    if (isKnown) known.set(entry.file, toLoaded(record, entry, names));
    else missing.push(entry);
  }
  return { known, missing };
}

/** Whether an article's text may hold an actor's name that changed; rather yes than no. */
function createMentionTest(changed: ReadonlySet<string>): (entry: SourceEntry) => boolean {
  const folds = [...changed]
    .filter((name) => name.startsWith('actor '))
    .map((name) => name.slice('actor '.length).replaceAll(' ', ''));
  if (folds.length === 0) return () => false;
  return (entry) => {
    const source = readSource(entry, () => undefined);
    if (source === null) return true;
    const text = foldName(source.text).replaceAll(' ', '');
    return folds.some((fold) => text.includes(fold));
  };
}

/** The record keeps no HTML: few pages need it in an everyday build, and those render it again. */
function toLoaded(record: ArticleRecord, entry: SourceEntry, names: Names): LoadedArticle {
  const body = new CachedBody(record.article.body, () => {
    const { article } = loadArticle(entry, names);
    if (article === null) throw new Error(`${entry.file} changed while the site was built`);
    return article.body.html;
  });
  return { article: { ...record.article, body }, problems: record.problems, names: record.names };
}

class CachedBody implements Body {
  readonly firstParagraph: string;
  readonly words: number;
  readonly links: Body['links'];
  readonly #render: () => PortableHtml;

  constructor(body: Body, render: () => PortableHtml) {
    this.firstParagraph = body.firstParagraph;
    this.words = body.words;
    this.links = body.links;
    this.#render = render;
  }

  get html(): PortableHtml {
    return this.#render();
  }
}

/** Puts newly loaded articles into the cache. */
export function keepArticles(
  entries: readonly SourceEntry[],
  loaded: ReadonlyMap<string, LoadedArticle>,
  cache: BuildCache,
  { states }: Snapshot,
): void {
  for (const entry of entries) {
    const { article, problems, names } = loaded.get(entry.file) ?? {};
    const hash = states.get(entry.relative)?.[4];
    if (!article || problems === undefined || names === undefined) continue;
    // A file that changed between the two looks is looked at again next time.
    if (hash === undefined || article.sourceHash !== hash) continue;
    const { firstParagraph, words, links } = article.body;
    cache.articles.set(entry.relative, {
      hash,
      article: { ...article, body: { html: [], firstParagraph, words, links } },
      problems,
      names,
    });
  }
}
