import { latest, type Instant } from '../dates/instant.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { articlesPath, homePath, type SitePath } from '../urls/paths.ts';
import { hashParts } from '../views/viewKey.ts';
import { languageOf } from '../words/language.ts';
import { createEntries, publisherOf } from './entries.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { toFeedId } from './identity.ts';

/** A feed that can be built. */
export interface FeedPlan {
  readonly path: SitePath;
  readonly title: string;
  /** Changes when anything that the feed says changes. */
  readonly key: () => string;
  readonly build: () => Feed;
}

/** The feeds of a site, in groups as the OPML lists them. */
export interface FeedGroup {
  readonly title: string;
  readonly feeds: readonly FeedPlan[];
}

const noInstant: Instant = { time: 0, iso: '1970-01-01T00:00:00Z' };

/**
 * Plans the feeds of the site (one entry a briefing), of all articles, and of each topic, actor and
 * story. Feeds are made when they are asked for, so that not all of them are held at once.
 */
export function planFeedGroups(site: Site): readonly FeedGroup[] {
  const { config } = site;
  const { pages } = languageOf(config.language).words;
  const entries = createEntries(site);
  const toPlan = (
    path: SitePath,
    name: string | null,
    description: string | null,
    key: () => unknown,
    makeEntries: () => readonly FeedEntry[],
  ): FeedPlan => {
    const title = name === null ? config.title : `${name} — ${config.title}`;
    const build = (): Feed => {
      const made = makeEntries();
      return {
        path,
        id: toFeedId(config.authority, path),
        title,
        description: description ?? title,
        url: toUrl(config.address, path),
        language: config.language,
        author: publisherOf(site),
        licence: config.licence,
        updated: latest(made.map((entry) => entry.updated)) ?? noInstant,
        entries: made,
      };
    };
    let made: string | null = null;
    return { path, title, key: () => (made ??= hashParts(title, description, key())), build };
  };
  const ofArticles = (
    path: SitePath,
    name: string,
    description: string | null,
    articles: readonly SiteArticle[],
  ): FeedPlan => {
    const newest = articles.slice(0, config.feed.items);
    const key = (): unknown => newest.map(entries.keyOfArticle);
    return toPlan(path, name, description, key, () => newest.map(entries.ofArticle));
  };
  const days = site.days.slice(-config.feed.items).toReversed();
  const daysKey = (): unknown => days.map(entries.keyOfDay);
  return [
    {
      title: config.title,
      feeds: [
        toPlan(homePath, null, config.description, daysKey, () => days.map(entries.ofDay)),
        ofArticles(articlesPath, pages.everyItem, config.description, site.articles),
      ],
    },
    {
      title: pages.topics,
      feeds: Array.from(site.topics.values(), ({ topic, path, timeline }) =>
        ofArticles(path, topic.name, topic.summary, timeline.articles),
      ),
    },
    {
      title: pages.actors,
      feeds: Array.from(site.actors.values(), ({ actor, path, timeline }) =>
        ofArticles(path, actor.name, actor.summary, timeline.articles),
      ),
    },
    {
      title: pages.stories,
      feeds: Array.from(site.stories.values(), ({ story, path, timeline }) =>
        ofArticles(path, story.name, story.summary, timeline.articles),
      ),
    },
  ];
}
