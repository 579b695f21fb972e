import { exactTime } from '../dates/instant.ts';
import { toEntryId } from '../urls/entryId.ts';
import { wholeUrl } from '../feeds/entryHtml.ts';
import { readMarkdown } from '../load/readMarkdown.ts';
import { fillHoles } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { Site, SiteArticle, SiteDay } from '../model/site.ts';
import { writtenDate, type Correction } from '../parse/correction.ts';
import type { SiteConfig } from '../parse/site.ts';
import { toUrl, type SiteAddress } from '../urls/address.ts';
import { homePath } from '../urls/paths.ts';
import type { ArticleRecord, ExportDocument, ExportLists, ListName } from './schema.ts';

/** site.yaml with its defaults. Keys keep their names, so that what is added there is here too. */
export function toSiteRecord(config: SiteConfig): ExportDocument['site'] {
  const settings = Object.entries(config).filter(([key]) => key !== 'file' && key !== 'address');
  return {
    ...Object.fromEntries(settings),
    ...{ title: config.title, url: toUrl(config.address, homePath), language: config.language },
    ...{ zone: config.zone, description: config.description, authority: config.authority },
    ...{ licence: config.licence, extra: config.extra },
    check: Object.fromEntries(config.check),
  };
}

/** The records of a list, made one by one: together they are larger than the site. */
export type RecordMakers = {
  readonly [Name in ListName]: () => Iterable<ExportLists[Name][number]>;
};

export function makeRecords(site: Site): RecordMakers {
  const { config } = site;
  const published = new Set(site.articles.map(({ id }) => id));
  return {
    articles: () => map(site.articles, (article) => toArticleRecord(article, config)),
    canceled: () => map(site.canceled, (article) => toCanceledRecord(article, config)),
    briefings: () => map(site.days.toReversed(), (day) => toBriefing(day, config, published)),
    topics: () => map(site.topics.values(), (topic) => toTopicRecord(topic, config.address)),
    actors: () => map(site.actors.values(), (actor) => toActorRecord(actor, config.address)),
    stories: () => map(site.stories.values(), (story) => toStoryRecord(story, config.address)),
    pages: () => map(site.pages, (page) => toPageRecord(page, config.address)),
    mergedTopics: () => map(site.merged.topics, toMergedTopic),
    mergedActors: () => map(site.merged.actors, toMergedActor),
    files: () => map(site.assets, ({ path }) => ({ path })),
  };
}

function* map<From, To>(items: Iterable<From>, make: (item: From) => To): Generator<To> {
  for (const item of items) yield make(item);
}

function toArticleRecord(article: SiteArticle, config: SiteConfig): ArticleRecord {
  const { address, zone } = config;
  const { image } = article;
  return {
    ...toPlace(article, config),
    time: article.instant && exactTime(article.instant),
    title: article.title,
    summary: article.summary,
    authors: article.authors,
    image: image && { ...image, url: wholeUrl(image.src, address) },
    dateline: article.dateline,
    countries: article.countries,
    topics: article.topics,
    actors: article.actors.map(({ id, role }) => ({ id, role })),
    story: article.story,
    sources: article.sources,
    judgement: article.judgement,
    confidence: article.confidence,
    likelihood: article.likelihood,
    trend: article.trend,
    alert: article.alert,
    urgency: article.urgency,
    updated: article.updated && exactTime(article.updated),
    corrections: toCorrections(article.corrections, zone),
    tlp: article.tlp,
    lang: article.lang,
    linkMentions: article.linkMentions,
    redirectFrom: article.redirectFrom,
    words: article.body.words,
    extra: article.extra,
    markdown: withoutLead(readMarkdown(article)),
    html: wholeHtml(article.body, address),
  };
}

/** Its page says no more than that it was canceled, and so does this. */
function toCanceledRecord(
  article: SiteArticle,
  config: SiteConfig,
): ExportLists['canceled'][number] {
  return { ...toPlace(article, config), redirectFrom: article.redirectFrom };
}

function toPlace(
  { id, day, slug, path }: SiteArticle,
  { authority, address }: SiteConfig,
): Pick<ArticleRecord, 'id' | 'uri' | 'url' | 'slug' | 'date'> {
  return { id, uri: toEntryId(authority, day, id), url: toUrl(address, path), slug, date: day };
}

