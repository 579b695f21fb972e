import { workerData } from 'node:worker_threads';
import type { PageView } from '../views/page.ts';
import { answerJobs } from '../workers/answer.ts';
import { renderBatch, type RenderTarget } from './renderBatch.ts';

const target = workerData as RenderTarget;

answerJobs(async (views) => {
  const pages = views as readonly PageView[];
  await renderBatch(pages, target);
  return pages.length;
});
