import type { Site, SiteArticle } from './site.ts';

type Articles = Pick<Site, 'articles' | 'canceled'>;

/** The length of a table of all articles by place: a site without its drafts has places that nobody has. */
export function countPlaces({ articles, canceled }: Articles): number {
  let size = 0;
  for (const list of [articles, canceled]) {
    for (const { place } of list) if (place >= size) size = place + 1;
  }
  return size;
}

/**
 * Makes something of each article once. An article has a place, by which a table is read several times
 * sooner than a map; the table is made whole, for one that grows from its end is a map itself.
 */
export function rememberArticles<Value>(
  site: Articles,
  make: (article: SiteArticle) => Value,
): (article: SiteArticle) => Value {
  const made = Array.from<Value | undefined>({ length: countPlaces(site) });
  return (article) => (made[article.place] ??= make(article));
}
