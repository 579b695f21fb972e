import { inZone, latest, startOfDay, type Instant } from '../dates/instant.ts';
import { rememberArticles } from '../model/places.ts';
import type { Site, SiteArticle, SiteDay } from '../model/site.ts';
import type { Correction } from '../parse/correction.ts';
import type { SiteConfig } from '../parse/site.ts';
import { hashText } from '../read/hash.ts';
import { toUrl } from '../urls/address.ts';
import { toEntryId } from '../urls/entryId.ts';
import { termsPath } from '../urls/paths.ts';
import { createEnclosureFinder } from './enclosure.ts';
import { toArticleExtension } from './datelineExtension.ts';
import {
  formatArticleHtml,
  formatBriefingHtml,
  formatCorrectionTexts,
  wholeUrl,
} from './entryHtml.ts';
import type { FeedAuthor, FeedCategory, FeedEnclosure, FeedEntry } from './feed.ts';
import { speechOf, type Speech } from './speech.ts';
import { createTurns } from './turns.ts';

/** The entries of a site. An article stands in many feeds: its entry and its key are made once. */
export interface Entries {
  /** An article's entry. One that is kept is the same object in every feed. */
  readonly ofArticle: (article: SiteArticle, isKept: boolean) => FeedEntry;
  /** A briefing's entry. */
  readonly ofDay: (day: SiteDay, isKept: boolean) => FeedEntry;
  /** When an article's entry changed last, in the site's zone. */
  readonly updatedOfArticle: (article: SiteArticle) => Instant;
  /** The same of a briefing's. */
  readonly updatedOfDay: (day: SiteDay) => Instant;
  /** Changes when anything that an article's entry says changes. */
  readonly keyOfArticle: (article: SiteArticle) => string;
  /** The same of a briefing's. */
  readonly keyOfDay: (day: SiteDay) => string;
}

export function createEntries(site: Site): Entries {
  const speech = speechOf(site.config.language);
  const author = publisherOf(site);
  const findEnclosure = createEnclosureFinder(site.assets, site.config.address);
  const enclosureOf = ({ image }: SiteArticle): FeedEnclosure | null =>
    image && findEnclosure(image.src);
  const turnOf = createTurns(site);
  const keyOfArticle = rememberKeys(site, enclosureOf, turnOf);
  const { zone } = site.config;
  const updatedOfArticle = rememberArticles(site, (article) => lastChangeOf(article, zone));
  return {
    ofArticle: keep((article) =>
      toArticleEntry(
        article,
        { updated: updatedOfArticle(article), turn: turnOf(article) },
        enclosureOf(article),
        site,
        speech,
      ),
    ),
    ofDay: keep((day) => toBriefingEntry(day, site, author, speech)),
    updatedOfArticle,
    updatedOfDay: (day) => lastChangeOfDay(day, zone),
    keyOfArticle,
    keyOfDay: ({ path, briefing, articles }) =>
      hashText(`${path}\n${briefing?.sourceHash ?? ''}\n${articles.map(keyOfArticle).join('')}`),
  };
}

/** Makes entries, and keeps those that are asked for so. */
function keep<Item>(make: (item: Item) => FeedEntry): (item: Item, isKept: boolean) => FeedEntry {
  const kept = new Map<Item, FeedEntry>();
  return (item, isKept) => {
    const entry = kept.get(item) ?? make(item);
    if (isKept) kept.set(item, entry);
    return entry;
  };
}

/** Who speaks where an entry names nobody. */
export function publisherOf({ config }: Site): FeedAuthor {
  return {
    name: config.publisher?.name ?? config.title,
    url: config.publisher?.url ?? null,
  };
}

/** What an article's entry depends on, as a key made once. */
function rememberKeys(
  site: Site,
  enclosureOf: (article: SiteArticle) => FeedEnclosure | null,
  turnOf: (article: SiteArticle) => number | null,
): (article: SiteArticle) => string {
  return rememberArticles(site, (article) => {
    // No name has a line break in it.
    const parts: unknown[] = [article.sourceHash, article.bodyKey, article.path];
    parts.push(enclosureOf(article)?.bytes, turnOf(article));
    for (const id of article.topics) parts.push(id, site.topics.get(id)?.topic.name);
    parts.push(article.story && site.stories.get(article.story)?.story.name);
    for (const { id } of article.actors) {
      const actor = site.actors.get(id)?.actor;
      parts.push(id, actor?.name, actor?.type);
    }
    return hashText(parts.join('\n'));
  });
}

function toArticleEntry(
  article: SiteArticle,
  { updated, turn }: Pick<FeedEntry, 'updated' | 'turn'>,
  enclosure: FeedEnclosure | null,
  site: Site,
  speech: Speech,
): FeedEntry {
  const { config } = site;
  const { address, zone } = config;
  const published = article.instant ?? startOfDay(article.day, zone);
  const summary = toSummary(
    article.summary ?? (article.body.firstParagraph || null),
    article.corrections,
    config,
    speech,
  );
  return {
    id: toEntryId(config.authority, article.day, article.id),
    title: article.title,
    url: toUrl(address, article.path),
    published,
    updated,
    turn,
    authors: article.authors,
    categories: toCategories(article, site),
    summary,
    html: () =>
      config.feed.content === 'full' ? formatArticleHtml(article, address, speech) : null,
    language: article.lang,
    image: article.image && wholeUrl(article.image.src, address),
    enclosure,
    extension: () => toArticleExtension(article, summary, site),
  };
}

/** Where feeds give summaries only, these are where a correction has to stand. */
function toSummary(
  summary: string | null,
  corrections: readonly Correction[],
  { feed }: SiteConfig,
  speech: Speech,
): string | null {
  if (feed.content === 'full' || corrections.length === 0) return summary;
  const texts = formatCorrectionTexts(corrections, speech);
  return [...texts, ...(summary === null ? [] : [summary])].join(' ');
}

function lastChangeOf(article: SiteArticle, zone: string): Instant {
  const start = startOfDay(article.day, zone);
  const published = article.instant ?? start;
  const last = latest(changesOf(article, published)) ?? published;
  return last === start ? start : inZone(last, zone);
}

function lastChangeOfDay({ day, briefing, articles }: SiteDay, zone: string): Instant {
  const start = startOfDay(day, zone);
  const changes = [
    start,
    ...articles.flatMap((article) => changesOf(article, article.instant ?? start)),
    ...(briefing?.corrections ?? []).map((correction) => correction.instant),
  ];
  const last = latest(changes) ?? start;
  return last === start ? start : inZone(last, zone);
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
  const { dates, words } = speech;
  const title = briefing?.title ?? articles[0]?.title ?? null;
  return {
    id: toEntryId(config.authority, day.day, 'briefing'),
    // What led the day says more than its date.
    title: title === null ? dates.longDay(day.day) : title + words.joins.comma + dates.day(day.day),
    url: toUrl(address, day.path),
    published,
    updated: lastChangeOfDay(day, zone),
    turn: null,
    authors: [author],
    categories: [],
    summary: toSummary(
      briefing?.summary ??
        (articles.map((article) => article.title).join(words.joins.semicolon) || null),
      briefing?.corrections ?? [],
      config,
      speech,
    ),
    html: () => (config.feed.content === 'full' ? formatBriefingHtml(day, address, speech) : null),
    language: config.language,
    image: null,
    enclosure: null,
    extension: () => null,
  };
}
