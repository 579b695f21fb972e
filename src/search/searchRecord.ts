import { fillHoles } from '../markdown/portableHtml.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import { toHref } from '../urls/address.ts';
import type { Slug } from '../urls/slug.ts';
import { hashParts } from '../views/viewKey.ts';
import { toPlainText } from './plainText.ts';

/** An article as the search index takes it. */
export interface SearchRecord {
  /** With the base path. */
  readonly url: string;
  readonly language: string;
  readonly content: string;
  readonly meta: { readonly title: string };
  readonly filters: Readonly<Record<SearchFilter, string[]>>;
  /** Its place in the site's order, the oldest first: digits of one length. */
  readonly sort: { readonly date: string };
}

/** `lang` is no filter for readers: it says in which language a result is, where it is another. */
export type SearchFilter = 'topic' | 'actor' | 'source' | 'lang';

/**
 * What readers find. Meta fields are searched too, so there is none but the title: the day is in the
 * address, and names of terms are in a file of their own, so that a renamed actor changes no index.
 */
export function toSearchRecord(article: SiteArticle, place: number, site: Site): SearchRecord {
  const { address, language } = site.config;
  const body = toPlainText(fillHoles(article.body.html, ''));
  return {
    url: toHref(address, article.path),
    // One index holds all languages: whoever searched the index of one would not find the others.
    language: new Intl.Locale(language).language,
    content: [article.summary, body].filter(Boolean).join(' '),
    meta: { title: article.title },
    filters: {
      topic: [...topicsOf(article, site)],
      actor: article.actors.map(({ id }) => id),
      source: [...new Set(article.sources.map(({ id }) => id))],
      lang: article.lang === language ? [] : [article.lang],
    },
    sort: { date: String(place).padStart(7, '0') },
  };
}

/** Changes when the record may change, without reading the body. */
export function keyOfSearchRecord(article: SiteArticle, site: Site): string {
  return hashParts(
    article.sourceHash,
    article.bodyKey,
    article.path,
    article.lang,
    [...topicsOf(article, site)],
    article.actors.map(({ id }) => id),
  );
}

/** Its topics and all wider ones: narrower topics' items count and show. */
function topicsOf({ topics }: SiteArticle, site: Site): ReadonlySet<Slug> {
  const all = new Set<Slug>();
  for (const id of topics) {
    all.add(id);
    for (const wider of site.topics.get(id)?.broader ?? []) all.add(wider);
  }
  return all;
}