function toBriefing(
  { day, path, briefing, articles }: SiteDay,
  { address, authority, zone }: SiteConfig,
  published: ReadonlySet<string>,
): ExportLists['briefings'][number] {
  return {
    date: day,
    uri: toEntryId(authority, day, 'briefing'),
    url: toUrl(address, path),
    written: briefing !== null,
    title: briefing?.title ?? null,
    summary: briefing?.summary ?? null,
    keyTakeaways: briefing?.keyTakeaways ?? [],
    watching: briefing?.watching ?? [],
    // One that is not published yet is nobody's business.
    lead: (briefing?.lead ?? []).filter((id) => published.has(id)),
    articles: articles.map(({ id }) => id),
    corrections: toCorrections(briefing?.corrections ?? [], zone),
    extra: briefing?.extra ?? {},
    markdown: withoutLead(briefing?.markdown ?? ''),
    html: briefing === null ? '' : wholeHtml(briefing.body, address),
  };
}

type Each<List> = List extends ReadonlyMap<string, infer Item> ? Item : never;

function toTopicRecord(
  { topic, path }: Each<Site['topics']>,
  address: SiteAddress,
): ExportLists['topics'][number] {
  const { id, name, aliases, broader, summary, mediatopic, sameAs, redirectFrom, extra } = topic;
  return {
    ...{ id, url: toUrl(address, path), name, aliases, broader, summary, mediatopic, sameAs },
    ...{ redirectFrom, extra },
    markdown: withoutLead(topic.markdown),
    html: wholeHtml(topic.body, address),
  };
}

function toActorRecord(
  { actor, path }: Each<Site['actors']>,
  address: SiteAddress,
): ExportLists['actors'][number] {
  const { id, name, type, aliases, weakAliases, formerNames, summary, country, wikidata } = actor;
  return {
    ...{ id, url: toUrl(address, path), name, type, aliases, weakAliases, formerNames, summary },
    ...{ country, wikidata, sameAs: actor.sameAs },
    roles: actor.roles.map(({ role, of, ofActor, from, to }) => ({ role, of, ofActor, from, to })),
    related: actor.related.map((relation) => ({ actor: relation.id, type: relation.type })),
    redirectFrom: actor.redirectFrom,
    extra: actor.extra,
    markdown: withoutLead(actor.markdown),
    html: wholeHtml(actor.body, address),
  };
}

function toStoryRecord(
  { story, path }: Each<Site['stories']>,
  address: SiteAddress,
): ExportLists['stories'][number] {
  const { id, name, aliases, summary, status, topics, actors, redirectFrom, extra } = story;
  return {
    ...{ id, url: toUrl(address, path), name, aliases, summary, status, topics, actors },
    ...{ redirectFrom, extra },
    markdown: withoutLead(story.markdown),
    html: wholeHtml(story.body, address),
  };
}

function toPageRecord(
  page: Site['pages'][number],
  address: SiteAddress,
): ExportLists['pages'][number] {
  const { title, summary, order, updated, lang, redirectFrom, extra } = page;
  return {
    ...{ url: toUrl(address, page.path), path: page.slugs.join('/') },
    ...{ title, summary, order, updated, lang, redirectFrom, extra },
    markdown: withoutLead(page.markdown),
    html: wholeHtml(page.body, address),
  };
}

function toMergedTopic(
  topic: Site['merged']['topics'][number],
): ExportLists['mergedTopics'][number] {
  const { id, name, aliases, mergedInto, redirectFrom } = topic;
  return { id, name, aliases, mergedInto: mergedInto ?? id, redirectFrom };
}

function toMergedActor(
  actor: Site['merged']['actors'][number],
): ExportLists['mergedActors'][number] {
  const { id, name, type, aliases, weakAliases, formerNames, mergedInto, redirectFrom } = actor;
  return {
    ...{ id, name, aliases, mergedInto: mergedInto ?? id, redirectFrom },
    ...{ type, weakAliases, formerNames },
  };
}

function toCorrections(
  corrections: readonly Correction[],
  zone: string,
): ArticleRecord['corrections'] {
  return corrections.map((correction) => {
    const { day, text } = correction;
    const written = writtenDate(correction, zone);
    return { date: day, time: written === day ? null : written, text };
  });
}

/** Empty lines before a text mean nothing in Markdown; those at its end may be of open code. */
function withoutLead(markdown: string): string {
  return markdown.replace(/^(?:[ \t]*\n)+/, '');
}

function wholeHtml(body: Body, address: SiteAddress): string {
  return fillHoles(body.html, address.origin + address.base);
}
