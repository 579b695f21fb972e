import type { Site, SiteArticle } from '../model/site.ts';

/**
 * The site as the public knows it. A site that the development server loaded has drafts and embargoed
 * items too, and no export has them. Timelines of terms are left as they are: exports do not read them.
 */
export function toPublicSite(site: Site): Site {
  const isPublic = ({ visibility }: SiteArticle): boolean =>
    visibility === 'published' || visibility === 'canceled';
  if (site.articles.every(isPublic)) return site;
  return {
    ...site,
    articles: site.articles.filter(isPublic),
    days: site.days
      .map((day) => ({ ...day, articles: day.articles.filter(isPublic) }))
      .filter(({ briefing, articles }) => briefing !== null || articles.length > 0),
  };
}
