import type { Site, SiteArticle } from '../model/site.ts';

/** Keys of lists of articles. */
export interface ListKeys {
  readonly ofArticles: (articles: readonly SiteArticle[]) => string;
  /** The same of articles by their places, which needs no look at the articles. */
  readonly ofPlaces: (places: Int32Array) => string;
  /** What is known of the articles at some places one after the other, as a text for another build. */
  readonly give: (start: number, length: number) => string;
  /** Takes such a text for those places, where it has their number. */
  readonly take: (text: string, start: number, length: number) => void;
}

/** Calls `add` with each text that a list shows, or depends on, of an article. */
export type TellParts = (article: SiteArticle, add: (text: string) => void) => void;

/**
 * Makes keys of lists of articles from the parts of each article. An article stands in a dozen lists of its
 * terms, so its parts are read once, as two whole numbers of 32 bits, and a list's key is a sum of them, each
 * multiplied once more for every article behind it (a polynomial hash), so that order counts.
 */
export function createListKeys(site: Site, tellParts: TellParts): ListKeys {
  const parts = rememberParts(site, tellParts);
  const add = (places: Iterable<number>, length: number): string => {
    let one = length;
    let other = length;
    for (const place of places) {
      parts.look(place);
      one = (Math.imul(one, 0x01000193) + (parts.first[place] ?? 0)) | 0;
      other = (Math.imul(other, 0x5bd1e995) + (parts.second[place] ?? 0)) | 0;
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
    give: (start, length) => {
      const hashes = new Int32Array(2 * length);
      for (let index = 0; index < length; index++) parts.look(start + index);
      hashes.set(parts.first.subarray(start, start + length));
      hashes.set(parts.second.subarray(start, start + length), length);
      return Buffer.from(hashes.buffer).toString('base64');
    },
    take: (text, start, length) => {
      const bytes = Buffer.from(text, 'base64');
      if (bytes.length !== 8 * length) return;
      const hashes = new Int32Array(2 * length);
      bytes.copy(Buffer.from(hashes.buffer));
      parts.first.set(hashes.subarray(0, length), start);
      parts.second.set(hashes.subarray(length), start);
      parts.isKnown.fill(1, start, start + length);
    },
  };
}

/** Hashes of articles as numbers, by place; those that were looked at. */
interface PartHashes {
  readonly look: (place: number) => void;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** 1 where it was looked at. */
  readonly isKnown: Uint8Array;
}

/**
 * FNV-1a in two variants. Of a hundred thousand articles a cryptographic hash of each would take longer than
 * to order and connect them, and whatever two versions of an article differ in, their file's hash does too.
 */
function rememberParts({ articles, canceled, placeCount }: Site, tellParts: TellParts): PartHashes {
  const first = new Int32Array(placeCount);
  const second = new Int32Array(placeCount);
  const isKnown = new Uint8Array(placeCount);
  let one = 0;
  let other = 0;
  const add = (text: string): void => {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x5bd1e995);
    }
  };
  const look = (place: number): void => {
    if (isKnown[place] === 1) return;
    const article = articles[place] ?? canceled[place - articles.length];
    if (article === undefined) throw new Error(`no article has the place ${place}`);
    one = 0x811c9dc5;
    other = 0x1b873593;
    tellParts(article, add);
    first[place] = one ^ (one >>> 15);
    second[place] = other ^ (other >>> 13);
    isKnown[place] = 1;
  };
  return { look, first, second, isKnown };
}
