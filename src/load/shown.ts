import { visibilityOf, type SiteOptions } from '../model/buildSite.ts';
import { isAboveCeiling } from '../parse/article.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';

/** To whom a site is shown, and when. */
export type Audience = Pick<SiteOptions, 'now' | 'drafts'> & Pick<SiteConfig, 'tlpCeiling'>;

/** Whether the text of an article is for whoever is shown the site: only then the cache keeps it. */
export function isShown(
  article: Pick<ResolvedArticle, 'status' | 'embargoed' | 'tlp'>,
  audience: Audience,
): boolean {
  if (isAboveCeiling(article.tlp, audience.tlpCeiling)) return false;
  const visibility = visibilityOf(article, audience);
  return visibility !== null && visibility !== 'canceled';
}
