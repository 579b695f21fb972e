import { latest, startOfDay, type Instant } from '../dates/instant.ts';
import type { SiteArticle } from '../model/site.ts';

/** When an item was published: its moment, or else the start of its day. */
export function publishedAt({ instant, day }: SiteArticle, zone: string): Instant {
  return instant ?? startOfDay(day, zone);
}

/** When an item last changed; never before it was published. */
export function changedAt(article: SiteArticle, zone: string): Instant {
  const published = publishedAt(article, zone);
  const corrected = article.corrections.map(({ instant }) => instant);
  return (
    latest([published, ...(article.updated ? [article.updated] : []), ...corrected]) ?? published
  );
}

/** RFC 3339 in UTC with milliseconds. */
export function toUtc({ time }: Instant): string {
  return new Date(time).toISOString();
}
