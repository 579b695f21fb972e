import { yearOf, type Year } from '../dates/day.ts';
import type { SiteArticle, Timeline, TimelineYear } from './site.ts';

/** Articles that have something in common, in the order in which they came. */
export interface ArticleGroup {
  readonly articles: SiteArticle[];
  readonly places: number[];
}

/** Groups articles, already newest first, by year. */
export function buildTimeline(group: ArticleGroup | undefined): Timeline {
  const { articles, places } = group ?? { articles: [], places: [] };
  const table = Int32Array.from(places);
  const years: TimelineYear[] = [];
  let start = 0;
  for (let first = articles[0]; first !== undefined; first = articles[start]) {
    const year = yearOf(first.day);
    const end = findEnd(articles, start, year);
    years.push({ year, articles: articles.slice(start, end), places: table.subarray(start, end) });
    start = end;
  }
  return {
    articles,
    places: table,
    years,
    firstDay: articles.at(-1)?.day ?? null,
    lastDay: articles[0]?.day ?? null,
  };
}

/** Where the articles of a year end, found without a look at each. */
function findEnd(articles: readonly SiteArticle[], start: number, year: Year): number {
  let low = start;
  let high = articles.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((articles[middle]?.day ?? '') >= year) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Collects articles by key, keeping their order.
 * @param tellKeys calls `add` with each key of an article
 */
export function groupArticles<Key>(
  articles: readonly SiteArticle[],
  tellKeys: (article: SiteArticle, add: (key: Key) => void) => void,
): ReadonlyMap<Key, ArticleGroup> {
  const groups = new Map<Key, ArticleGroup>();
  for (const article of articles) {
    tellKeys(article, (key) => {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { articles: [article], places: [article.place] });
      else {
        group.articles.push(article);
        group.places.push(article.place);
      }
    });
  }
  return groups;
}
