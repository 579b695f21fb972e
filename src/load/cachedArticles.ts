import type { BuildCache, KnownArticles } from '../cache/cache.ts';
import type { CacheTable } from '../cache/table.ts';
import { completeState, hashOfState, stateOf, type Snapshot } from '../cache/snapshot.ts';
import { foldName } from '../names/fold.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import { namesOfRecord, toLoaded } from './articleRecords.ts';
import { BodyReader } from './keptArticle.ts';
import type { KnownArticle } from './loadArticle.ts';
import { changedNames, indexNames } from './nameIndex.ts';
import { formatUnseen, isUnseen, parseHead, parseOwn } from './recordText.ts';
import { isShown, type Audience } from './shown.ts';

/**
 * Takes from the cache every article whose bytes are the same and whose names still mean the same,
 * those of its front matter and those that may stand in its body. Null for each of the others, and for those
 * that are not shown.
 */
export function takeKnownArticles(
  entries: readonly SourceEntry[],
  names: Names,
  cache: KnownArticles,
  snapshot: Snapshot,
  audience: Audience,
): readonly (KnownArticle | null)[] {
  const changed = changedNames(cache.last?.names ?? {}, indexNames(names));
  const mayMention = createMentionTest(changed);
  const reader = new BodyReader(names, cache);
  return entries.map((entry) => {
    const record = cache.articles.get(entry.relative);
    if (record === undefined || isUnseen(record)) return null;
    if (snapshot.changed.has(entry.relative)) return null;
    if (changed.size > 0 && namesOfRecord(record).some((name) => changed.has(name))) return null;
    const loaded = toLoaded(record, entry, reader);
    if (loaded.article === null || !isShown(loaded.article, audience)) return null;
    const isLinked = names.findMentions !== null && loaded.article.linkMentions;
    return isLinked && mayMention(entry) ? null : loaded;
  });
}

/** Whether an article's text may hold an actor's name that changed; rather yes than no. */
function createMentionTest(changed: ReadonlySet<string>): (entry: SourceEntry) => boolean {
  const folds = [...changed]
    .filter((name) => name.startsWith('actor '))
    .map((name) => name.slice('actor '.length));
  if (folds.length === 0) return () => false;
  // A text in ASCII folds to itself but for capitals and what stands between letters, so that the
  // words of a name must be in it.
  // Signs may be marks of Markdown in the text, and are left out of both.
  const plain = folds.map((fold) => fold.replaceAll(/[+#*]/g, ''));
  const words = plain.map((fold) => fold.split(' '));
  const joined = plain.map((fold) => fold.replaceAll(' ', ''));
  return (entry) => {
    const source = readSource(entry, () => undefined);
    if (source === null) return true;
    const { text } = source;
    // An entity may be any letter.
    if (/&[#a-z]/i.test(text)) return true;
    if (Buffer.byteLength(text) === text.length) {
      const lower = text.toLowerCase().replaceAll(/[.'`]/g, '');
      if (!words.some((name) => name.every((word) => lower.includes(word)))) return false;
    }
    const fold = foldName(text).replaceAll(/[ +#*]/g, '');
    return joined.some((name) => fold.includes(name));
  };
}

/** Whether an article that the last build showed is shown no more: its file is gone, or says so. */
export function hasWithdrawn(articles: CacheTable): boolean {
  for (const [was, now] of articles.replaced()) {
    if (!isUnseen(was) && (now === undefined || isUnseen(now))) return true;
  }
  return false;
}

/** Puts newly loaded articles, as records, into the cache; of those that are not shown no text. */
export function keepArticles(
  entries: readonly SourceEntry[],
  records: readonly string[],
  names: Names,
  cache: BuildCache,
  snapshot: Snapshot,
  audience: Audience,
): readonly KnownArticle[] {
  const reader = new BodyReader(names, cache);
  return records.flatMap((text, index) => {
    const entry = entries[index];
    if (entry === undefined) return [];
    const head = parseHead(text);
    const hash = head === null ? null : parseOwn(text).sourceHash;
    completeState(entry.relative, hash, snapshot);
    const state = stateOf(entry.relative, snapshot, cache.inputs);
    const isSame = state !== undefined && hash === hashOfState(state);
    const isKept = head === null || isShown(head.rare, audience);
    if (isSame) cache.articles.set(entry.relative, isKept ? text : formatUnseen(text));
    // A file that changed between the two looks is read again next time.
    else cache.articles.delete(entry.relative);
    return [toLoaded(text, entry, reader)];
  });
}
