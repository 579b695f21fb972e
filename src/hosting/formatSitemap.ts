import { formatXml } from '../feeds/xml.ts';
import type { SiteFile } from '../feeds/feedFiles.ts';
import type { Site } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { staticPath } from '../urls/paths.ts';
import type { Views } from '../views/planViews.ts';
import { unlistedLayouts } from '../views/page.ts';

/** The most URLs that one sitemap may list (sitemaps.org). */
const maximumUrls = 50_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `sitemap.xml`; above 50,000 URLs an index, with the parts beside it. */
export function* formatSitemaps(site: Site, views: Views): Generator<SiteFile> {
  const urls = views.pages
    .filter((page) => !unlistedLayouts.has(page.layout))
    .map((page) => toUrl(site.config.address, page.path));
  if (urls.length <= maximumUrls) {
    yield { path: staticPath('sitemap.xml'), text: formatUrlSet(urls) };
    return;
  }
  const parts = [];
  for (let start = 0; start < urls.length; start += maximumUrls) {
    const path = staticPath(`sitemap-${start / maximumUrls + 1}.xml`);
    yield { path, text: formatUrlSet(urls.slice(start, start + maximumUrls)) };
    parts.push({ loc: toUrl(site.config.address, path) });
  }
  yield {
    path: staticPath('sitemap.xml'),
    text: formatXml('sitemapindex', { '@xmlns': namespace, sitemap: parts }),
  };
}

function formatUrlSet(urls: readonly string[]): string {
  return formatXml('urlset', { '@xmlns': namespace, url: urls.map((loc) => ({ loc })) });
}
