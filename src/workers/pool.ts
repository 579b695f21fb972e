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

/** A thread, and the jobs that it was given, in their order. */
interface Thread<Job, Result> {
  readonly worker: Worker;
  readonly given: Waiting<Job, Result>[];
}

/** Jobs that a thread may have: one that it does, and one that lies ready while this thread is busy. */
const jobsEach = 2;

/** Threads that take jobs one at a time, in order. Made with the first job, so that none waits idle. */
export class WorkerPool<Job, Result> {
  readonly #entry: URL;
  readonly #data: unknown;
  readonly #transfers: (job: Job) => readonly ArrayBuffer[];
  readonly #queue: Waiting<Job, Result>[] = [];
  /** Those that were given a job last are last. */
  readonly #threads: Thread<Job, Result>[] = [];
  #isClosed = false;
  readonly size: number;
  /** How many may be started now. */
  limit: number;

  /**
   * @param entry the worker's compiled module, which answers each message with an `Answer`
   * @param data what each worker gets at its start
   * @param transfers what of a job is handed over, and not copied
   */
  constructor(
    entry: URL,
    data: unknown,
    size: number = availableParallelism(),
    transfers: (job: Job) => readonly ArrayBuffer[] = () => [],
  ) {
    this.#entry = entry;
    this.#data = data;
    this.size = size;
    this.limit = size;
    this.#transfers = transfers;
  }

  /** Starts a thread now, to load its modules while this one does something else. */
  start(): void {
    const worker = new Worker(this.#entry, {
      workerData: this.#data,
      resourceLimits: { maxYoungGenerationSizeMb, maxOldGenerationSizeMb },
    });
    const thread: Thread<Job, Result> = { worker, given: [] };
    this.#threads.unshift(thread);
    if (this.#threads.length === 2) keepHeapsSmall();
    worker.on('message', (answer: Answer<Result>) => {
      const waiting = thread.given.shift();
      if (answer.kind === 'done') waiting?.resolve(answer.result);
      else waiting?.reject(new WorkerError(answer.name, answer.message));
      this.#assign();
    });
    const fail = (error: Error): void => {
      for (const waiting of thread.given.splice(0)) waiting.reject(error);
      for (const waiting of this.#queue.splice(0)) waiting.reject(error);
    };
    worker.on('error', fail);
    // A layout may end its thread, which is no error of the thread; its jobs would wait for ever.
    worker.on('exit', (code) => {
      if (!this.#isClosed) fail(new WorkerError('Error', `a thread ended with ${code}`));
    });
  }

  run(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #assign(): void {
    while (this.#queue.length > 0) {
      if (this.#threads.length < this.limit && this.#find(0) === -1) this.start();
      const place = Array.from({ length: jobsEach }, (_, given) => this.#find(given)).find(
        (found) => found !== -1,
      );
      if (place === undefined) return;
      const [thread] = this.#threads.splice(place, 1);
      const waiting = thread && this.#queue.shift();
      if (thread === undefined || waiting === undefined) return;
      this.#threads.push(thread);
      thread.given.push(waiting);
      thread.worker.postMessage(waiting.job, this.#transfers(waiting.job));
    }
  }

  /** The place of a thread that has so many jobs, or -1. */
  #find(jobs: number): number {
    return this.#threads.findIndex(({ given }) => given.length === jobs);
  }
}

/** By how many percent a heap may grow beyond what was alive in it before V8 looks through it again. */
let heapGrowth = 60;

/** Spends memory on speed, for sites of which each look takes long. Holds for threads started later. */
export function letHeapsGrow(): void {
  heapGrowth = 100;
}

/** V8 would let each heap grow to several times what is alive in it, and here are several heaps. */
function keepHeapsSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${heapGrowth}`);
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

/** Jobs for each thread that may be made and not done, so that none idles while this thread is busy. */
const jobsAhead = 3;

/**
 * Feeds jobs to a pool as they are made, with few waiting at a time, so that not all of them are in
 * memory at once. Results come in the order of the jobs.
 */
export async function runAll<Job, Result>(
  pool: WorkerPool<Job, Result>,
  jobs: Iterable<Job>,
  take: (result: Result) => void,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const results = new Map<number, Result>();
  let taken = 0;
  let given = 0;
  const takeReady = (): void => {
    for (let result = results.get(taken); result !== undefined; result = results.get(taken)) {
      results.delete(taken++);
      take(result);
    }
  };
  for (const job of jobs) {
    const place = given++;
    const done: Promise<void> = pool.run(job).then((result) => {
      results.set(place, result);
      running.delete(done);
    });
    running.add(done);
    // Whoever waits for it hears of its failure; the others fail or end with the pool.
    done.catch(() => undefined);
    // A thread that has finished is heard, and given the next job, before that after it is made.
    await setImmediate();
    while (running.size >= pool.size * jobsAhead) await Promise.race(running);
    takeReady();
  }
  while (running.size > 0) {
    await Promise.race(running);
    takeReady();
  }
}
