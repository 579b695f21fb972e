import { workerData } from 'node:worker_threads';
import type { SourceEntry } from '../read/readContent.ts';
import { answerJobs } from '../workers/answer.ts';
import { loadArticle } from './loadArticle.ts';
import { buildNames, type NameSources } from './resolveContent.ts';

// The main thread has built the same registries and reported their problems.
const names = buildNames(workerData as NameSources, () => undefined);

answerJobs((entries) =>
  (entries as readonly SourceEntry[]).map((entry) => loadArticle(entry, names)),
);
