import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BodyStore } from '../cache/bodies.ts';
import { findKnownArticles, type CacheHome } from '../cache/cache.ts';
import { hashCode } from '../cache/environment.ts';
import { filesOf, takeSnapshot } from '../cache/snapshot.ts';
import { readRegular } from '../files/regular.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import { toLoaded } from './articleRecords.ts';
import { loadArticlesInThreads } from './articleThreads.ts';
import { takeKnownArticles } from './cachedArticles.ts';
import { listContentFolder, type ListedContent } from './listContentFolder.ts';
import { BodyReader } from './keptArticle.ts';
import { loadArticle, type KnownArticle } from './loadArticle.ts';
import { threadsFrom } from './loadSite.ts';
import {
  connect,
  nameSources,
  prepare,
  type LoadedContent,
  type LoadOptions,
  type Prepared,
} from './stages.ts';

/** A hash of all that an article is made by, beside the files that `Snapshot` looks at. */
export function hashLoading(content: string): string {
  return hashCode([content, readConfigText(content)]);
}

function readConfigText(content: string): string {
  try {
    return readRegular(path.join(content, 'site.yaml')).toString('utf8');
  } catch {
    return '';
  }
}

/**
 * Loads content for those who build no pages of it: with the articles that the last build left, which
 * it does not change, and the others on all cores where there are many.
 * @param cache that of builds
 * @param use what is done with it; bodies can be read as long as it lasts
 */
export async function withContent<Result>(
  options: LoadOptions,
  cache: CacheHome,
  use: (loaded: LoadedContent) => Result | Promise<Result>,
): Promise<Result> {
  const list = listContentFolder(options.content);
  const prepared = prepare(options.content, list);
  // Made with the first body that is written there.
  const folder = path.join(tmpdir(), `dateline-${randomUUID()}`);
  const spare = new BodyStore(folder);
  const known = findKnown(list, prepared, options, cache);
  try {
    const { articleEntries } = prepared;
    const missing = articleEntries.filter((entry) => known.get(entry) === undefined);
    const fresh = await loadMissing(missing, prepared, spare);
    const articles = articleEntries.flatMap((entry) => known.get(entry) ?? fresh.get(entry) ?? []);
    return await use(connect(prepared, articles, options));
  } finally {
    known.close();
    spare.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Known {
  readonly get: (entry: SourceEntry) => KnownArticle | undefined;
  readonly close: () => void;
}

function findKnown(
  { entries, assets }: ListedContent,
  { articleEntries, names, config }: Prepared,
  { content, now, drafts }: LoadOptions,
  cache: CacheHome,
): Known {
  const cached = findKnownArticles(cache, hashLoading(content));
  if (cached === null) return { get: () => undefined, close: () => undefined };
  const files = filesOf({ entries, assets });
  const snapshot = takeSnapshot(files, cached.inputs, cached.last?.taken ?? 0);
  const audience = { now, drafts, tlpCeiling: config.tlpCeiling };
  const articles = takeKnownArticles(articleEntries, names, cached, snapshot, audience);
  const found = new Map<SourceEntry, KnownArticle>();
  for (const [index, entry] of articleEntries.entries()) {
    const article = articles[index];
    if (article) found.set(entry, article);
  }
  return {
    get: (entry) => found.get(entry),
    close: () => {
      cached.bodies.close();
    },
  };
}

async function loadMissing(
  entries: readonly SourceEntry[],
  prepared: Prepared,
  spare: BodyStore,
): Promise<ReadonlyMap<SourceEntry, KnownArticle>> {
  const { names } = prepared;
  const loaded =
    entries.length < threadsFrom
      ? entries.map((entry) => loadArticle(entry, names))
      : await loadInThreads(entries, prepared, spare, names);
  return new Map(
    entries.flatMap((entry, index) => {
      const article = loaded[index];
      return article === undefined ? [] : [[entry, article] as const];
    }),
  );
}

async function loadInThreads(
  entries: readonly SourceEntry[],
  prepared: Prepared,
  bodies: BodyStore,
  names: Names,
): Promise<readonly KnownArticle[]> {
  const sources = nameSources(prepared);
  const records = await loadArticlesInThreads(entries, sources, bodies, null, () => undefined);
  const reader = new BodyReader(names, { bodies, articles: new Map<string, string>() });
  return entries.flatMap((entry, index) => {
    const record = records[index];
    return record === undefined ? [] : [toLoaded(record, entry, reader)];
  });
}
