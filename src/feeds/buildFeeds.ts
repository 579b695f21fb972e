import { inZone, latest, startOfDay, type Instant } from '../dates/instant.ts';
import type { Site, SiteArticle, SiteDay } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { articlesPath, homePath, termsPath, type SitePath } from '../urls/paths.ts';
import { hashParts } from '../views/viewKey.ts';
import { formatArticleHtml, formatBriefingHtml, wholeUrl } from './entryHtml.ts';
import type { Feed, FeedAuthor, FeedCategory, FeedEntry } from './feed.ts';
import { toEntryId, toFeedId } from './identity.ts';
import { speechOf, type Speech } from './speech.ts';

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
  const speech = speechOf(config.language);
  const { pages } = speech.words;
  const entryOf = rememberEntries(site, speech);
  const author: FeedAuthor = {
    name: config.publisher?.name ?? config.title,
    url: config.publisher?.url ?? null,
  };
  const keyOf = rememberKeys(site);
  const toPlan = (
    path: SitePath,
    name: string | null,
    description: string | null,
    key: () => unknown,
    makeEntries: () => readonly FeedEntry[],
  ): FeedPlan => {
    const title = name === null ? config.title : `${name} — ${config.title}`;
    const build = (): Feed => {
      const entries = makeEntries();
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
    const key = (): unknown => newest.map(keyOf);
    return toPlan(path, name, description, key, () => newest.map(entryOf));
  };
  const days = site.days.slice(-config.feed.items).toReversed();
  const daysKey = (): unknown =>
    days.map((day) => [day.path, day.briefing?.sourceHash ?? null, day.articles.map(keyOf)]);
  return [
    {
      title: config.title,
      feeds: [
        toPlan(homePath, null, config.description, daysKey, () =>
          days.map((day) => toBriefingEntry(day, site, author, speech)),
        ),
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

/** What an article's entry depends on, as a key made once. */
function rememberKeys({ topics, actors }: Site): (article: SiteArticle) => string {
  const keys = new Map<SiteArticle, string>();
  return (article) => {
    let key = keys.get(article);
    if (key === undefined) {
      key = hashParts(
        article.sourceHash,
        article.bodyKey,
        article.path,
        article.topics.map((id) => [id, topics.get(id)?.topic.name ?? null]),
        article.actors.map(({ id }) => [id, actors.get(id)?.actor.name ?? null]),
      );
      keys.set(article, key);
    }
    return key;
  };
}

/** An article stands in many feeds; its entry is made once. */
function rememberEntries(site: Site, speech: Speech): (article: SiteArticle) => FeedEntry {
  const entries = new Map<string, FeedEntry>();
  return (article) => {
    let entry = entries.get(article.file);
    if (entry === undefined) {
      entry = toArticleEntry(article, site, speech);
      entries.set(article.file, entry);
    }
    return entry;
  };
}

function toArticleEntry(article: SiteArticle, site: Site, speech: Speech): FeedEntry {
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
    html: () =>
      config.feed.content === 'full' ? formatArticleHtml(article, address, speech) : null,
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
  speech: Speech,
): FeedEntry {
  const { address, zone } = config;
  const { briefing, articles } = day;
  const published = startOfDay(day.day, zone);
  const changes = [
    published,
    ...articles.flatMap((article) => changesOf(article, article.instant ?? published)),
    ...(briefing?.corrections ?? []).map((correction) => correction.instant),
  ];
  const { dates, words } = speech;
  const title = dates.longDay(day.day);
  return {
    id: toEntryId(config.authority, day.day, 'briefing'),
    title: briefing?.title ? briefing.title + words.joins.comma + dates.day(day.day) : title,
    url: toUrl(address, day.path),
    published,
    updated: inZone(latest(changes) ?? published, zone),
    authors: [author],
    categories: [],
    summary:
      briefing?.summary ??
      (articles.map((article) => article.title).join(words.joins.semicolon) || null),
    html: () => (config.feed.content === 'full' ? formatBriefingHtml(day, address, speech) : null),
    language: config.language,
    image: null,
  };
}
