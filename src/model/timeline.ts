import { yearOf, type Year } from '../dates/day.ts';
import type { SiteArticle, Timeline, TimelineYear } from './site.ts';

/** Groups articles, already newest first, by year. */
export function buildTimeline(articles: readonly SiteArticle[]): Timeline {
  const years: TimelineYear[] = [];
  let start = 0;
  for (let first = articles[0]; first !== undefined; first = articles[start]) {
    const year = yearOf(first.day);
    const end = findEnd(articles, start, year);
    years.push({ year, articles: articles.slice(start, end) });
    start = end;
  }
  return {
    articles,
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
): Map<Key, SiteArticle[]> {
  const groups = new Map<Key, SiteArticle[]>();
  for (const article of articles) {
    tellKeys(article, (key) => {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [article]);
      else group.push(article);
    });
  }
  return groups;
}
