import path from 'node:path';
import type { Year } from '../dates/day.ts';
import { CacheTable, emptyTable, type TableDigest, type WarnOfCache } from './table.ts';

/** A file of the output, as it was published. */
export interface OutputRecord {
  readonly size: number;
  readonly modified: number;
  readonly key: string;
}

export function formatOutput({ size, modified, key }: OutputRecord): string {
  return `${size} ${modified} ${key}`;
}

export function keyOfOutput(record: string): string {
  return record.slice(record.indexOf(' ', record.indexOf(' ') + 1) + 1);
}

/** The folder of the files of no year. */
const yearless = 'other';

/** The digests of the tables of the output, by year, or `other`. */
export type OutputDigests = Readonly<Record<string, TableDigest>>;

/**
 * The files of the output: `OutputRecord`, by `formatOutput`, by path in the output. Those that stand or
 * fall with a year have a table of their own, which is read when somebody asks for one of them.
 */
export class OutputTables {
  readonly folder: string;
  readonly #last: OutputDigests;
  readonly #warn: WarnOfCache;
  readonly #open = new Map<Year | null, CacheTable>();

  /** @param last the digests of the tables when they were saved */
  constructor(folder: string, last: OutputDigests, warn: WarnOfCache) {
    this.folder = folder;
    this.#last = last;
    this.#warn = warn;
  }

  /** @param year null for the files of none */
  of(year: Year | null): CacheTable {
    let table = this.#open.get(year);
    if (table === undefined) {
      const name = year ?? yearless;
      table = new CacheTable(
        path.join(this.folder, name),
        this.#last[name] ?? emptyTable,
        this.#warn,
      );
      this.#open.set(year, table);
    }
    return table;
  }

  /** Every year of which there is a table, and null. */
  years(): ReadonlySet<Year | null> {
    const known = Object.keys(this.#last).filter((name) => name !== yearless) as Year[];
    return new Set([null, ...known, ...this.#open.keys()]);
  }

  /** The digests of all tables, as they were saved last. */
  get digests(): OutputDigests {
    const digests: Record<string, TableDigest> = { ...this.#last };
    for (const [year, { digest }] of this.#open) digests[year ?? yearless] = digest;
    return Object.fromEntries(
      Object.entries(digests).filter(([, digest]) => digest !== emptyTable),
    );
  }

  /** Writes the tables that were asked for and changed. */
  save(): void {
    for (const table of this.#open.values()) table.save();
  }
}
