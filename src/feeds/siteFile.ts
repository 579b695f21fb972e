import { hashText } from '../read/hash.ts';
import type { SitePath } from '../urls/paths.ts';

/** A text file of the site that is no page, before it is made. */
export interface SiteFile {
  readonly path: SitePath;
  /** Changes when the text changes. */
  readonly key: () => string;
  /** Its text, or that in UTF-8, in parts to be written one after the other. */
  readonly make: () => string | readonly Uint8Array[];
}

/** A file whose text is made quickly enough to be its own key. */
export function smallFile(path: SitePath, text: string): SiteFile {
  return { path, key: () => hashText(text), make: () => text };
}
