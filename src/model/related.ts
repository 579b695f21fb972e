import { crc32 } from 'node:zlib';
import { addDays, type Day } from '../dates/day.ts';
import { countPlaces } from './places.ts';
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
  let keys: Float64Array | null = null;
  return {
    find: (article) => (ranking ??= new Ranking(site)).find(article, yearAgo(article.day)),
    key: (article) => {
      keys ??= sumWindows(site, keyOf, yearAgo);
      return String(keys[article.place] ?? 0);
    },
  };
}

/**
 * For each article, by its place, a number that changes with the windows at which `rank` looks. Windows
 * slide along a term's articles, so that each is the sum of the one before, less what left it, and what
 * came.
 */
function sumWindows(
  site: Site,
  keyOf: (article: SiteArticle) => string,
  yearAgo: (day: Day) => Day,
): Float64Array {
  const { actors, topics, articles } = site;
  const size = countPlaces(site);
  const hashes = new Float64Array(size);
  for (const article of articles) hashes[article.place] = bitsOf(keyOf(article));
  const days = numberDays(articles, size, yearAgo);
  const sums = new Float64Array(size);
  for (const [kind, terms] of [
    ['actor', actors],
    ['topic', topics],
  ] as const) {
    for (const [id, { timeline }] of terms) {
      addWindows(timeline.places, crc32(`${kind} ${id}`), { hashes, sums, days });
    }
  }
  return sums;
}

/** The days of articles as numbers: text is slow to compare. */
interface NumberedDays {
  /** The number of an article's day, by its place: 0 is the newest. */
  readonly dayOf: Int32Array;
  /** By the number of a day, that of the last day that is not more than a year before it. */
  readonly yearBefore: Int32Array;
}

function numberDays(
  articles: readonly SiteArticle[],
  size: number,
  yearAgo: (day: Day) => Day,
): NumberedDays {
  const days: Day[] = [];
  const dayOf = new Int32Array(size);
  for (const { day, place } of articles) {
    if (days.at(-1) !== day) days.push(day);
    dayOf[place] = days.length - 1;
  }
  const yearBefore = new Int32Array(days.length);
  let last = 0;
  for (const [index, day] of days.entries()) {
    const from = yearAgo(day);
    while ((days[last + 1] ?? '') >= from) last++;
    yearBefore[index] = last;
  }
  return { dayOf, yearBefore };
}

interface Windows {
  readonly hashes: Float64Array;
  readonly sums: Float64Array;
  readonly days: NumberedDays;
}

function addWindows(
  places: Int32Array,
  term: number,
  { hashes, sums, days: { dayOf, yearBefore } }: Windows,
): void {
  const count = places.length;
  const prefix = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) {
    const place = places[index] ?? 0;
    prefix[index + 1] = add(prefix[index] ?? 0, hashes[place] ?? 0);
  }
  const dayAt = (index: number): number => dayOf[places[index] ?? 0] ?? 0;
  let start = 0;
  let end = 0;
  let day = -1;
  let value = 0;
  for (let index = 0; index < count; index++) {
    if (dayAt(index) !== day) {
      day = dayAt(index);
      while (start < count && dayAt(start) <= day) start++;
      const last = yearBefore[day] ?? 0;
      end = Math.max(end, start);
      while (end < count && dayAt(end) <= last) end++;
      const stop = Math.min(start + window, count);
      const sum = add(prefix[stop] ?? 0, modulus - (prefix[start] ?? 0));
      value = scramble(add(add(term, sum), end - start));
    }
    const place = places[index] ?? 0;
    sums[place] = add(sums[place] ?? 0, value);
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
