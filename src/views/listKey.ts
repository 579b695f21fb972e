import type { Site, SiteArticle } from '../model/site.ts';

/** Keys of lists of articles. */
export interface ListKeys {
  readonly ofArticles: (articles: readonly SiteArticle[]) => string;
  /** The same of articles by their places, which needs no look at the articles. */
  readonly ofPlaces: (places: Int32Array) => string;
}

/** Calls `add` with each text that a list shows, or depends on, of an article. */
export type TellParts = (article: SiteArticle, add: (text: string) => void) => void;

/**
 * Makes keys of lists of articles from the parts of each article. An article stands in a dozen lists of its
 * terms, so its parts are read once, as two whole numbers of 32 bits, and a list's key is a sum of them, each
 * multiplied once more for every article behind it (a polynomial hash), so that order counts.
 */
export function createListKeys(site: Site, tellParts: TellParts): ListKeys {
  let table: KeyTable | null = null;
  const add = (places: Iterable<number>, length: number): string => {
    const { first, second } = (table ??= readParts(site, tellParts));
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

/** Hashes of articles as numbers, by place. */
interface KeyTable {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/**
 * FNV-1a in two variants. Of a hundred thousand articles a cryptographic hash of each would take longer than
 * to order and connect them, and whatever two versions of an article differ in, their file's hash does too.
 */
function readParts({ articles, canceled, placeCount }: Site, tellParts: TellParts): KeyTable {
  const first = new Int32Array(placeCount);
  const second = new Int32Array(placeCount);
  let one = 0;
  let other = 0;
  const add = (text: string): void => {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x5bd1e995);
    }
  };
  for (const list of [articles, canceled]) {
    for (const article of list) {
      one = 0x811c9dc5;
      other = 0x1b873593;
      tellParts(article, add);
      first[article.place] = one ^ (one >>> 15);
      second[article.place] = other ^ (other >>> 13);
    }
  }
  return { first, second };
}
