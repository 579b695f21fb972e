import type { BuildCache } from '../cache/cache.ts';
import type { Snapshot } from '../cache/snapshot.ts';
import { foldName } from '../names/fold.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import type { LoadedArticle } from './loadArticle.ts';
import { changedNames, indexNames } from './nameIndex.ts';
import { unpack, type PackedArticle } from './storedBodies.ts';

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
    if (isKnown) {
      const { article, problems, names: written, place } = record;
      const unpacked = unpack(article, place, entry, names, cache);
      known.set(entry.file, { article: unpacked, problems, names: written });
    } else missing.push(entry);
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

/** Puts newly loaded articles into the cache, and gives them their HTML back. */
export function keepArticles(
  entries: readonly SourceEntry[],
  packed: readonly PackedArticle[],
  names: Names,
  cache: BuildCache,
  { states }: Snapshot,
): readonly LoadedArticle[] {
  return entries.flatMap((entry, index) => {
    const loaded = packed[index];
    if (loaded === undefined) return [];
    const { article, problems, place } = loaded;
    if (article === null) return [loaded];
    const hash = states.get(entry.relative)?.[4];
    const { firstParagraph, words, links } = article.body;
    // A file that changed between the two looks is looked at again next time.
    if (hash !== undefined && article.sourceHash === hash) {
      const body = { html: [], firstParagraph, words, links };
      cache.articles.set(entry.relative, {
        hash,
        article: { ...article, body },
        problems,
        names: loaded.names,
        place,
      });
    }
    return [
      place === null ? loaded : { ...loaded, article: unpack(article, place, entry, names, cache) },
    ];
  });
}
