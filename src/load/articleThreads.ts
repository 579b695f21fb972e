import type { SourceEntry } from '../read/readContent.ts';
import { runAll, WorkerPool, type Progress } from '../workers/pool.ts';
import type { BodyStore } from '../cache/bodies.ts';
import type { NameSources } from './resolveContent.ts';
import type { Audience } from './shown.ts';

/** Articles in one message to a thread. */
const batchSize = 256;

/** What each thread gets at its start. */
export interface ArticleThreadData {
  readonly sources: NameSources;
  /** Where bodies are kept, and how the packs of this build begin. */
  readonly folder: string;
  readonly generation: string;
  /** See `formatRecords`. */
  readonly audience: Audience | null;
}

/** Loads articles on all cores, in the order of the entries, as records of the cache. */
export async function loadArticlesInThreads(
  entries: readonly SourceEntry[],
  sources: NameSources,
  { folder, generation }: BodyStore,
  audience: Audience | null,
  progress: Progress,
): Promise<readonly string[]> {
  const data: ArticleThreadData = { sources, folder, generation, audience };
  const pool = new WorkerPool<readonly SourceEntry[], readonly string[]>(
    new URL('./articleWorker.js', import.meta.url),
    data,
  );
  const records: string[] = [];
  try {
    await runAll(pool, makeBatches(entries), (batch) => {
      for (const record of batch) records.push(record);
      progress('articles', records.length, entries.length);
    });
  } catch (error) {
    // The others may be writing still.
    await pool.close();
    throw error;
  }
  // Nobody needs to wait until the threads have tidied up.
  void pool.close();
  return records;
}

function* makeBatches(entries: readonly SourceEntry[]): Generator<readonly SourceEntry[]> {
  for (let start = 0; start < entries.length; start += batchSize) {
    yield entries.slice(start, start + batchSize);
  }
}
