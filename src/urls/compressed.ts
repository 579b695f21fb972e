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
