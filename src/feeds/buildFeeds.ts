import { createDateWords, type DateWords } from '../dates/format.ts';
import { inZone, latest, startOfDay, type Instant } from '../dates/instant.ts';
import type { Site, SiteArticle, SiteDay } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { articlesPath, homePath, termsPath, type SitePath } from '../urls/paths.ts';
import { formatArticleHtml, formatBriefingHtml, wholeUrl } from './entryHtml.ts';
import type { Feed, FeedAuthor, FeedCategory, FeedEntry } from './feed.ts';
import { toEntryId, toFeedId } from './identity.ts';

/** The feeds of a site, in groups as the OPML lists them. */
export interface FeedGroup {
  readonly title: string;
  readonly feeds: Iterable<Feed>;
}

const noInstant: Instant = { time: 0, iso: '1970-01-01T00:00:00Z' };

/**
 * Builds the feeds of the site (one entry a briefing), of all articles, and of each topic, actor and
 * story. Feeds are made as they are asked for, so that not all of them are held at once.
 */
export function buildFeedGroups(site: Site): readonly FeedGroup[] {
  const { config } = site;
  const dates = createDateWords(config.language);
  const entryOf = rememberEntries(site, dates);
  const author: FeedAuthor = {
    name: config.publisher?.name ?? config.title,
    url: config.publisher?.url ?? null,
  };
  const toFeed = (
    path: SitePath,
    name: string | null,
    description: string | null,
    entries: readonly FeedEntry[],
  ): Feed => {
    const title = name === null ? config.title : `${name} — ${config.title}`;
    return {
      path,
      id: toFeedId(config.authority, path),
      title,
      description: description ?? title,
      url: toUrl(config.address, path),
      language: config.language,
      author,
      licence: config.licence,
      updated: latest(entries.map((entry) => entry.updated)) ?? noInstant,
      entries,
    };
  };
  const newest = (articles: readonly SiteArticle[]): readonly FeedEntry[] =>
    articles.slice(0, config.feed.items).map(entryOf);
  return [
    {
      title: config.title,
      feeds: lazily(function* () {
        const days = site.days.slice(-config.feed.items).toReversed();
        const briefings = days.map((day) => toBriefingEntry(day, site, author, dates));
        yield toFeed(homePath, null, config.description, briefings);
        yield toFeed(articlesPath, 'Every item', config.description, newest(site.articles));
      }),
    },
    {
      title: 'Topics',
      feeds: lazily(function* () {
        for (const { topic, path, timeline } of site.topics.values()) {
          yield toFeed(path, topic.name, topic.summary, newest(timeline.articles));
        }
      }),
    },
    {
      title: 'Actors',
      feeds: lazily(function* () {
        for (const { actor, path, timeline } of site.actors.values()) {
          yield toFeed(path, actor.name, actor.summary, newest(timeline.articles));
        }
      }),
    },
    {
      title: 'Stories',
      feeds: lazily(function* () {
        for (const { story, path, timeline } of site.stories.values()) {
          yield toFeed(path, story.name, story.summary, newest(timeline.articles));
        }
      }),
    },
  ];
}

function lazily<Item>(generate: () => Generator<Item>): Iterable<Item> {
  return { [Symbol.iterator]: generate };
}

/** An article stands in many feeds; its entry is made once. */
function rememberEntries(site: Site, dates: DateWords): (article: SiteArticle) => FeedEntry {
  const entries = new Map<string, FeedEntry>();
  return (article) => {
    let entry = entries.get(article.file);
    if (entry === undefined) {
      entry = toArticleEntry(article, site, dates);
      entries.set(article.file, entry);
    }
    return entry;
  };
}

function toArticleEntry(article: SiteArticle, site: Site, dates: DateWords): FeedEntry {
  const { config } = site;
  const { address, zone } = config;
  const published = article.instant ?? startOfDay(article.day, zone);
  return {
    id: toEntryId(config.authority, article.day, article.id),
    title: article.title,
    url: toUrl(address, article.path),
    published,
    updated: inZone(latest(changesOf(article, published)) ?? published, zone),
    authors: article.authors,
    categories: toCategories(article, site),
    summary: article.summary ?? (article.body.firstParagraph || null),
    html: config.feed.content === 'full' ? formatArticleHtml(article, address, dates) : null,
    language: article.lang,
    image: article.image && wholeUrl(article.image.src, address),
  };
}

function changesOf(article: SiteArticle, published: Instant): readonly Instant[] {
  return [
    published,
    ...(article.updated === null ? [] : [article.updated]),
    ...article.corrections.map((correction) => correction.instant),
  ];
}

function toCategories(
  article: SiteArticle,
  { config, topics, actors }: Site,
): readonly FeedCategory[] {
  const topicScheme = toUrl(config.address, termsPath('topics'));
  const actorScheme = toUrl(config.address, termsPath('actors'));
  return [
    ...article.topics.map((id) => ({
      term: id,
      scheme: topicScheme,
      label: topics.get(id)?.topic.name ?? id,
    })),
    ...article.actors.map(({ id }) => ({
      term: id,
      scheme: actorScheme,
      label: actors.get(id)?.actor.name ?? id,
    })),
  ];
}

function toBriefingEntry(
  day: SiteDay,
  { config }: Site,
  author: FeedAuthor,
  dates: DateWords,
): FeedEntry {
  const { address, zone } = config;
  const { briefing, articles } = day;
  const published = startOfDay(day.day, zone);
  const changes = [
    published,
    ...articles.flatMap((article) => changesOf(article, article.instant ?? published)),
    ...(briefing?.corrections ?? []).map((correction) => correction.instant),
  ];
  const title = dates.longDay(day.day);
  return {
    id: toEntryId(config.authority, day.day, 'briefing'),
    title: briefing?.title ? `${briefing.title}, ${dates.day(day.day)}` : title,
    url: toUrl(address, day.path),
    published,
    updated: inZone(latest(changes) ?? published, zone),
    authors: [author],
    categories: [],
    summary: briefing?.summary ?? (articles.map((article) => article.title).join('; ') || null),
    html: config.feed.content === 'full' ? formatBriefingHtml(day, address, dates) : null,
    language: config.language,
    image: null,
  };
}
