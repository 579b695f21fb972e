import path from 'node:path';

/** What stands beside an output folder while it is published; on its file system, for renames. */
export interface Places {
  /** The output folder itself. */
  readonly target: string;
  /** The new and changed files. */
  readonly staging: string;
  /** Says what is still to be done once staging is complete. */
  readonly journal: string;
  /** Held while a build writes to the output. */
  readonly lock: string;
}

export function placesOf(target: string): Places {
  const beside = (suffix: string): string =>
    path.join(path.dirname(target), `.${path.basename(target)}.dateline-${suffix}`);
  return { target, staging: beside('new'), journal: beside('journal'), lock: beside('lock') };
}
