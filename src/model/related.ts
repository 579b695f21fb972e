import { crc32 } from 'node:zlib';
import { addDays, type Day } from '../dates/day.ts';
import { Ranking, window } from './ranking.ts';
import type { Site, SiteArticle } from './site.ts';

/** Days back in which a term's articles are counted: who is in the news every day says little. */
const rarityDays = 365;

/** Finds what is related to an article, among articles of earlier days. */
export interface RelatedArticles {
  /** At most five, the most related first. */
  readonly find: (article: SiteArticle) => readonly SiteArticle[];
  /** Changes when what `find` looks at changes. */
  readonly key: (article: SiteArticle) => string;
}

/**
 * Two articles are related by the actors and topics that they share, each weighted by one over the
 * logarithm of how many articles of the past year it has (Adamic and Adar, "Friends and neighbors on
 * the Web", 2003). It looks back only, so that a new article changes no older page, and at few
 * articles of each term. Articles of one story stand in its timeline, and not here.
 * @param keyOf a hash, in base64url, that changes when anything of an article changes
 */
export function findRelated(site: Site, keyOf: (article: SiteArticle) => string): RelatedArticles {
  const yearAgo = rememberYearAgo();
  let ranking: Ranking | null = null;
  let keys: ReadonlyMap<SiteArticle, number> | null = null;
  return {
    find: (article) => (ranking ??= new Ranking(site)).find(article, yearAgo(article.day)),
    key: (article) => {
      keys ??= sumWindows(site, keyOf, yearAgo);
      return String(keys.get(article) ?? 0);
    },
  };
}

/**
 * For each article a number that changes with the windows at which `rank` looks. Windows slide along
 * a term's articles, so that each is the sum of the one before, less what left it, and what came.
 */
function sumWindows(
  { actors, topics, articles }: Site,
  keyOf: (article: SiteArticle) => string,
  yearAgo: (day: Day) => Day,
): ReadonlyMap<SiteArticle, number> {
  const hashes = new Map(articles.map((article) => [article, bitsOf(keyOf(article))]));
  const sums = new Map<SiteArticle, number>();
  for (const [kind, terms] of [
    ['actor', actors],
    ['topic', topics],
  ] as const) {
    for (const [id, { timeline }] of terms) {
      addWindows(timeline.articles, crc32(`${kind} ${id}`), { hashes, sums, yearAgo });
    }
  }
  return sums;
}

interface Windows {
  readonly hashes: ReadonlyMap<SiteArticle, number>;
  readonly sums: Map<SiteArticle, number>;
  readonly yearAgo: (day: Day) => Day;
}

function addWindows(
  articles: readonly SiteArticle[],
  term: number,
  { hashes, sums, yearAgo }: Windows,
): void {
  const prefix = new Float64Array(articles.length + 1);
  for (const [index, article] of articles.entries()) {
    prefix[index + 1] = add(prefix[index] ?? 0, hashes.get(article) ?? 0);
  }
  let start = 0;
  let end = 0;
  let day: Day | null = null;
  let value = 0;
  for (const article of articles) {
    if (article.day !== day) {
      day = article.day;
      while ((articles[start]?.day ?? '') >= day) start++;
      const from = yearAgo(day);
      end = Math.max(end, start);
      while ((articles[end]?.day ?? '') >= from) end++;
      const last = Math.min(start + window, articles.length);
      const sum = add(prefix[last] ?? 0, modulus - (prefix[start] ?? 0));
      value = scramble(add(add(term, sum), end - start));
    }
    sums.set(article, add(sums.get(article) ?? 0, value));
  }
}

/** Sums stay whole numbers that a double holds. */
const modulus = 2 ** 48;

function add(one: number, other: number): number {
  return (one + other) % modulus;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOf = new Map(Array.from(digits, (digit, index) => [digit, index]));

/** The first 48 bits of a hash that is written in base64url. */
function bitsOf(hash: string): number {
  let bits = 0;
  for (let index = 0; index < 8; index++) bits = bits * 64 + (valueOf.get(hash.charAt(index)) ?? 0);
  return bits;
}

/** Spreads a change over all bits, so that changes of two terms do not cancel out. */
function scramble(value: number): number {
  const high = Math.floor(value / 2 ** 24);
  const low = value % 2 ** 24;
  const mixed = Math.imul(low ^ 0x5bd1e9, 0x9e3779b1) >>> 0;
  return (((Math.imul(high ^ mixed, 0x85ebca6b) >>> 8) * 2 ** 24) % modulus) + (mixed & 0xffffff);
}

/** Terms share their days. */
function rememberYearAgo(): (day: Day) => Day {
  const known = new Map<Day, Day>();
  return (day) => {
    let from = known.get(day);
    if (from === undefined) {
      from = addDays(day, -rarityDays);
      known.set(day, from);
    }
    return from;
  };
}
