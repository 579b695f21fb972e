import { yearOf, type Year } from '../dates/day.ts';
import { latest, type Instant } from '../dates/instant.ts';
import type { Site, SiteArticle, SiteDay } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { articlesPath, homePath, type SitePath } from '../urls/paths.ts';
import { hashParts } from '../views/viewKey.ts';
import { fillWords } from '../words/forms.ts';
import { languageOf } from '../words/language.ts';
import { toFeedExtension } from './datelineExtension.ts';
import { createEntries, publisherOf } from './entries.ts';
import type { Feed, FeedChain, FeedEntry } from './feed.ts';
import { articlesOf, chainMonths, daysOf, noChain, type FeedMonths } from './feedMonths.ts';
import { toFeedId } from './identity.ts';

/** A document of a feed that can be built. */
export interface FeedPlan {
  readonly path: SitePath;
  /** The page that says the same. */
  readonly page: SitePath;
  readonly title: string;
  /** Changes when anything changes that it says beside its entries. */
  readonly key: () => string;
  /** The year whose key stands for both of these: null where it does not. */
  readonly year: Year | null;
  /** The same for each of its entries, in their order. */
  readonly entryKeys: () => readonly string[];
  /** Whether its entries stand in other feeds too, so that their text is worth keeping. */
  readonly isShared: boolean;
  readonly build: () => Feed;
}

/** The feeds of a site, in groups as the OPML lists them. */
export interface FeedGroup {
  readonly title: string;
  readonly feeds: readonly FeedPlan[];
}

export interface FeedPlans {
  readonly groups: readonly FeedGroup[];
  /** The months of the site's own feeds. */
  readonly months: readonly FeedPlan[];
}

/** What a document of a feed is made from. */
interface FeedSource<Item> {
  readonly path: SitePath;
  /** The page that says the same; that at the path where it is left out. */
  readonly page?: SitePath;
  /** The path that the feed's id is made of, where the document is a part of a feed. */
  readonly partOf?: SitePath;
  readonly year?: Year | null;
  /** Null for the site's own feed. */
  readonly name: string | null;
  readonly description: string | null;
  readonly chain: FeedChain;
  readonly items: readonly Item[];
}

/** How entries are made of items. */
interface EntryMaker<Item> {
  readonly make: (item: Item, isKept: boolean) => FeedEntry;
  readonly key: (item: Item) => string;
  /** When the entry changed last. */
  readonly updated: (item: Item) => Instant;
}

const noInstant: Instant = { time: Date.UTC(2000, 0, 1), iso: '2000-01-01T00:00:00Z' };

/**
 * Plans the feeds of the site (one entry a briefing), of all articles, of each topic, actor and story, and
 * of the pairs of an actor and a topic. The first two can be read back month by month; the others have their newest items, and pages
 * by year. Feeds are made when they are asked for, so that not all of them are held at once.
 */
export function planFeedsOf(site: Site): FeedPlans {
  const { config } = site;
  const { pages, feeds: said } = languageOf(config.language).words;
  const entries = createEntries(site);
  const days: EntryMaker<SiteDay> = {
    make: entries.ofDay,
    key: entries.keyOfDay,
    updated: entries.updatedOfDay,
  };
  const articles: EntryMaker<SiteArticle> = {
    make: entries.ofArticle,
    key: entries.keyOfArticle,
    updated: entries.updatedOfArticle,
  };
  const newestDays = site.days.slice(-config.feed.items).toReversed();
  const newestArticles = site.articles.slice(0, config.feed.items);
  const dayMonths = monthsOf(site, homePath, daysOf, newestDays);
  const articleMonths = monthsOf(site, articlesPath, articlesOf, newestArticles);
  const { description } = config;
  const home = { path: homePath, name: null, description };
  const all = { path: articlesPath, name: pages.everyItem, description };
  const ofTerm = (
    path: SitePath,
    name: string,
    summary: string | null,
    items: readonly SiteArticle[],
    page = path,
  ): FeedPlan => {
    const newest = items.slice(0, config.feed.items);
    return planFeed(
      { path, page, name, description: summary, chain: noChain, items: newest },
      articles,
      site,
    );
  };
  return {
    groups: [
      {
        title: config.title,
        feeds: [
          planFeed({ ...home, chain: dayMonths.chain, items: newestDays }, days, site),
          planFeed({ ...all, chain: articleMonths.chain, items: newestArticles }, articles, site),
        ],
      },
      {
        title: pages.topics,
        feeds: Array.from(site.topics.values(), ({ topic, path, timeline }) =>
          ofTerm(path, topic.name, topic.summary, timeline.articles),
        ),
      },
      {
        title: pages.actors,
        feeds: Array.from(site.actors.values(), ({ actor, path, timeline }) =>
          ofTerm(path, actor.name, actor.summary, timeline.articles),
        ),
      },
      {
        title: said.pairs,
        feeds: site.pairs.map(({ actor, topic, path, articles: items }) => {
          const names = { actor: actor.actor.name, topic: topic.topic.name };
          return ofTerm(path, fillWords(said.pair, names), null, items, actor.path);
        }),
      },
      {
        title: pages.stories,
        feeds: Array.from(site.stories.values(), ({ story, path, timeline }) =>
          ofTerm(path, story.name, story.summary, timeline.articles),
        ),
      },
    ],
    months: [
      ...dayMonths.months.map((month) =>
        planFeed({ ...home, partOf: homePath, year: yearOf(month.id), ...month }, days, site),
      ),
      ...articleMonths.months.map((month) => {
        // The year's key knows nothing of the sizes of pictures.
        const year = month.items.some(({ image }) => image !== null) ? null : yearOf(month.id);
        return planFeed({ ...all, partOf: articlesPath, year, ...month }, articles, site);
      }),
    ],
  };
}

function monthsOf<Item>(
  { config, months }: Site,
  path: SitePath,
  itemsOf: (period: Site['months'][number]) => readonly Item[],
  newest: readonly Item[],
): FeedMonths<Item> {
  if (!config.feed.archives) return { chain: noChain, months: [] };
  const isNewest = new Set(newest);
  return chainMonths(path, months, itemsOf, (item) => isNewest.has(item));
}

function planFeed<Item>(source: FeedSource<Item>, maker: EntryMaker<Item>, site: Site): FeedPlan {
  const { path, page = path, partOf, year = null, name, chain, items } = source;
  const { config } = site;
  const title = name === null ? config.title : `${name} — ${config.title}`;
  const description = source.description ?? title;
  const isShared = partOf === undefined;
  return {
    path,
    page,
    title,
    isShared,
    year,
    key: () => hashParts(title, description, chain),
    entryKeys: () => items.map(maker.key),
    build: () => ({
      path,
      id: toFeedId(config.authority, partOf ?? path),
      title,
      description,
      url: toUrl(config.address, page),
      language: config.language,
      author: publisherOf(site),
      licence: config.licence,
      hub: isShared ? config.feed.hub : null,
      chain,
      extension: toFeedExtension(config),
      updated: latest(items.map(maker.updated)) ?? noInstant,
      entries: items.map((item) => once(() => maker.make(item, isShared))),
    }),
  };
}

/** Each format asks for the same entry. */
function once(make: () => FeedEntry): () => FeedEntry {
  let made: FeedEntry | null = null;
  return () => (made ??= make());
}
