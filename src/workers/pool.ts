import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

/** Told how many things of a stage are done, of how many. */
export type Progress = (stage: string, done: number, total: number) => void;

/** A job's answer as it crosses the thread. */
export type Answer<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

/** A job failed in a worker; `name` is that of the error there. */
export class WorkerError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** Threads that take jobs one at a time, in order. Made with the first job, so that none waits idle. */
export class WorkerPool<Job, Result> {
  readonly #entry: URL;
  readonly #data: unknown;
  readonly #queue: Waiting<Job, Result>[] = [];
  readonly #idle: Worker[] = [];
  readonly #all: Worker[] = [];
  readonly #current = new Map<Worker, Waiting<Job, Result>>();
  readonly size: number;
  /** How many may be started now. */
  limit: number;

  /**
   * @param entry the worker's compiled module, which answers each message with an `Answer`
   * @param data what each worker gets at its start
   */
  constructor(entry: URL, data: unknown, size: number = availableParallelism()) {
    this.#entry = entry;
    this.#data = data;
    this.size = size;
    this.limit = size;
  }

  /** Starts a thread now, to load its modules while this one does something else. */
  start(): void {
    this.#idle.push(this.#startWorker());
  }

  run(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }

  #assign(): void {
    while (this.#queue.length > 0) {
      const worker =
        this.#idle.pop() ?? (this.#all.length < this.limit ? this.#startWorker() : undefined);
      const waiting = worker && this.#queue.shift();
      if (worker === undefined || waiting === undefined) return;
      this.#current.set(worker, waiting);
      worker.postMessage(waiting.job);
    }
  }

  #startWorker(): Worker {
    const worker = new Worker(this.#entry, {
      workerData: this.#data,
      resourceLimits: { maxYoungGenerationSizeMb, maxOldGenerationSizeMb },
    });
    this.#all.push(worker);
    if (this.#all.length === 2) keepHeapsSmall();
    worker.on('message', (answer: Answer<Result>) => {
      const waiting = this.#current.get(worker);
      this.#current.delete(worker);
      this.#idle.push(worker);
      if (answer.kind === 'done') waiting?.resolve(answer.result);
      else waiting?.reject(new WorkerError(answer.name, answer.message));
      this.#assign();
    });
    worker.on('error', (error: Error) => {
      this.#current.get(worker)?.reject(error);
      this.#current.delete(worker);
      for (const waiting of this.#queue.splice(0)) waiting.reject(error);
    });
    return worker;
  }
}

/** V8 would let each heap grow to several times what is alive in it, and here are several heaps. */
function keepHeapsSmall(): void {
  setFlagsFromString('--heap-growing-percent=60');
}

/**
 * Short-lived objects of one thread, in MB. V8 would take 48 for each; what is beyond 12 buys no time.
 */
const maxYoungGenerationSizeMb = 12;

/**
 * Long-lived objects of one thread, in MB: several times what a job holds, and little enough that a
 * thread collects its garbage before it has as much again.
 */
const maxOldGenerationSizeMb = 224;

/** Jobs that wait for each thread, so that none idles while this thread is busy. */
const jobsAhead = 2;

/**
 * Feeds jobs to a pool as they are made, with few waiting at a time, so that not all of them are in
 * memory at once. Results come in the order of the jobs.
 */
export async function runAll<Job, Result>(
  pool: WorkerPool<Job, Result>,
  jobs: Iterable<Job>,
  take: (result: Result) => void,
): Promise<void> {
  const pending: Promise<Result>[] = [];
  try {
    for (const job of jobs) {
      pending.push(pool.run(job));
      // A thread that has finished is heard, and given the next job, before that after it is made.
      await setImmediate();
      if (pending.length < pool.size * jobsAhead) continue;
      const first = pending.shift();
      if (first !== undefined) take(await first);
    }
    for (const result of pending.splice(0)) take(await result);
  } catch (error) {
    // The others fail or end with the pool; nobody else hears of them.
    for (const rest of pending) rest.catch(() => undefined);
    throw error;
  }
}
