import type { SourceEntry } from '../read/readContent.ts';
import { runAll, WorkerPool, type Progress } from '../workers/pool.ts';
import type { LoadedArticle } from './loadArticle.ts';
import type { NameSources } from './resolveContent.ts';

/** Articles in one message to a thread. */
const batchSize = 256;

/** Loads articles on all cores, in the order of the entries. */
export async function loadArticlesInThreads(
  entries: readonly SourceEntry[],
  sources: NameSources,
  progress: Progress,
): Promise<readonly LoadedArticle[]> {
  const pool = new WorkerPool<readonly SourceEntry[], readonly LoadedArticle[]>(
    new URL('./articleWorker.js', import.meta.url),
    sources,
  );
  const loaded: LoadedArticle[] = [];
  try {
    await runAll(pool, makeBatches(entries), (batch) => {
      for (const article of batch) loaded.push(article);
      progress('articles', loaded.length, entries.length);
    });
  } finally {
    await pool.close();
  }
  return loaded;
}

function* makeBatches(entries: readonly SourceEntry[]): Generator<readonly SourceEntry[]> {
  for (let start = 0; start < entries.length; start += batchSize) {
    yield entries.slice(start, start + batchSize);
  }
}
