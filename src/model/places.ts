import type { Site, SiteArticle } from './site.ts';

/**
 * Makes something of each article once. An article has a place, by which a table is read several times
 * sooner than a map; the table is made whole, for one that grows from its end is a map itself.
 */
export function rememberArticles<Value>(
  { placeCount }: Pick<Site, 'placeCount'>,
  make: (article: SiteArticle) => Value,
): (article: SiteArticle) => Value {
  const made = Array.from<Value | undefined>({ length: placeCount });
  return (article) => (made[article.place] ??= make(article));
}
