import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import type { Site } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { staticPath } from '../urls/paths.ts';
import type { Views } from '../views/planViews.ts';
import { formatHeaders, formatRedirects } from './hostRules.ts';
import { planSitemaps } from './formatSitemap.ts';

/** What hosts and search engines read: sitemap, robots.txt, _headers, _redirects. */
export function planHostingFiles(site: Site, views: Views): readonly SiteFile[] {
  const { address } = site.config;
  const robots = `User-agent: *\nAllow: /\n\nSitemap: ${toUrl(address, staticPath('sitemap.xml'))}\n`;
  return [
    ...planSitemaps(site, views),
    smallFile(staticPath('robots.txt'), robots),
    smallFile(staticPath('_headers'), formatHeaders(site.config)),
    smallFile(staticPath('_redirects'), formatRedirects(site)),
  ];
}
