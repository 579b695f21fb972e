import { findAgency } from '../agencies.ts';
import type { PageDocument } from '../dom.ts';
import { certain, guessed, type Marked } from '../marked.ts';
import type { Byline } from '../parseByline.ts';
import { markOf } from './marks.ts';
import { namesIn, type PageData } from './pageData.ts';
import { isAuthorName, readByline } from './readByline.ts';

/** Who wrote a report, and names beside them that are no persons. */
export interface PageAuthors extends Byline {
  readonly leftOut: readonly string[];
}

/** Authors that the JSON-LD of a page names; agencies among them are sources. */
export function statedAuthors({ article }: PageData): PageAuthors {
  const authors: Marked<string>[] = [];
  const sources: string[] = [];
  const leftOut: string[] = [];
  for (const name of namesIn(article?.['author'])) {
    if (isAuthorName(name)) authors.push(certain(name));
    else if (findAgency(name) !== null) sources.push(name);
    else if (!/^https?:/.test(name)) leftOut.push(`author: ${name}`);
  }
  return { authors, sources, leftOut };
}

/** `meta` elements that name authors. */
const authorMeta =
  /^(?:(?:article|parsely|sailthru|dc|dcterms|citation|og|shareaholic:article)[.:_-])*(?:authors?|creator|byl|author_name|author\.name)$/;

/** Authors of `meta` elements, which pages also use for the site or for who keeps it. */
export function metaAuthors({ metas }: PageData): readonly Marked<string>[] {
  const values = metas.filter(
    ({ name, content }) => authorMeta.test(name) && !/^https?:/.test(content),
  );
  return values.flatMap(({ content }) =>
    (readByline(content)?.authors ?? []).map(({ value }) => guessed(value, 'by the by-line')),
  );
}

/** Lists of other reports, and what is said of a person. */
const others =
  'nav, aside, li, form, [class*="related"], [class*="comment"], [class*="bio"], [class*="recommend"], [class*="teaser"]';
/** How many elements are looked at. */
const most = 400;

/** Authors of elements of the article that are marked as a by-line, wherever they stand. */
export function markedAuthors(document: PageDocument): readonly Marked<string>[] {
  const root = document.querySelector('article, main, [role="main"]') ?? document.body;
  const found = new Map<string, Marked<string>>();
  for (const element of [...root.querySelectorAll('[rel], [itemprop], [class]')].slice(0, most)) {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text.length > 140 || markOf(element) !== 'byline' || element.closest(others) !== null)
      continue;
    for (const { value } of readByline(text)?.authors ?? [])
      found.set(value, guessed(value, 'an element of the page that is marked as a by-line'));
  }
  return [...found.values()];
}
