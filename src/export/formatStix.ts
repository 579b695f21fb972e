import type { Instant } from '../dates/instant.ts';
import { startOfDay } from '../dates/instant.ts';
import type { Site, SiteActor, SiteArticle } from '../model/site.ts';
import { toUrl } from '../urls/address.ts';
import { homePath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import { createStixIds, licenceMarking, tlpMarking, type StixIds } from './stixObjects.ts';
import { changedAt, publishedAt, toUtc } from './times.ts';

type StixObject = Readonly<Record<string, unknown>>;

/** The Low/Med/High scale of STIX 2.1, appendix A. */
const confidences = { low: 15, moderate: 50, high: 85 } as const;
const identityClasses = {
  person: 'individual',
  organisation: 'organization',
  state: 'organization',
  group: 'group',
} as const;

/** From the first to the last moment at which something was in the news. */
interface Span {
  readonly first: Instant;
  readonly last: Instant;
}

const never: Instant = { time: 0, iso: '1970-01-01T00:00:00Z' };

/**
 * The articles as reports (STIX 2.1), their actors as identities, their countries as locations, what
 * actors are to each other as relationships. Ids are name-based; content has no time for an actor, so
 * an identity is created with its first item and modified with its last.
 */
export function* formatStix(site: Site): Generator<string> {
  const ids = createStixIds(site.config.authority);
  yield `{"type":"bundle","id":"${ids.make('bundle', site.config.authority)}","objects":[`;
  let before = '\n';
  for (const object of makeObjects(site, ids)) {
    yield before + JSON.stringify(object);
    before = ',\n';
  }
  yield '\n]}\n';
}

function* makeObjects(site: Site, ids: StixIds): Generator<StixObject> {
  const { config, articles, canceled, actors } = site;
  const spans = findSpans(site);
  const all = spanOf([...articles, ...canceled], config.zone);
  yield toPublisher(site, all, ids);
  for (const level of [...new Set(articles.map(({ tlp }) => tlp))].sort()) yield tlpMarking(level);
  if (config.licence !== null) yield licenceMarking(config.licence, all.first, ids);
  const named = [...actors.values()].filter(({ actor }) => spans.actors.has(actor.id));
  for (const actor of named) {
    yield toIdentity(actor, spans.actors.get(actor.actor.id) ?? all, site, ids);
  }
  const regions = new Intl.DisplayNames([config.language, 'en'], { type: 'region' });
  for (const [country, span] of [...spans.countries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield {
      ...head('location', ids.make('location', country), span),
      created_by_ref: ids.publisher,
      name: regions.of(country) ?? country,
      country,
    };
  }
  const isNamed = new Set(named.map(({ actor }) => actor.id));
  for (const { actor } of named) {
    yield* toRelationships(actor, spans.actors.get(actor.id) ?? all, isNamed, ids);
  }
  for (const article of articles) yield toReport(article, site, ids);
  for (const article of canceled) yield toRevoked(article, site, ids);
}

function head(type: string, id: string, { first, last }: Span): StixObject {
  return { type, spec_version: '2.1', id, created: toUtc(first), modified: toUtc(last) };
}

function toPublisher({ config }: Site, span: Span, ids: StixIds): StixObject {
  const { publisher, address, title } = config;
  return {
    ...head('identity', ids.publisher, span),
    name: publisher?.name ?? title,
    identity_class: 'organization',
    ...(publisher?.email ? { contact_information: publisher.email } : {}),
    external_references: [{ source_name: title, url: publisher?.url ?? toUrl(address, homePath) }],
  };
}

function toIdentity(
  { actor, path }: SiteActor,
  span: Span,
  { config }: Site,
  ids: StixIds,
): StixObject {
  const { name, type, summary, wikidata, sameAs } = actor;
  return {
    ...head('identity', ids.make('identity', actor.id), span),
    created_by_ref: ids.publisher,
    name,
    ...(summary === null ? {} : { description: summary }),
    identity_class: identityClasses[type],
    ...(type === 'state' ? { sectors: ['government'] } : {}),
    external_references: [
      { source_name: config.title, url: toUrl(config.address, path), external_id: actor.id },
      ...(wikidata === null
        ? []
        : [
            {
              source_name: 'Wikidata',
              url: `https://www.wikidata.org/wiki/${wikidata}`,
              external_id: wikidata,
            },
          ]),
      ...sameAs.map((url) => ({ source_name: new URL(url).hostname, url })),
    ],
  };
}

/** Offices held with other actors, relations, and the country, where an item names both. */
function* toRelationships(
  { id, roles, related, country }: SiteActor['actor'],
  span: Span,
  isNamed: ReadonlySet<Slug>,
  ids: StixIds,
): Generator<StixObject> {
  const made = new Set<string>();
  const source = ids.make('identity', id);
  const ties = [
    ...roles.flatMap(({ role, ofActor }) => (ofActor === null ? [] : [[role, ofActor] as const])),
    ...related.map((relation) => [relation.type, relation.id] as const),
  ];
  for (const [description, other] of ties) {
    const relationship = ids.make('relationship', `${id}/${other}/${description}`);
    if (!isNamed.has(other) || other === id || made.has(relationship)) continue;
    made.add(relationship);
    yield {
      ...head('relationship', relationship, span),
      created_by_ref: ids.publisher,
      relationship_type: 'related-to',
      description,
      source_ref: source,
      target_ref: ids.make('identity', other),
    };
  }
  if (country === null) return;
  yield {
    ...head('relationship', ids.make('relationship', `${id}/located-at/${country}`), span),
    created_by_ref: ids.publisher,
    relationship_type: 'located-at',
    source_ref: source,
    target_ref: ids.make('location', country),
  };
}

function toReport(article: SiteArticle, site: Site, ids: StixIds): StixObject {
  const { config, topics } = site;
  const { title, summary, body, confidence } = article;
  const description = summary ?? body.firstParagraph;
  const references = [
    ...article.actors.map(({ id }) => ids.make('identity', id)),
    ...article.countries.map((country) => ids.make('location', country)),
  ];
  const labels = article.topics.map((id) => topics.get(id)?.topic.name ?? id);
  return {
    ...headOfReport(article, site, ids),
    name: title,
    ...(description === '' ? {} : { description }),
    ...(labels.length === 0 ? {} : { labels }),
    ...(confidence === null ? {} : { confidence: confidences[confidence] }),
    lang: article.lang,
    published: toUtc(publishedAt(article, config.zone)),
    // A report has to refer to something.
    object_refs: references.length > 0 ? [...new Set(references)] : [ids.publisher],
    external_references: [
      {
        source_name: config.title,
        url: toUrl(config.address, article.path),
        external_id: article.id,
      },
      ...article.sources.map(({ name, url, reliability, credibility }) => {
        const grade = `${reliability ?? ''}${credibility ?? ''}`;
        return {
          source_name: name,
          // A reference has to say more than its name.
          ...(grade !== '' || url === null
            ? { description: grade === '' ? name : `Admiralty code ${grade}` }
            : {}),
          ...(url === null ? {} : { url }),
        };
      }),
    ],
    object_marking_refs: [
      tlpMarking(article.tlp).id,
      ...(config.licence === null ? [] : [ids.licence]),
    ],
  };
}

function toRevoked(article: SiteArticle, site: Site, ids: StixIds): StixObject {
  return {
    ...headOfReport(article, site, ids),
    name: article.id,
    revoked: true,
    published: toUtc(startOfDay(article.day, site.config.zone)),
    object_refs: [ids.publisher],
  };
}

function headOfReport(article: SiteArticle, { config }: Site, ids: StixIds): StixObject {
  const { zone } = config;
  const span = { first: publishedAt(article, zone), last: changedAt(article, zone) };
  const id = ids.make('report', article.id);
  return { ...head('report', id, span), created_by_ref: ids.publisher };
}

function findSpans({ articles, config, actors }: Site): {
  readonly actors: ReadonlyMap<Slug, Span>;
  readonly countries: ReadonlyMap<string, Span>;
} {
  const ofActors = new Map<Slug, SiteArticle[]>();
  const ofCountries = new Map<string, SiteArticle[]>();
  for (const article of articles) {
    const countries = new Set(article.countries);
    for (const { id } of article.actors) {
      add(ofActors, id, article);
      const country = actors.get(id)?.actor.country ?? null;
      if (country !== null) countries.add(country);
    }
    for (const country of countries) add(ofCountries, country, article);
  }
  const { zone } = config;
  return {
    actors: new Map(Array.from(ofActors, ([id, own]) => [id, spanOf(own, zone)])),
    countries: new Map(Array.from(ofCountries, ([id, own]) => [id, spanOf(own, zone)])),
  };
}

function add<Key>(groups: Map<Key, SiteArticle[]>, key: Key, article: SiteArticle): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [article]);
  else group.push(article);
}

function spanOf(articles: readonly SiteArticle[], zone: string): Span {
  let first: Instant | null = null;
  let last: Instant | null = null;
  for (const article of articles) {
    const published = publishedAt(article, zone);
    const changed = changedAt(article, zone);
    if (first === null || published.time < first.time) first = published;
    if (last === null || changed.time > last.time) last = changed;
  }
  return { first: first ?? never, last: last ?? never };
}
