import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import type { Site } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { llmsPath, staticPath } from '../urls/paths.ts';
import type { Views } from '../views/planViews.ts';
import { formatHeaders, formatRedirects } from './hostRules.ts';
import { formatLlms } from './formatLlms.ts';
import { formatNewsSitemap } from './formatNewsSitemap.ts';
import { planSitemaps } from './formatSitemap.ts';

const sitemaps = ['sitemap.xml', 'news-sitemap.xml'];

/** What hosts and search engines read: sitemaps, llms.txt, robots.txt, _headers, _redirects. */
export function planHostingFiles(site: Site, views: Views): readonly SiteFile[] {
  const { address } = site.config;
  const robots = `User-agent: *\nAllow: /\n\n${sitemaps.map((file) => `Sitemap: ${toUrl(address, staticPath(file))}\n`).join('')}`;
  // A site may have its own.
  const hasLlms = site.assets.some(({ path }) => path === llmsPath);
  return [
    ...planSitemaps(site, views),
    smallFile(staticPath('news-sitemap.xml'), formatNewsSitemap(site)),
    ...(hasLlms ? [] : [smallFile(llmsPath, formatLlms(site, views))]),
    smallFile(staticPath('robots.txt'), robots),
    smallFile(staticPath('_headers'), formatHeaders(site.config)),
    smallFile(staticPath('_redirects'), formatRedirects(site)),
  ];
}
