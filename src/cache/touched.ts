import { lstatSync } from 'node:fs';
import path from 'node:path';
import { WorkerPool } from '../workers/pool.ts';
import { formatOutput } from './cache.ts';
import { CacheTable } from './table.ts';

/** Where the table of the output's files lies, and the output. */
export interface TouchedJob {
  readonly table: string;
  readonly target: string;
}

/** From this many files on, a thread looks while the main thread looks through the content. */
const threadFrom = 5000;

/** The output's files that are not, by size and modification time, as they were published. */
export async function searchTouched(
  outputs: CacheTable,
  target: string,
): Promise<ReadonlySet<string>> {
  if (outputs.size < threadFrom) return new Set(findTouched(outputs, target));
  const entry = new URL('./touchedWorker.js', import.meta.url);
  const pool = new WorkerPool<TouchedJob, readonly string[]>(entry, null, 1);
  try {
    return new Set(await pool.run({ table: outputs.folder, target }));
  } finally {
    await pool.close();
  }
}

/** The same as a thread does it, with a table of its own; what is damaged has been told already. */
export function findTouchedOf({ table, target }: TouchedJob): readonly string[] {
  return findTouched(new CacheTable(table, () => undefined), target);
}

function findTouched(outputs: CacheTable, target: string): readonly string[] {
  const touched: string[] = [];
  // Of many files, to normalise each path takes a tenth of the time.
  const folder = path.join(target, 'x').slice(0, -1);
  for (const [file, record] of outputs.entries()) {
    const stat = lstatSync(folder + file, { throwIfNoEntry: false });
    const now =
      stat === undefined
        ? null
        : formatOutput({ size: stat.size, modified: stat.mtimeMs, key: '' });
    if (now === null || !record.startsWith(now)) touched.push(file);
  }
  return touched;
}
