import { formatXml, optional, type XmlElement } from '../feeds/xml.ts';
import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import { groupBy } from '../model/groupBy.ts';
import { compareText } from '../model/order.ts';
import type { Site } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { hashText } from '../read/hash.ts';
import { staticPath, type SitePath } from '../urls/paths.ts';
import type { Year } from '../dates/day.ts';
import type { PageGroup, PagePlan } from '../views/plan.ts';
import type { Views } from '../views/planViews.ts';
import { unlistedLayouts } from '../views/page.ts';

/** The most URLs that one sitemap may list (sitemaps.org). */
const maximumUrls = 50_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** What a sitemap says of a page. */
interface Listed {
  readonly path: SitePath;
  readonly changed?: (() => string) | undefined;
}

/** Pages that are listed one after the other. */
interface Listing {
  /** The year in the path of every one; empty where they have none. */
  readonly year: string;
  readonly size: number;
  readonly pages: () => readonly Listed[];
}

/** `sitemap.xml`; above 50,000 URLs an index of parts, which lie beside it. */
export function planSitemaps(site: Site, views: Views): readonly SiteFile[] {
  const { address } = site.config;
  const listings = views.groups.flatMap(toListings);
  const toFile = ({ year, pages }: Listing, name: string): SiteFile => ({
    path: staticPath(name),
    key: () =>
      hashText(
        pages()
          .map((page) => `${page.path} ${page.changed?.() ?? ''}`)
          .join('\n'),
      ),
    year: year === '' ? null : (year as Year),
    make: () =>
      formatUrlSet(
        pages().map((page) => ({
          loc: toUrl(address, page.path),
          ...optional('lastmod', page.changed?.() ?? null),
        })),
      ),
  });
  const all = join('', listings);
  if (all.size <= maximumUrls) return [toFile(all, 'sitemap.xml')];
  const parts = divide(listings).map(({ name, listing }) => toFile(listing, name));
  const sitemap = parts.map((part) => ({ loc: toUrl(address, part.path) }));
  const index = formatXml('sitemapindex', { '@xmlns': namespace, sitemap });
  return [smallFile(staticPath('sitemap.xml'), index), ...parts];
}

/** The pages of a group that are listed. Those of days and items are not planned before they are asked for. */
function toListings({ year, layout, size, plans, paths }: PageGroup): readonly Listing[] {
  if (layout !== null && unlistedLayouts.has(layout)) return [];
  if (layout === 'day' || layout === 'article') return [{ year: year ?? '', size, pages: plans }];
  if (paths !== undefined) {
    return [{ year: '', size, pages: () => paths().map((path) => ({ path })) }];
  }
  const listed = plans().filter((plan) => !unlistedLayouts.has(plan.layout));
  return Array.from(groupBy(listed, yearOfPeriod), ([key, pages]) => ({
    year: key,
    size: pages.length,
    pages: () => pages,
  }));
}

/** Whether there is a period follows from the days of its year and the first one behind it: see `keysOfYears`. */
function yearOfPeriod({ layout, path }: PagePlan): string {
  return layout === 'period' ? path.slice(1, 5) : '';
}

/**
 * A part for each year of dated pages, so that a new item changes that of its year, and parts of what has
 * no date; all of them with at most 50,000 URLs.
 */
function divide(listings: readonly Listing[]): readonly { name: string; listing: Listing }[] {
  return Array.from(groupBy(listings, ({ year }) => year))
    .sort(([one], [other]) => compareText(one, other))
    .flatMap(([year, ofYear]) => {
      const { size, pages } = join(year, ofYear);
      return Array.from({ length: Math.ceil(size / maximumUrls) }, (_, index) => {
        const start = index * maximumUrls;
        const number = year === '' || index > 0 ? `-${index + 1}` : '';
        return {
          name: `sitemap${year === '' ? '' : `-${year}`}${number}.xml`,
          listing: {
            ...{ year, size: Math.min(size - start, maximumUrls) },
            pages: () => pages().slice(start, start + maximumUrls),
          },
        };
      });
    });
}

function join(year: string, listings: readonly Listing[]): Listing {
  let pages: readonly Listed[] | null = null;
  return {
    year,
    size: listings.reduce((sum, { size }) => sum + size, 0),
    pages: () => (pages ??= listings.flatMap((listing) => listing.pages())),
  };
}

function formatUrlSet(url: readonly XmlElement[]): string {
  return formatXml('urlset', { '@xmlns': namespace, url });
}
