import { slugText } from '../names/slugText.ts';

/** UTF-8 bytes. A slug names a folder, and file systems take 255. */
const longestSlug = 200;

/** Lower-case letters and digits of any script, NFC, joined by single hyphens. */
export type Slug = string & { readonly brand: 'Slug' };

const slugPattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u;

export function parseSlug(text: string): Slug | null {
  const normal = text.normalize('NFC');
  if (normal !== normal.toLowerCase() || !slugPattern.test(normal)) return null;
  if (byteLength(normal) > longestSlug) return null;
  return normal as Slug;
}

export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** Makes a slug of a name, with its signs in words (`c-plus-plus`, `a-star`); null where the name has no letter or digit, or is too long. */
export function toSlug(name: string): Slug | null {
  return parseSlug(slugText(name));
}
