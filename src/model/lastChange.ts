import { latest, type Instant } from '../dates/instant.ts';
import type { SiteArticle, SiteDay } from './site.ts';

/** When an article was last updated or corrected; null where it never was. */
export function changedAt({ updated, corrections }: SiteArticle): Instant | null {
  if (corrections.length === 0) return updated;
  const corrected = corrections.map(({ instant }) => instant);
  return latest(updated === null ? corrected : [updated, ...corrected]);
}

/**
 * When an article last changed in substance, as sitemaps want it (W3C date and time). Articles and days say
 * so in their content; a date for any other page would be a guess.
 */
export function lastChangeOf(article: SiteArticle): string {
  return changedAt(article)?.iso ?? article.instant?.iso ?? article.day;
}

/** The same of a day: the last change of its items and of the editor's words. */
export function lastChangeOfDay({ day, briefing, articles }: SiteDay): string {
  const changes: Instant[] = [];
  for (const article of articles) {
    const changed = changedAt(article) ?? article.instant;
    if (changed !== null) changes.push(changed);
  }
  for (const { instant } of briefing?.corrections ?? []) changes.push(instant);
  return latest(changes)?.iso ?? day;
}
