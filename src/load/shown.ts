import { visibilityOf, type SiteOptions } from '../model/buildSite.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';

/** The clock, and whether drafts are shown. */
export type Moment = Pick<SiteOptions, 'now' | 'drafts'>;

/** Whether the text of an article is for whoever is shown the site: only then the cache keeps it. */
export function isShown(
  article: Pick<ResolvedArticle, 'status' | 'embargoed'>,
  moment: Moment,
): boolean {
  const visibility = visibilityOf(article, moment);
  return visibility !== null && visibility !== 'canceled';
}
