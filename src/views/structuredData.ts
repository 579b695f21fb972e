import { changedAt } from '../model/lastChange.ts';
import type { Site, SiteActor, SiteArticle, SiteDay, SiteTopic } from '../model/site.ts';
import type { ActorType } from '../parse/actor.ts';
import type { Correction } from '../parse/correction.ts';
import {
  dayPath,
  homePath,
  parseSitePath,
  searchPath,
  termPath,
  termsPath,
} from '../urls/paths.ts';
import type { LinkView, ViewContext } from './context.ts';

/** A thing that a page is about, in the words of schema.org; null and undefined fields are left out. */
export type DataNode = Readonly<Record<string, unknown>> & { readonly '@type': string };

/**
 * The JSON-LD of a page, for a `<script>` element: no `<` in it, so that no text can end the element.
 * @param url the page's whole URL
 */
export function formatStructuredData(
  nodes: readonly DataNode[],
  breadcrumbs: readonly LinkView[],
  page: { readonly title: string; readonly url: string },
  { site }: ViewContext,
): string | null {
  const { origin } = site.config.address;
  const trail = [...breadcrumbs.map(({ href, text }) => ({ item: origin + href, name: text }))];
  const crumbs: DataNode = {
    '@type': 'BreadcrumbList',
    itemListElement: [...trail, { item: page.url, name: page.title }].map((each, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...each,
    })),
  };
  // The trail of the home page would be the page itself.
  const isHome =
    breadcrumbs.length === 1 && breadcrumbs.every(({ href }) => origin + href === page.url);
  const graph = isHome ? nodes : [...nodes, crumbs];
  const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph.map(prune) });
  return text.replaceAll('<', '\\u003c');
}

/** Leaves out what is null or empty, several times sooner than a function that JSON asks of each value. */
function prune(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(prune);
  const pruned: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    if (each === null || (Array.isArray(each) && each.length === 0)) continue;
    pruned[key] = prune(each);
  }
  return pruned;
}

/** The item of the feeds and lists, as schema.org's NewsArticle. */
export function toArticleData(
  article: SiteArticle,
  description: string | null,
  countries: readonly string[],
  context: ViewContext,
): DataNode {
  const { config } = context.site;
  const url = context.url(article.path);
  const publisher = toPublisher(context);
  return {
    '@type': 'NewsArticle',
    '@id': url,
    url,
    headline: article.title,
    // The first paragraph, where there is no summary.
    description: article.summary === null ? description : null,
    abstract: article.summary,
    inLanguage: article.lang,
    datePublished: article.instant?.iso ?? article.day,
    dateModified: changedAt(article)?.iso,
    dateline: article.dateline,
    author:
      article.authors.length > 0
        ? article.authors.map(({ name, url: home }) => ({ '@type': 'Person', name, url: home }))
        : publisher,
    publisher,
    license: config.licence,
    image: wholeUrl(article.image?.src, context) ?? context.pictureOf(article.path),
    isPartOf: { '@type': 'Report', '@id': context.url(dayPath(article.day)) },
    contentLocation: article.countries.map((identifier, index) => ({
      '@type': 'Country',
      name: countries[index],
      identifier,
    })),
    about: article.topics.map((id) => toTopicReference(id, context)),
    mentions: article.actors.flatMap(({ id }) => {
      const entry = context.site.actors.get(id);
      return entry === undefined ? [] : toActorReference(entry, context);
    }),
    // One without an address is a name, which schema.org takes as text.
    citation: article.sources.map(({ name, url: address, published, language }) =>
      address === null
        ? name
        : {
            '@type': 'CreativeWork',
            name,
            url: address,
            datePublished: published,
            inLanguage: language,
          },
    ),
    correction: toCorrectionData(article.corrections),
  };
}

