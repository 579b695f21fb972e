import { foldName } from '../../names/fold.ts';
import type { PageDocument, PageElement } from '../dom.ts';

/**
 * The element of the headline: one of headings that says what the page's title says, whole or in part, or else the only
 * `h1`, or that of the article. Null where none is sure.
 * @param titles what the page gives as its title, the best first
 */
export function findHeadline(
  document: PageDocument,
  titles: readonly string[],
): PageElement | null {
  const headings = [...document.querySelectorAll('h1, h2, [itemprop="headline"]')].slice(0, most);
  const folds = titles.map(foldName).filter((fold) => fold !== '');
  const texts = headings.map(foldOf);
  for (const fold of folds) {
    const found = texts.indexOf(fold);
    if (found >= 0) return headings[found] ?? null;
  }
  for (const fold of folds) {
    const found = texts.findIndex((text) => isMost(text, fold));
    if (found >= 0) return headings[found] ?? null;
  }
  const lines = [...document.querySelectorAll('p, div, td, h3, h4, h5, h6')].slice(0, mostLines);
  const line = lines.find(
    (each) => each.querySelector('p, div, table, br') === null && folds.includes(foldOf(each)),
  );
  if (line !== undefined) return line;
  const first = headings.filter((heading) => heading.localName === 'h1' && textOf(heading) !== '');
  const inArticle = first.filter((heading) => heading.closest('article, main') !== null);
  return (first.length === 1 ? first[0] : inArticle[0]) ?? null;
}

/** How many headings and other lines are looked at, and how many letters of each. */
const most = 200;
const mostLines = 400;
const longest = 500;

function foldOf(element: PageElement): string {
  return foldName(textOf(element).slice(0, longest));
}

/** Whether one text is the most of another. */
function isMost(text: string, other: string): boolean {
  const [short, long] = text.length < other.length ? [text, other] : [other, text];
  return short.length * 2 >= long.length && long.includes(short);
}

export function textOf(element: { readonly textContent: string | null }): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
