/** Codings of what servers send (RFC 9110, section 8.4.1), as `precompress` of site.yaml names them. */
export const codings = ['gzip', 'br'] as const;
export type Coding = (typeof codings)[number];

const endings: Readonly<Record<Coding, string>> = { gzip: '.gz', br: '.br' };

/** Where servers look for the compressed copy of a file: beside it. */
export function compressedFile(file: string, coding: Coding): string {
  return file + endings[coding];
}

/** Whether a file, or a folder above it, is called as compressed copies are. */
export function hasCompressedName(file: string): boolean {
  return /\.(?:gz|br)(?:\/|$)/.test(file);
}

const texts = /\.(?:html|css|js|mjs|json|xml|svg|txt|opml|csv|ndjson|ics|graphml|webmanifest)$/;

/** Whether a file, by its name, is text. Pictures, fonts and search indexes are compressed as they are. */
export function isText(file: string): boolean {
  return texts.test(file);
}

/** The file that a server would send a file in place of, as its compressed copy; null where there is none. */
export function copiedFile(file: string): string | null {
  const source = Object.values(endings).find((ending) => file.endsWith(ending));
  const copied = source === undefined ? null : file.slice(0, -source.length);
  return copied !== null && isText(copied) ? copied : null;
}
