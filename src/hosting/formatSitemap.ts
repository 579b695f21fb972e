import { formatXml, optional, type XmlElement } from '../feeds/xml.ts';
import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import { compareText } from '../model/order.ts';
import type { Site } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { hashText } from '../read/hash.ts';
import { staticPath, type SitePath } from '../urls/paths.ts';
import type { PagePlan } from '../views/plan.ts';
import type { Views } from '../views/planViews.ts';
import { unlistedLayouts } from '../views/page.ts';

/** The most URLs that one sitemap may list (sitemaps.org). */
const maximumUrls = 50_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `sitemap.xml`; above 50,000 URLs an index of parts, which lie beside it. */
export function planSitemaps(site: Site, views: Views): readonly SiteFile[] {
  const { address } = site.config;
  const pages = views.pages.filter((page) => !unlistedLayouts.has(page.layout));
  const toFile = (path: SitePath, listed: readonly PagePlan[]): SiteFile => ({
    path,
    key: () => hashText(listed.map((page) => `${page.path} ${page.changed?.() ?? ''}`).join('\n')),
    make: () =>
      formatUrlSet(
        listed.map((page) => ({
          loc: toUrl(address, page.path),
          ...optional('lastmod', page.changed?.() ?? null),
        })),
      ),
  });
  if (pages.length <= maximumUrls) return [toFile(staticPath('sitemap.xml'), pages)];
  const parts = divide(pages).map(({ name, listed }) => toFile(staticPath(name), listed));
  const sitemap = parts.map((part) => ({ loc: toUrl(address, part.path) }));
  const index = formatXml('sitemapindex', { '@xmlns': namespace, sitemap });
  return [smallFile(staticPath('sitemap.xml'), index), ...parts];
}

/**
 * A part for each year of dated pages, so that a new item changes that of its year, and parts of what has
 * no date; all of them with at most 50,000 URLs.
 */
function divide(pages: readonly PagePlan[]): readonly { name: string; listed: PagePlan[] }[] {
  const groups = new Map<string, PagePlan[]>();
  for (const page of pages) {
    const year = page.path[5] === '/' ? (/^\/(\d{4})\//.exec(page.path)?.[1] ?? '') : '';
    const group = groups.get(year);
    if (group === undefined) groups.set(year, [page]);
    else group.push(page);
  }
  return Array.from(groups, ([year, listed]) => ({ year, listed }))
    .sort((a, b) => compareText(a.year, b.year))
    .flatMap(({ year, listed }) =>
      Array.from({ length: Math.ceil(listed.length / maximumUrls) }, (_, index) => {
        const number = year === '' || index > 0 ? `-${index + 1}` : '';
        return {
          name: `sitemap${year === '' ? '' : `-${year}`}${number}.xml`,
          listed: listed.slice(index * maximumUrls, (index + 1) * maximumUrls),
        };
      }),
    );
}

function formatUrlSet(url: readonly XmlElement[]): string {
  return formatXml('urlset', { '@xmlns': namespace, url });
}
