import { countPlaces } from '../model/places.ts';
import type { Site, SiteArticle } from '../model/site.ts';

/**
 * Makes keys of lists of articles from the articles' own keys. An article stands in a dozen lists of its
 * terms, so its key is read once, as two whole numbers of 32 bits, and a list's key is a sum of them, each
 * multiplied once more for every article behind it (a polynomial hash), so that order counts.
 */
export function createListKey(
  site: Site,
  keyOf: (article: SiteArticle) => string,
): (list: readonly SiteArticle[]) => string {
  const size = countPlaces(site);
  const first = new Int32Array(size);
  const second = new Int32Array(size);
  const isKnown = new Uint8Array(size);
  const learn = (article: SiteArticle): void => {
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
    isKnown[article.place] = 1;
  };
  return (list) => {
    let one = list.length;
    let other = list.length;
    for (const article of list) {
      const { place } = article;
      if (isKnown[place] !== 1) learn(article);
      one = (Math.imul(one, 0x01000193) + (first[place] ?? 0)) | 0;
      other = (Math.imul(other, 0x5bd1e995) + (second[place] ?? 0)) | 0;
    }
    return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
  };
}
