/** What each feed must say, worked out from the model by the contract's words and not by src/feeds. */
import type { Site, SiteArticle, SiteDay } from '../../src/model/site.ts';
import type { Slug } from '../../src/urls/slug.ts';

export interface ExpectedEntry {
  readonly id: string;
  /** Null where the title is made of the date alone. */
  readonly title: string | null;
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  readonly updated: number;
}

export interface ExpectedFeed {
  /** Below the output folder; ends in `/` or is empty. */
  readonly folder: string;
  /** The page that says the same, and whether that page names the feed. */
  readonly page: string;
  readonly isOfPage: boolean;
  readonly entries: readonly ExpectedEntry[];
}

/** @param offset that of the site's zone, `Z` or `+05:30`: the sites of these tests have one only */
export function expectFeeds(site: Site, siteUrl: string, offset: string): readonly ExpectedFeed[] {
  const toEntry = (article: SiteArticle): ExpectedEntry =>
    expectEntry(article, site, siteUrl, offset);
  const limit = site.config.feed.items;
  const newest = (articles: readonly SiteArticle[]): readonly ExpectedEntry[] =>
    articles.slice(0, limit).map(toEntry);
  const terms = [...site.topics.values(), ...site.actors.values(), ...site.stories.values()];
  const ofPage = (folder: string, entries: readonly ExpectedEntry[]): ExpectedFeed => ({
    folder,
    page: folder,
    isOfPage: true,
    entries,
  });
  return [
    ofPage(
      '',
      site.days
        .slice(-limit)
        .toReversed()
        .map((day) => expectBriefing(day, site, siteUrl, offset)),
    ),
    ofPage('articles/', newest(site.articles)),
    ...terms.map(({ path, timeline }) => ofPage(path.slice(1), newest(timeline.articles))),
    ...site.pairs.map(({ actor: { actor }, topic: { topic } }) => ({
      folder: `actors/${actor.id}/topics/${topic.id}/`,
      page: `actors/${actor.id}/`,
      isOfPage: false,
      entries: newest(
        site.articles.filter(
          (article) =>
            article.actors.some(({ id }) => id === actor.id) &&
            article.topics.some((id) => isWithin(id, topic.id, site)),
        ),
      ),
    })),
  ];
}

/** One month of the feed of the site (``) or of all items (`articles/`), newest first. */
export interface ExpectedMonth {
  readonly folder: string;
  readonly entries: readonly ExpectedEntry[];
}

/** The months that a feed ever had, oldest first. */
export function expectMonths(
  feed: '' | 'articles/',
  site: Site,
  siteUrl: string,
  offset: string,
): readonly ExpectedMonth[] {
  const months = new Map<string, ExpectedEntry[]>();
  for (const day of site.days.toReversed()) {
    const folder = `${feed}${day.day.slice(0, 7).replace('-', '/')}/`;
    const entries =
      feed === ''
        ? [expectBriefing(day, site, siteUrl, offset)]
        : day.articles.map((article) => expectEntry(article, site, siteUrl, offset));
    if (entries.length > 0) months.set(folder, [...(months.get(folder) ?? []), ...entries]);
  }
  return Array.from(months, ([folder, entries]) => ({ folder, entries })).reverse();
}

/** Whether a topic is another one, or narrower. */
function isWithin(id: string, wanted: string, site: Site): boolean {
  for (let at: string | null = id; at !== null;) {
    if (at === wanted) return true;
    at = site.topics.get(at as Slug)?.topic.broader ?? null;
  }
  return false;
}

function expectEntry(
  article: SiteArticle,
  site: Site,
  siteUrl: string,
  offset: string,
): ExpectedEntry {
  const { day, id, slug, title } = article;
  const published = article.instant?.time ?? startOf(day, offset);
  return {
    id: /^(?:tag:|urn:|http)/.test(id)
      ? id
      : `tag:${site.config.authority},${day}:${encodeURI(id)}`,
    title,
    link: `${siteUrl}${day.replaceAll('-', '/')}/${encodeURI(slug)}/`,
    published,
    updated: changeOf(article, published),
  };
}

function changeOf(article: SiteArticle, published: number): number {
  const corrections = article.corrections.map(({ instant }) => instant.time);
  return Math.max(published, article.updated?.time ?? 0, ...corrections);
}

function expectBriefing(
  { day, briefing, articles }: SiteDay,
  site: Site,
  siteUrl: string,
  offset: string,
): ExpectedEntry {
  const published = startOf(day, offset);
  const corrections = (briefing?.corrections ?? []).map(({ instant }) => instant.time);
  const changes = articles.map((article) =>
    changeOf(article, article.instant?.time ?? startOf(article.day, offset)),
  );
  return {
    id: `tag:${site.config.authority},${day}:briefing`,
    title: briefing?.title ?? null,
    link: `${siteUrl}${day.replaceAll('-', '/')}/`,
    published,
    updated: Math.max(published, ...corrections, ...changes),
  };
}

function startOf(day: string, offset: string): number {
  return Date.parse(`${day}T00:00:00${offset}`);
}
