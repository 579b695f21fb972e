import { yearOf } from '../dates/day.ts';
import type { SiteArticle, Timeline, TimelineYear } from './site.ts';

/** Groups articles, already newest first, by year. */
export function buildTimeline(articles: readonly SiteArticle[]): Timeline {
  const years: TimelineYear[] = [];
  let start = 0;
  for (let index = 1; index <= articles.length; index++) {
    const first = articles[start];
    const next = articles[index];
    if (first === undefined) continue;
    const year = yearOf(first.day);
    if (next?.day.startsWith(year) === true) continue;
    years.push({ year, articles: articles.slice(start, index) });
    start = index;
  }
  return {
    articles,
    years,
    firstDay: articles.at(-1)?.day ?? null,
    lastDay: articles[0]?.day ?? null,
  };
}

/** Collects articles by key, keeping their order. */
export function groupArticles<Key>(
  articles: readonly SiteArticle[],
  keysOf: (article: SiteArticle) => Iterable<Key>,
): Map<Key, SiteArticle[]> {
  const groups = new Map<Key, SiteArticle[]>();
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [article]);
      else group.push(article);
    }
  }
  return groups;
}
