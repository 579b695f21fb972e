import { answerJobs } from '../workers/answer.ts';
import { renderBatch } from './renderBatch.ts';
import type { RenderJob } from './renderPages.ts';

answerJobs(async (job) => {
  const { views, target } = job as RenderJob;
  await renderBatch(views, target);
  return views.length;
});
