import { serialize } from 'node:v8';
import type { PagePlan } from '../views/plan.ts';
import type { PageView } from '../views/page.ts';
import { runAll, WorkerError, WorkerPool, type Progress } from '../workers/pool.ts';
import { LayoutError } from './layoutError.ts';
import type { RenderTarget } from './renderBatch.ts';

/** Pages in one run of Eleventy: enough to make its start small, few enough to hold their HTML. */
const batchSize = 320;
/** Pages in the first one, so that a thread has something to do soon. */
const firstBatchSize = 128;
/** Letters of ready HTML in one run, so that a few huge articles do not fill a thread's memory. */
const batchWeight = 8_000_000;
/** Up to this many pages one thread is quicker than the start of another. */
const smallSite = 1500;
/** Below this many pages a thread's start costs more than it saves. */
const threadsFrom = 600;

/** A drawing of the network takes a thread as long as so many pages. */
const pagesOfNetwork = 80;

/** What a thread is given: pages, and what all pages share. */
export interface RenderJob {
  /** `PageView`s in an array, as `node:v8` serialises it: they wait outside of the heap. */
  readonly views: Uint8Array;
  readonly target: RenderTarget;
}

/** Renders pages, on all cores where there are many. */
export class PageRenderer {
  readonly #progress: Progress;
  #pool: WorkerPool<RenderJob, number> | null = null;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  /**
   * Has threads load Eleventy, which takes them as long as this one may take to know the pages.
   * @param threads how many; as many as there are cores
   */
  warmUp(threads: number = Infinity): void {
    const pool = this.#openPool();
    for (let thread = 0; thread < Math.min(threads, pool.size); thread++) pool.start();
  }

  /**
   * @param plans pages as they are found: a thread that waits renders the first while others are looked
   *   for
   * @param left how many may still be found
   * @throws LayoutError where a layout is missing or fails
   */
  async render(
    plans: Iterable<PagePlan>,
    target: RenderTarget,
    left: () => number = () => 0,
  ): Promise<void> {
    // Where no thread waits, how many there are decides how they are rendered.
    const all = this.#pool === null ? [...plans] : null;
    if (all !== null && all.length < threadsFrom) {
      if (all.length > 0) await renderHere(all, target);
      return;
    }
    const pool = this.#openPool();
    pool.limit = all === null || all.length <= smallSite ? 1 : pool.size;
    let found = 0;
    let done = 0;
    const counted = function* (): Generator<PagePlan> {
      for (const plan of all ?? plans) {
        if (++found > smallSite) pool.limit = pool.size;
        yield plan;
      }
    };
    try {
      await runAll(pool, makeJobs(counted(), target), (pages) => {
        done += pages;
        this.#progress('pages', done, all?.length ?? found + left());
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
    return (this.#pool ??= new WorkerPool(
      new URL('./renderWorker.js', import.meta.url),
      null,
      undefined,
      ({ views }) => [views.buffer as ArrayBuffer],
    ));
  }
}

/** Eleventy takes half a second to load, which a build without a new page need not wait for. */
async function renderHere(plans: readonly PagePlan[], target: RenderTarget): Promise<void> {
  const { createBatchRenderer } = await import('./renderBatch.ts');
  const renderBatch = createBatchRenderer(target.layouts);
  await renderBatch(
    plans.map((plan) => plan.build()),
    target,
  );
}

function* makeJobs(plans: Iterable<PagePlan>, target: RenderTarget): Generator<RenderJob> {
  for (const batch of makeBatches(plans)) yield { views: serialize(batch), target };
}

function* makeBatches(plans: Iterable<PagePlan>): Generator<readonly PageView[]> {
  let most = firstBatchSize;
  let batch: PageView[] = [];
  let size = 0;
  let weight = 0;
  for (const plan of plans) {
    const isNetwork = plan.layout === 'network';
    const isFull = size >= most || weight >= batchWeight;
    // A thread draws networks for as long as it takes to look for all other pages of an everyday build.
    if (isFull || (!isNetwork && batch.at(-1)?.layout === 'network')) {
      yield batch;
      most = batchSize;
      [batch, size, weight] = [[], 0, 0];
    }
    const view = plan.build();
    batch.push(view);
    size += isNetwork ? pagesOfNetwork : 1;
    weight += 'bodyHtml' in view && typeof view.bodyHtml === 'string' ? view.bodyHtml.length : 0;
  }
  if (batch.length > 0) yield batch;
}