/** A briefing, with its items in order. */
export function toDayData(day: SiteDay, title: string, context: ViewContext): DataNode {
  const url = context.url(day.path);
  return {
    '@type': 'Report',
    '@id': url,
    url,
    name: title,
    abstract: day.briefing?.summary,
    inLanguage: context.site.config.language,
    datePublished: day.day,
    image: context.pictureOf(day.path),
    publisher: toPublisher(context),
    license: context.site.config.licence,
    hasPart: day.articles.map((article) => ({
      '@type': 'NewsArticle',
      '@id': context.url(article.path),
      headline: article.title,
    })),
    correction: toCorrectionData(day.briefing?.corrections ?? []),
  };
}

/** The site, its search and its publisher. */
export function toSiteData(site: Site, context: ViewContext): DataNode {
  const url = context.url(homePath);
  return {
    '@type': 'WebSite',
    '@id': url,
    url,
    name: site.config.title,
    description: site.config.description,
    inLanguage: site.config.language,
    publisher: toPublisher(context),
    potentialAction: site.config.search
      ? {
          '@type': 'SearchAction',
          target: {
            '@type': 'EntryPoint',
            urlTemplate: `${context.url(searchPath)}?q={search_term_string}`,
          },
          'query-input': 'required name=search_term_string',
        }
      : null,
  };
}

/** The set of topics. The data names the first, the page the rest. */
export function toTopicSetData(
  name: string,
  topics: readonly SiteTopic[],
  context: ViewContext,
): DataNode {
  const url = context.url(termsPath('topics'));
  const hasDefinedTerm = topics
    .slice(0, namedTopics)
    .map(({ topic }) => toTopicReference(topic.id, context));
  return { '@type': 'DefinedTermSet', '@id': url, url, name, hasDefinedTerm };
}

const namedTopics = 30;

export function toTopicData({ topic, path }: SiteTopic, context: ViewContext): DataNode {
  const url = context.url(path);
  return {
    '@type': 'DefinedTerm',
    '@id': url,
    url,
    name: topic.name,
    alternateName: topic.aliases,
    description: topic.summary,
    sameAs: topic.sameAs,
    inDefinedTermSet: context.url(termsPath('topics')),
  };
}

const actorTypes: Readonly<Record<ActorType, string>> = {
  person: 'Person',
  organisation: 'Organization',
  state: 'Country',
  group: 'Organization',
};

export function toActorData({ actor, path }: SiteActor, context: ViewContext): DataNode {
  const url = context.url(path);
  const wikidata = actor.wikidata && `https://www.wikidata.org/wiki/${actor.wikidata}`;
  return {
    '@type': actorTypes[actor.type],
    '@id': url,
    url,
    name: actor.name,
    alternateName: [...actor.aliases, ...actor.formerNames],
    description: actor.summary,
    sameAs: [...(wikidata ? [wikidata] : []), ...actor.sameAs],
  };
}

export function toTopicReference(id: SiteTopic['topic']['id'], context: ViewContext): DataNode {
  return {
    '@type': 'DefinedTerm',
    '@id': context.url(termPath('topics', id)),
    name: context.topic(id).text,
  };
}

export function toActorReference({ actor, path }: SiteActor, context: ViewContext): DataNode {
  return { '@type': actorTypes[actor.type], '@id': context.url(path), name: actor.name };
}

function toPublisher(context: ViewContext): DataNode {
  const { publisher, title } = context.site.config;
  return {
    '@type': 'Organization',
    name: publisher?.name ?? title,
    url: publisher?.url ?? context.url(homePath),
    logo: wholeUrl(publisher?.logo, context),
  };
}

function toCorrectionData(corrections: readonly Correction[]): readonly DataNode[] {
  return corrections.map(({ day, text }) => ({
    '@type': 'CorrectionComment',
    text,
    datePublished: day,
  }));
}

/** An address from content, as a whole URL. */
export function wholeUrl(address: string | null | undefined, context: ViewContext): string | null {
  if (address === null || address === undefined) return null;
  const path = parseSitePath(address);
  return path === null ? address : context.url(path);
}
