import type { SiteFile } from '../feeds/feedFiles.ts';
import type { Site } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { staticPath } from '../urls/paths.ts';
import type { Views } from '../views/planViews.ts';
import { formatHeaders, formatRedirects } from './hostRules.ts';
import { formatSitemaps } from './formatSitemap.ts';

/** What hosts and search engines read: sitemap, robots.txt, _headers, _redirects. */
export function* formatHostingFiles(site: Site, views: Views): Generator<SiteFile> {
  const { address } = site.config;
  yield* formatSitemaps(site, views);
  yield {
    path: staticPath('robots.txt'),
    text: `User-agent: *\nAllow: /\n\nSitemap: ${toUrl(address, staticPath('sitemap.xml'))}\n`,
  };
  yield { path: staticPath('_headers'), text: formatHeaders(address) };
  yield { path: staticPath('_redirects'), text: formatRedirects(site) };
}
