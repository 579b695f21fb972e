import type { Year } from '../dates/day.ts';
import { hashText } from '../read/hash.ts';
import type { SitePath } from '../urls/paths.ts';

/** A file as the last build left it, with its key. */
export interface LastFile {
  readonly key: string;
  readonly read: () => Buffer;
}

/** A text file of the site that is no page, before it is made. */
export interface SiteFile {
  readonly path: SitePath;
  /** Changes when the text changes. */
  readonly key: () => string;
  /** The year whose key (see `keysOfYears`) stands for this one too. */
  readonly year?: Year | null;
  /**
   * Its text, or that in UTF-8, in parts to be written one after the other, before another file is made.
   * @param last what may still be true of it; null where there is none, or it can't be trusted
   */
  readonly make: (last: LastFile | null) => string | readonly Uint8Array[];
}

/** A file whose text is made quickly enough to be its own key. */
export function smallFile(path: SitePath, text: string): SiteFile {
  return { path, key: () => hashText(text), make: () => text };
}
