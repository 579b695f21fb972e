import type { YearRecord } from '../cache/cache.ts';
import type { Year } from '../dates/day.ts';

/** What is known of the years of a site. */
export interface LastYears {
  readonly years: Readonly<Record<Year, YearRecord>>;
  /** See `LastYearKeys`. */
  readonly touched: Year | null;
  /** Whether the files of the output are as they were published: of a year that is the same none is looked at. */
  readonly isIntact: boolean;
}

/** What is known of the output as it was published. */
export interface LastOutput {
  /** The key of a file of a year, or of none; null where there is no such file, or not as it was published. */
  readonly lastKey: (file: string, year: Year | null) => string | null;
  readonly lastYears: LastYears;
  /** Those of no year. */
  readonly lastFiles: () => Iterable<string>;
  /** The bytes of a file that has a key. */
  readonly lastBytes: (file: string) => Buffer;
}

/** A build that knows of none before it. */
export const nothingYet: LastOutput = {
  lastKey: () => null,
  lastYears: { years: {}, touched: null, isIntact: false },
  lastFiles: () => [],
  lastBytes: (file) => {
    throw new Error(`there is no ${file} yet`);
  },
};
