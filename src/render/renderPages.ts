import type { PagePlan } from '../views/plan.ts';
import type { PageView } from '../views/page.ts';
import { runAll, WorkerError, WorkerPool } from '../workers/pool.ts';
import { LayoutError, renderBatch, type RenderTarget } from './renderBatch.ts';

/** Pages in one run of Eleventy: enough to make its start small, few enough to hold their HTML. */
const batchSize = 512;
/** Below this many pages a thread's start costs more than it saves. */
const threadsFrom = 600;

/**
 * Renders pages, on all cores where there are many.
 * @throws LayoutError where a layout is missing or fails
 */
export async function renderPages(plans: readonly PagePlan[], target: RenderTarget): Promise<void> {
  if (plans.length < threadsFrom) {
    await renderBatch(
      plans.map((plan) => plan.build()),
      target,
    );
    return;
  }
  const pool = new WorkerPool<readonly PageView[], null>(
    new URL('./renderWorker.js', import.meta.url),
    target,
  );
  try {
    await runAll(pool, makeBatches(plans), () => undefined);
  } catch (error) {
    const isLayout = error instanceof WorkerError && error.name === 'LayoutError';
    throw isLayout ? new LayoutError(error.message) : error;
  } finally {
    await pool.close();
  }
}

function* makeBatches(plans: readonly PagePlan[]): Generator<readonly PageView[]> {
  for (let start = 0; start < plans.length; start += batchSize) {
    yield plans.slice(start, start + batchSize).map((plan) => plan.build());
  }
}
