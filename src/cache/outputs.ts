import path from 'node:path';
import type { Year } from '../dates/day.ts';
import { listFolder } from './listFolder.ts';
import { CacheTable, type WarnOfCache } from './table.ts';

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

/**
 * The files of the output: `OutputRecord`, by `formatOutput`, by path in the output. Those that stand or
 * fall with a year have a table of their own, which is read when somebody asks for one of them.
 */
export class OutputTables {
  readonly folder: string;
  readonly #warn: WarnOfCache;
  readonly #open = new Map<Year | null, CacheTable>();

  constructor(folder: string, warn: WarnOfCache) {
    this.folder = folder;
    this.#warn = warn;
  }

  /** @param year null for the files of none */
  of(year: Year | null): CacheTable {
    let table = this.#open.get(year);
    if (table === undefined) {
      table = new CacheTable(path.join(this.folder, year ?? yearless), this.#warn);
      this.#open.set(year, table);
    }
    return table;
  }

  /** Every year of which there is a table, and null. */
  years(): ReadonlySet<Year | null> {
    const known = listFolder(this.folder).filter((name) => name !== yearless) as Year[];
    return new Set([null, ...known, ...this.#open.keys()]);
  }

  /** Writes the tables that were asked for and changed. */
  save(): void {
    for (const table of this.#open.values()) table.save();
  }
}
