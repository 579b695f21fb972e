import type { PageElement } from '../dom.ts';

/** What an element is by its tag, its class and the like. */
export type Mark = 'published' | 'updated' | 'stamp' | 'byline';

/** Where pages write what an element is; tests and style sheets find it by the same words. */
const attributes = [
  'class',
  'id',
  'itemprop',
  'rel',
  'property',
  'data-testid',
  'data-test',
  'data-qa',
  'data-component',
  'data-type',
  'data-name',
  'data-module',
  'data-field',
];

const published =
  /^(?:(?:date)?publi(?:sh(?:ed)?|cation|cado|cada|é|e)(?:date|time|at|on)?|pub(?:date|time)?|postedon|posted)$/;
const updated =
  /^(?:(?:date)?(?:updated?|modified|modification|revised|lastmod)(?:date|time|at|on)?|changed)$/;
const stamp =
  /^(?:(?:post|entry|article|story|news|meta|page)?(?:dates?|datetime|timestamp|datestamp|datum|fecha|tarih|created|datecreated)|time|dateline|datelines|stamp)$/;
const byline =
  /^(?:by|bylines?|(?:post|entry|article|story)?authors?|writers?|writtenby|reporters?|journalists?|contributors?|autor|auteur|autore)$/;
/** Parts of a by-line that are not the name, and blocks about a person. */
const beside =
  /^(?:bio|biography|avatar|image|img|photo|picture|social|follow|email|description|about|box|card|title|role|job)$/;

/** What an element is marked as; null where nothing tells, or it is several things. */
export function markOf(element: PageElement): Mark | null {
  const words = wordsOf(element);
  const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  const isByline = has(byline) && !has(beside);
  const isStamp = element.localName === 'time' || has(stamp);
  const isPublished = has(published) || element.getAttribute('pubdate') !== null;
  const isUpdated = has(updated);
  if (isByline) return isStamp || isPublished || isUpdated ? null : 'byline';
  // WordPress has "published updated" on one that was never changed.
  if (isPublished) return 'published';
  if (isUpdated) return 'updated';
  return isStamp ? 'stamp' : null;
}

/** `entry-date`, `datePublished` and `story__timestamp` as words in small letters, joined ones beside them. */
function wordsOf(element: PageElement): readonly string[] {
  return attributes.flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    if (value === '' || value.length > longestAttribute) return [];
    return value.split(/\s+/).flatMap((token) => {
      const words = token
        .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-')
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter((word) => word !== '');
      return [...words, ...(words.length > 1 ? [words.join('')] : [])];
    });
  });
}

const longestAttribute = 300;
