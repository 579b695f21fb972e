import { formatXml, optional, type XmlElement } from '../feeds/xml.ts';
import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import type { Site } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { hashText } from '../read/hash.ts';
import { staticPath, type SitePath } from '../urls/paths.ts';
import { findLastChanges } from './lastChange.ts';
import type { Views } from '../views/planViews.ts';
import { unlistedLayouts } from '../views/page.ts';

/** The most URLs that one sitemap may list (sitemaps.org). */
const maximumUrls = 50_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `sitemap.xml`; above 50,000 URLs an index, with the parts beside it. */
export function planSitemaps(site: Site, views: Views): readonly SiteFile[] {
  const { address } = site.config;
  const paths = views.pages
    .filter((page) => !unlistedLayouts.has(page.layout))
    .map((page) => page.path);
  const changes = findLastChanges(site);
  const toFile = (path: SitePath, listed: readonly SitePath[]): SiteFile => ({
    path,
    key: () => hashText(listed.map((each) => `${each} ${changes.get(each) ?? ''}`).join('\n')),
    make: () =>
      formatUrlSet(
        listed.map((each) => ({
          loc: toUrl(address, each),
          ...optional('lastmod', changes.get(each) ?? null),
        })),
      ),
  });
  if (paths.length <= maximumUrls) return [toFile(staticPath('sitemap.xml'), paths)];
  const parts: SiteFile[] = [];
  for (let start = 0; start < paths.length; start += maximumUrls) {
    const path = staticPath(`sitemap-${start / maximumUrls + 1}.xml`);
    parts.push(toFile(path, paths.slice(start, start + maximumUrls)));
  }
  const sitemap = parts.map((part) => ({ loc: toUrl(address, part.path) }));
  const index = formatXml('sitemapindex', { '@xmlns': namespace, sitemap });
  return [smallFile(staticPath('sitemap.xml'), index), ...parts];
}

function formatUrlSet(url: readonly XmlElement[]): string {
  return formatXml('urlset', { '@xmlns': namespace, url });
}
