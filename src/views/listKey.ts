import { countPlaces } from '../model/places.ts';
import type { Site, SiteArticle } from '../model/site.ts';

/** Keys of lists of articles. */
export interface ListKeys {
  readonly ofArticles: (articles: readonly SiteArticle[]) => string;
  /** The same of articles by their places, which needs no look at the articles. */
  readonly ofPlaces: (places: Int32Array) => string;
}

/**
 * Makes keys of lists of articles from the articles' own keys. An article stands in a dozen lists of its
 * terms, so its key is read once, as two whole numbers of 32 bits, and a list's key is a sum of them, each
 * multiplied once more for every article behind it (a polynomial hash), so that order counts.
 */
export function createListKeys(site: Site, keyOf: (article: SiteArticle) => string): ListKeys {
  let table: KeyTable | null = null;
  const add = (places: Iterable<number>, length: number): string => {
    const { first, second } = (table ??= readKeys(site, keyOf));
    let one = length;
    let other = length;
    for (const place of places) {
      one = (Math.imul(one, 0x01000193) + (first[place] ?? 0)) | 0;
      other = (Math.imul(other, 0x5bd1e995) + (second[place] ?? 0)) | 0;
    }
    return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
  };
  return {
    ofArticles: (articles) =>
      add(
        articles.map(({ place }) => place),
        articles.length,
      ),
    ofPlaces: (places) => add(places, places.length),
  };
}

/** The keys of articles as numbers, by place. */
interface KeyTable {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

function readKeys(site: Site, keyOf: (article: SiteArticle) => string): KeyTable {
  const size = countPlaces(site);
  const first = new Int32Array(size);
  const second = new Int32Array(size);
  for (const articles of [site.articles, site.canceled]) {
    for (const article of articles) {
      const key = keyOf(article);
      let one = 0;
      let other = 0;
      for (let index = 0; index < key.length; index++) {
        const unit = key.charCodeAt(index);
        one = Math.imul(one ^ unit, 0x01000193);
        other = Math.imul(other ^ unit, 0x5bd1e995);
      }
      first[article.place] = one;
      second[article.place] = other;
    }
  }
  return { first, second };
}
