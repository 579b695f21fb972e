import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runAll, WorkerError, WorkerPool } from '../../src/workers/pool.ts';
import type { OrderJob } from '../support/orderWorker.ts';

interface OrderAnswer {
  readonly name: number;
  readonly together: number;
}

type Pool = WorkerPool<OrderJob, OrderAnswer>;

const entry = new URL('../support/orderWorker.js', import.meta.url);

async function withPool<Result>(use: (pool: Pool) => Promise<Result>): Promise<Result> {
  const pool: Pool = new WorkerPool(entry, null, 2);
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

const test = suite('threads that take jobs');

test('give results in the order of the jobs, however long each takes, one at a time', async () => {
  const jobs = Array.from({ length: 30 }, (_, name) => ({
    name,
    milliseconds: name % 7 === 0 ? 60 : 2,
  }));
  const answers: OrderAnswer[] = [];
  await withPool((pool) => runAll(pool, jobs, (answer) => answers.push(answer)));
  assert.equal(
    answers.map(({ name }) => name),
    jobs.map(({ name }) => name),
  );
  assert.ok(answers.every(({ together }) => together === 1));
});

test('make jobs only as they are needed', async () => {
  let taken = 0;
  let most = 0;
  function* makeJobs(): Generator<OrderJob> {
    for (let name = 0; name < 40; name++) {
      most = Math.max(most, name - taken);
      yield { name, milliseconds: 5 };
    }
  }
  await withPool((pool) => runAll(pool, makeJobs(), () => taken++));
  assert.is(taken, 40);
  assert.ok(most <= 8, `${most} waited at once`);
});

test('go on beside one that takes long', async () => {
  let made = 0;
  let madeAtFirst = 0;
  function* makeJobs(): Generator<OrderJob> {
    for (; made < 40; made++) yield { name: made, milliseconds: made === 0 ? 800 : 1 };
  }
  await withPool((pool) =>
    runAll(pool, makeJobs(), ({ name }) => {
      if (name === 0) madeAtFirst = made;
    }),
  );
  assert.ok(madeAtFirst > 20, `${madeAtFirst} were made when the first was done`);
});

test('tell of the job that failed, and of no other', async () => {
  const strays: unknown[] = [];
  const listen = (reason: unknown): void => {
    strays.push(reason);
  };
  process.on('unhandledRejection', listen);
  const jobs = Array.from({ length: 12 }, (_, name) => ({
    name,
    milliseconds: 5,
    isBad: name >= 3,
  }));
  let failure: unknown = null;
  await withPool(async (pool) => {
    await runAll(pool, jobs, () => undefined).catch((error: unknown) => {
      failure = error;
    });
    await setTimeout(100);
  });
  process.off('unhandledRejection', listen);
  assert.instance(failure, WorkerError);
  assert.is((failure as Error | null)?.name, 'BadJob');
  assert.equal(strays, []);
});

test('fail where a thread ends itself, and wait for none', async () => {
  const jobs = Array.from({ length: 12 }, (_, name) => ({
    name,
    milliseconds: 5,
    isLast: name === 3,
  }));
  let failure: unknown = null;
  await withPool(async (pool) => {
    await runAll(pool, jobs, () => undefined).catch((error: unknown) => {
      failure = error;
    });
  });
  assert.match(String(failure), 'a thread ended with 0');
});

test.run();
