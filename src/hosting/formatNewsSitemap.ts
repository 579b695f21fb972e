import { addDays } from '../dates/day.ts';
import { formatXml } from '../feeds/xml.ts';
import type { Site } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';

/** The days that a news sitemap covers, and the most URLs that it may list (Google News). */
const newsDays = 2;
const maximumNews = 1000;

/** `news-sitemap.xml`: the items of the newest two days, counted from the newest item. */
export function formatNewsSitemap({ config, articles }: Site): string {
  const newest = articles[0]?.day;
  const since = newest === undefined ? '' : addDays(newest, 1 - newsDays);
  const recent = articles.slice(0, maximumNews).filter(({ day }) => day >= since);
  const url = recent.map(({ path, title, day, instant, lang }) => ({
    loc: toUrl(config.address, path),
    'news:news': {
      'news:publication': {
        'news:name': config.title,
        'news:language': lang.split('-')[0] ?? lang,
      },
      'news:publication_date': instant?.iso ?? day,
      'news:title': title,
    },
  }));
  return formatXml('urlset', {
    '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
    '@xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
    ...(url.length === 0 ? {} : { url }),
  });
}
