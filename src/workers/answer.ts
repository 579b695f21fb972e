import { parentPort } from 'node:worker_threads';
import type { Answer } from './pool.ts';

/** Makes this thread answer each message by a function of the job. */
export function answerJobs<Result>(work: (job: unknown) => Result | Promise<Result>): void {
  const port = parentPort;
  if (port === null) throw new Error('this module runs in a worker thread');
  port.on('message', (job: unknown) => {
    void (async () => {
      let answer: Answer<Result>;
      try {
        answer = { kind: 'done', result: await work(job) };
      } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        answer = { kind: 'failed', name, message };
      }
      port.postMessage(answer);
    })();
  });
}
