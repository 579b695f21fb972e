import { parentPort } from 'node:worker_threads';
import type { Answer } from './pool.ts';

/** Makes this thread answer each message by a function of the job, one after the other. */
export function answerJobs<Result>(work: (job: unknown) => Result | Promise<Result>): void {
  const port = parentPort;
  if (port === null) throw new Error('this module runs in a worker thread');
  const answer = async (job: unknown): Promise<Answer<Result>> => {
    try {
      return { kind: 'done', result: await work(job) };
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      return { kind: 'failed', name, message };
    }
  };
  let last = Promise.resolve();
  port.on('message', (job: unknown) => {
    last = last.then(async () => {
      port.postMessage(await answer(job));
    });
  });
}
