import { setTimeout } from 'node:timers/promises';
import { answerJobs } from '../../src/workers/answer.ts';

/** A job that takes a while, and says how many others were done at once. */
export interface OrderJob {
  readonly name: number;
  readonly milliseconds: number;
  readonly isBad?: boolean;
  /** The thread ends itself. */
  readonly isLast?: boolean;
}

let running = 0;

answerJobs(async (job) => {
  const { name, milliseconds, isBad, isLast } = job as OrderJob;
  running++;
  await setTimeout(milliseconds);
  const together = running--;
  if (isLast === true) process.exit(0);
  if (isBad === true) throw Object.assign(new Error(`job ${name}`), { name: 'BadJob' });
  return { name, together };
});
