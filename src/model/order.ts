import type { SiteArticle } from './site.ts';

/** Compares texts by code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts by a text in the order of a language, then by a second key in code units. */
export function sortByName<Item>(
  items: Iterable<Item>,
  language: string,
  nameOf: (item: Item) => string,
  idOf: (item: Item) => string,
): readonly Item[] {
  const collator = new Intl.Collator([language, 'en'], { sensitivity: 'base', numeric: true });
  return [...items].sort(
    (a, b) => collator.compare(nameOf(a), nameOf(b)) || compareText(idOf(a), idOf(b)),
  );
}

/**
 * The order within a day: the editor's lead, then urgency, then items with a time, latest first,
 * then the rest by id.
 */
export function sortDay(
  articles: readonly SiteArticle[],
  lead: readonly string[],
): readonly SiteArticle[] {
  const places = new Map(lead.map((id, index) => [id, index]));
  const placeOf = (article: SiteArticle): number => places.get(article.id) ?? lead.length;
  return [...articles].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      a.urgency - b.urgency ||
      compareTimes(a, b) ||
      compareText(a.id, b.id),
  );
}

function compareTimes(a: SiteArticle, b: SiteArticle): number {
  if (a.instant === null || b.instant === null) {
    return Number(a.instant === null) - Number(b.instant === null);
  }
  return b.instant.time - a.instant.time;
}
