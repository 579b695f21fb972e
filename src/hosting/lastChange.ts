import { latest } from '../dates/instant.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import type { SitePath } from '../urls/paths.ts';

/**
 * When pages last changed in substance, as sitemaps want it (W3C date and time): articles and days, of
 * which the content says so. A date for any other page would be a guess.
 */
export function findLastChanges({ articles, days }: Site): ReadonlyMap<SitePath, string> {
  const changes = new Map<SitePath, string>();
  for (const article of articles) {
    const changed = changeOf(article);
    changes.set(article.path, changed?.iso ?? article.instant?.iso ?? article.day);
  }
  for (const { path, day, briefing, articles: items } of days) {
    const changed = latest([
      ...items.flatMap((article) => changeOf(article) ?? article.instant ?? []),
      ...(briefing?.corrections ?? []).map(({ instant }) => instant),
    ]);
    changes.set(path, changed?.iso ?? day);
  }
  return changes;
}

function changeOf({ updated, corrections }: SiteArticle): ReturnType<typeof latest> {
  return latest([
    ...(updated === null ? [] : [updated]),
    ...corrections.map(({ instant }) => instant),
  ]);
}
