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

/**
 * Makes a slug of a name, with its signs in words (`c-plus-plus`, `a-star`); null where the name has no letter
 * or digit, or is too long.
 * @param longest characters, beyond which the slug is cut, at a word where it has several; no name is
 * too long then
 */
export function toSlug(name: string, longest?: number): Slug | null {
  // Far more than can stay: a long text need not be folded whole.
  const read = longest === undefined ? name : name.slice(0, longestSlug * 5);
  const slug = slugText(read);
  return parseSlug(longest === undefined ? slug : cutSlug(slug, longest));
}

function cutSlug(slug: string, longest: number): string {
  let end = 0;
  let bytes = 0;
  for (const letter of slug.normalize('NFC').match(/\P{M}\p{M}*/gu) ?? []) {
    bytes += byteLength(letter);
    if (end + letter.length > longest || bytes > longestSlug) {
      const cut = slug.slice(0, end);
      const word = slug[end] === '-' ? end : cut.lastIndexOf('-');
      return word > 0 ? cut.slice(0, word) : cut;
    }
    end += letter.length;
  }
  return slug;
}
