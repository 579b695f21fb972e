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

/** What a thread is given: pages, and what all pages share. */
export interface RenderJob {
  readonly views: readonly PageView[];
  readonly target: RenderTarget;
}

/** Renders pages, on all cores where there are many. */
export class PageRenderer {
  readonly #progress: Progress;
  #pool: WorkerPool<RenderJob, number> | null = null;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  /** Has a thread load Eleventy, which takes it as long as this one may take to know the pages. */
  warmUp(): void {
    this.#openPool().start();
  }

  /** @throws LayoutError where a layout is missing or fails */
  async render(plans: readonly PagePlan[], target: RenderTarget): Promise<void> {
    if (plans.length === 0) return;
    if (this.#pool === null && plans.length < threadsFrom) {
      // Eleventy takes half a second to load, which a build without a new page need not wait for.
      const { createBatchRenderer } = await import('./renderBatch.ts');
      const renderBatch = createBatchRenderer(target.layouts);
      await renderBatch(
        plans.map((plan) => plan.build()),
        target,
      );
      return;
    }
    try {
      let done = 0;
      await runAll(this.#openPool(), makeJobs(plans, target), (count) => {
        done += count;
        this.#progress('pages', done, plans.length);
      });
    } catch (error) {
      const isLayout = error instanceof WorkerError && error.name === 'LayoutError';
      throw isLayout ? new LayoutError(error.message) : error;
    }
  }

  async close(): Promise<void> {
    await this.#pool?.close();
    this.#pool = null;
  }

  #openPool(): WorkerPool<RenderJob, number> {
    return (this.#pool ??= new WorkerPool(new URL('./renderWorker.js', import.meta.url), null));
  }
}

function* makeJobs(plans: readonly PagePlan[], target: RenderTarget): Generator<RenderJob> {
  for (const views of makeBatches(plans)) yield { views, target };
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
