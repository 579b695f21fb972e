import { foldName } from '../names/fold.ts';

/** Lower-case letters and digits of any script, NFC, joined by single hyphens. */
export type Slug = string & { readonly brand: 'Slug' };

const slugPattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u;

export function parseSlug(text: string): Slug | null {
  const normal = text.normalize('NFC');
  if (normal !== normal.toLowerCase() || !slugPattern.test(normal)) return null;
  return normal as Slug;
}

/** Makes a slug of a name; null where the name has no letter or digit. */
export function toSlug(name: string): Slug | null {
  return parseSlug(foldName(name).replaceAll(' ', '-'));
}
