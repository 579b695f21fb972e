import type { PagePlan } from '../views/plan.ts';
import type { PageView } from '../views/page.ts';
import { runAll, WorkerError, WorkerPool, type Progress } from '../workers/pool.ts';
import { LayoutError } from './layoutError.ts';
import type { RenderTarget } from './renderBatch.ts';

/** Pages in one run of Eleventy: enough to make its start small, few enough to hold their HTML. */
const batchSize = 512;
/** Letters of ready HTML in one run, so that a few huge articles do not fill a thread's memory. */
const batchWeight = 8_000_000;
/** Up to this many pages one run in one thread is quicker than the start of another. */
const smallSite = 1500;
/** Below this many pages a thread's start costs more than it saves. */
const threadsFrom = 600;

/**
 * Renders pages, on all cores where there are many.
 * @throws LayoutError where a layout is missing or fails
 */
export async function renderPages(
  plans: readonly PagePlan[],
  target: RenderTarget,
  progress: Progress,
): Promise<void> {
  if (plans.length === 0) return;
  if (plans.length < threadsFrom) {
    // Eleventy takes half a second to load, which a build without a new page need not wait for.
    const { renderBatch } = await import('./renderBatch.ts');
    await renderBatch(
      plans.map((plan) => plan.build()),
      target,
    );
    return;
  }
  const pool = new WorkerPool<readonly PageView[], number>(
    new URL('./renderWorker.js', import.meta.url),
    target,
  );
  try {
    let done = 0;
    await runAll(pool, makeBatches(plans), (count) => {
      done += count;
      progress('pages', done, plans.length);
    });
  } catch (error) {
    const isLayout = error instanceof WorkerError && error.name === 'LayoutError';
    throw isLayout ? new LayoutError(error.message) : error;
  } finally {
    await pool.close();
  }
}

function* makeBatches(plans: readonly PagePlan[]): Generator<readonly PageView[]> {
  const size = plans.length <= smallSite ? smallSite : batchSize;
  let batch: PageView[] = [];
  let weight = 0;
  for (const plan of plans) {
    const view = plan.build();
    batch.push(view);
    weight += 'bodyHtml' in view && typeof view.bodyHtml === 'string' ? view.bodyHtml.length : 0;
    if (batch.length < size && weight < batchWeight) continue;
    yield batch;
    batch = [];
    weight = 0;
  }
  if (batch.length > 0) yield batch;
}
