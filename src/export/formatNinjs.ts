import { wholeUrl } from '../feeds/entryHtml.ts';
import { uuidOfName } from '../feeds/identity.ts';
import { toEntryId } from '../urls/entryId.ts';
import { fillHoles } from '../markdown/portableHtml.ts';
import type { Site, SiteActor, SiteArticle } from '../model/site.ts';
import type { SourceCitation } from '../parse/article.ts';
import { toUrl } from '../urls/address.ts';
import { exportPath, homePath } from '../urls/paths.ts';
import { changedAt, publishedAt } from './times.ts';

type Ninjs = Readonly<Record<string, unknown>>;

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
};

/**
 * The articles as news objects (IPTC ninjs 3.1): one composite object, whose associations they are, so
 * that the whole is an object of the standard too. `edNote` is never written.
 */
export function* formatNinjs(site: Site): Generator<string> {
  const { config } = site;
  const document = {
    uri: `urn:uuid:${uuidOfName(`//${config.authority}${exportPath('ninjs')}`)}`,
    standard,
    type: 'composite',
    representationType: 'full',
    title: config.title,
    language: config.language,
    ...rights(site),
    altIds: [{ role: 'url', value: toUrl(config.address, homePath) }],
    associations: [],
  };
  const text = JSON.stringify(document);
  yield text.slice(0, -']}'.length);
  let before = '\n';
  for (const article of site.articles) {
    yield before + JSON.stringify(toNewsObject(article, site));
    before = ',\n';
  }
  for (const article of site.canceled) {
    yield before + JSON.stringify(toCanceled(article, site));
    before = ',\n';
  }
  yield '\n]}\n';
}

function toNewsObject(article: SiteArticle, site: Site): Ninjs {
  const { config, topics, stories } = site;
  const { address, zone } = config;
  const { summary, body, authors, story, image } = article;
  const actors = article.actors.flatMap(({ id }) => site.actors.get(id) ?? []);
  const lead = summary ?? (body.firstParagraph || null);
  const published = publishedAt(article, zone).iso;
  const html = fillHoles(body.html, address.origin + address.base);
  const toConcept = ({ actor, path }: SiteActor): Ninjs => ({
    name: actor.name,
    rel: 'mentions',
    uri: toUrl(address, path),
    ...(actor.wikidata === null ? {} : { literal: actor.wikidata }),
  });
  return {
    ...identityOf(article, site),
    representationType: 'full',
    firstCreated: published,
    versionCreated: changedAt(article, zone).iso,
    pubStatus: 'usable',
    urgency: article.urgency,
    ...rights(site),
    language: article.lang,
    title: article.title,
    slugline: article.slug,
    headlines: [{ role: 'main', contentType: 'text/plain', value: article.title }],
    ...list('descriptions', lead === null ? [] : [plain('summary', lead)]),
    ...list(
      'bodies',
      html === ''
        ? []
        : [{ role: 'main', contentType: 'text/html', wordCount: body.words, value: html }],
    ),
    ...(authors.length === 0 ? {} : { by: authors.map(({ name }) => name).join(', ') }),
    ...(article.dateline === null ? {} : { located: article.dateline }),
    ...list('people', actors.filter(({ actor }) => actor.type === 'person').map(toConcept)),
    ...list('organisations', actors.filter(({ actor }) => actor.type !== 'person').map(toConcept)),
    ...list(
      'places',
      article.countries.map((code) => ({
        rel: 'takesPlaceIn',
        uri: `http://cvx.iptc.org/iso3166-1a2/${code.toLowerCase()}`,
        literal: code,
      })),
    ),
    ...list(
      'subjects',
      article.topics.flatMap((id) => {
        const found = topics.get(id);
        if (found === undefined) return [];
        const { name, mediatopic } = found.topic;
        const own = { name, rel: 'about', uri: toUrl(address, found.path) };
        if (mediatopic === null) return [own];
        const uri = `http://cv.iptc.org/newscodes/mediatopic/${mediatopic}`;
        return [own, { name, rel: 'about', uri, literal: `medtop:${mediatopic}` }];
      }),
    ),
    ...list('infoSources', article.sources.map(toInfoSource)),
    ...list(
      'events',
      [...(story === null ? [] : [stories.get(story)])].flatMap((found) =>
        found ? [{ name: found.story.name, uri: toUrl(address, found.path) }] : [],
      ),
    ),
    ...list('associations', image === null ? [] : [toPicture(image, address)]),
  };
}

/** `pubStatus` tells who took it over that it is withdrawn; nothing else is said of it. */
function toCanceled(article: SiteArticle, site: Site): Ninjs {
  return { ...identityOf(article, site), name: article.id, pubStatus: 'canceled' };
}

/** What every association needs; `name` is its own, not that of the news. */
function identityOf({ id, day, path, title }: SiteArticle, { config }: Site): Ninjs {
  return {
    name: title,
    uri: toEntryId(config.authority, day, id),
    type: 'text',
    altIds: [{ role: 'url', value: toUrl(config.address, path) }],
  };
}

function rights({ config }: Site): Ninjs {
  return {
    copyrightHolder: config.publisher?.name ?? config.title,
    ...(config.licence === null ? {} : { usageTerms: config.licence }),
  };
}

function toInfoSource({ name, url, reliability, credibility }: SourceCitation): Ninjs {
  const grade = `${reliability ?? ''}${credibility ?? ''}`;
  return {
    name,
    ...(url === null ? {} : { uri: url }),
    ...(grade === '' ? {} : { literal: grade }),
  };
}

function toPicture(
  { src, alt, credit }: NonNullable<SiteArticle['image']>,
  address: Site['config']['address'],
): Ninjs {
  const url = wholeUrl(src, address);
  return {
    name: 'main picture',
    uri: url,
    type: 'picture',
    descriptions: [plain('alt', alt)],
    ...(credit === null ? {} : { by: credit }),
    renditions: [{ name: 'original', href: url }],
  };
}

function plain(role: string, value: string): Ninjs {
  return { role, contentType: 'text/plain', value };
}

function list(name: string, items: readonly Ninjs[]): Ninjs {
  return items.length === 0 ? {} : { [name]: items };
}
