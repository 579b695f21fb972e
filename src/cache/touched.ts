import { lstatSync } from 'node:fs';
import path from 'node:path';
import { WorkerPool } from '../workers/pool.ts';
import { formatOutput, OutputTables, type OutputDigests } from './outputs.ts';

/** Where the tables of the output's files lie, and the output. */
export interface TouchedJob {
  readonly tables: string;
  readonly digests: OutputDigests;
  readonly target: string;
}

/** What a look at the output's files finds. */
export interface Touched {
  /** Those that are not, by size and modification time, as they were published. */
  readonly files: readonly string[];
  /** How many the tables have. */
  readonly known: number;
}

/** From this many files on, a thread looks while the main thread looks through the content. */
const threadFrom = 5000;

/** @param expected how many files the last build left */
export async function searchTouched(
  outputs: OutputTables,
  target: string,
  expected: number,
): Promise<Touched> {
  if (expected < threadFrom) return findTouched(outputs, target);
  const entry = new URL('./touchedWorker.js', import.meta.url);
  const pool = new WorkerPool<TouchedJob, Touched>(entry, null, 1);
  try {
    return await pool.run({ tables: outputs.folder, digests: outputs.digests, target });
  } finally {
    await pool.close();
  }
}

/** The same as a thread does it, with tables of its own; what is damaged is told by who needs it. */
export function findTouchedOf({ tables, digests, target }: TouchedJob): Touched {
  return findTouched(new OutputTables(tables, digests, () => undefined), target);
}

function findTouched(outputs: OutputTables, target: string): Touched {
  const files: string[] = [];
  let known = 0;
  // Of many files, to normalise each path takes a tenth of the time.
  const folder = path.join(target, 'x').slice(0, -1);
  for (const year of outputs.years()) {
    for (const [file, record] of outputs.of(year).entries()) {
      known++;
      const stat = lstatSync(folder + file, { throwIfNoEntry: false });
      const now =
        stat === undefined
          ? null
          : formatOutput({ size: stat.size, modified: stat.mtimeMs, key: '' });
      if (now === null || !record.startsWith(now)) files.push(file);
    }
  }
  return { files, known };
}
