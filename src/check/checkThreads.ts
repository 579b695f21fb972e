import type { NameSources } from '../load/resolveContent.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import { runAll, WorkerPool } from '../workers/pool.ts';
import { checkArticle, type ArticleCheck } from './checkArticle.ts';
import { createRules } from './rules.ts';

/** From this many articles on, threads save more than their start costs. */
const threadsFrom = 800;

/** Articles in one message to a thread. */
const batchSize = 256;

/** Loads and checks articles, on all cores where there are many, in the order of the entries. */
export async function checkArticles(
  entries: readonly SourceEntry[],
  sources: NameSources,
  names: Names,
): Promise<readonly ArticleCheck[]> {
  if (entries.length < threadsFrom) {
    const rules = createRules(sources, names);
    return entries.map((entry) => checkArticle(entry, names, rules));
  }
  const pool = new WorkerPool<readonly SourceEntry[], string>(
    new URL('./checkWorker.js', import.meta.url),
    sources,
  );
  const checks: ArticleCheck[] = [];
  try {
    await runAll(pool, makeBatches(entries), (batch) => {
      for (const check of JSON.parse(batch) as readonly ArticleCheck[]) checks.push(check);
    });
  } finally {
    await pool.close();
  }
  return checks;
}

function* makeBatches(entries: readonly SourceEntry[]): Generator<readonly SourceEntry[]> {
  for (let start = 0; start < entries.length; start += batchSize) {
    yield entries.slice(start, start + batchSize);
  }
}
