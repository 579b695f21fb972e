import { deserialize } from 'node:v8';
import type { PageView } from '../views/page.ts';
import { answerJobs } from '../workers/answer.ts';
import { createBatchRenderer, type RenderBatch } from './renderBatch.ts';
import type { RenderJob } from './renderPages.ts';

// A thread lives as long as one build, whose layouts are the same for all jobs.
let renderBatch: RenderBatch | null = null;

answerJobs(async (job) => {
  const { views: bytes, target } = job as RenderJob;
  const views = deserialize(bytes) as readonly PageView[];
  renderBatch ??= createBatchRenderer(target.layouts);
  await renderBatch(views, target);
  return views.length;
});
