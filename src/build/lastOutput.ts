/** What is known of the output as it was published. */
export interface LastOutput {
  /** The key of a file; null where there is no such file, or not as it was published. */
  readonly lastKey: (file: string) => string | null;
  /** The keys of years. */
  readonly lastYears: Readonly<Record<string, string>>;
  readonly lastFiles: () => Iterable<string>;
  /** The bytes of a file that has a key. */
  readonly lastBytes: (file: string) => Buffer;
}

/** A build that knows of none before it. */
export const nothingYet: LastOutput = {
  lastKey: () => null,
  lastYears: {},
  lastFiles: () => [],
  lastBytes: (file) => {
    throw new Error(`there is no ${file} yet`);
  },
};
