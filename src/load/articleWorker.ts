import { threadId, workerData } from 'node:worker_threads';
import type { SourceEntry } from '../read/readContent.ts';
import { answerJobs } from '../workers/answer.ts';
import type { ArticleThreadData } from './articleThreads.ts';
import { loadArticle } from './loadArticle.ts';
import { buildNames } from './resolveContent.ts';
import { formatRecords } from './articleRecords.ts';

const { sources, folder, generation, audience } = workerData as ArticleThreadData;
// The main thread has built the same registries and reported their problems.
const names = buildNames(sources, () => undefined);
const pack = `${generation}${threadId}`;

answerJobs((entries) => {
  const loaded = (entries as readonly SourceEntry[]).map((entry) => loadArticle(entry, names));
  return formatRecords(loaded, folder, pack, audience);
});
