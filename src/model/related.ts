import { crc32 } from 'node:zlib';
import { addDays, yearOf, type Day, type Year } from '../dates/day.ts';
import type { Slug } from '../urls/slug.ts';
import { Ranking, window } from './ranking.ts';
import type { Site, SiteArticle, Timeline } from './site.ts';

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
  let windows: WindowSums | null = null;
  return {
    find: (article) => (ranking ??= new Ranking(site)).find(article, yearAgo(article.day)),
    key: (article) => String((windows ??= new WindowSums(site, keyOf, yearAgo)).sumOf(article)),
  };
}

/**
 * For each article a number that changes with the windows at which `find` looks. Most builds ask of the
 * newest year alone, so that they are summed up year by year.
 */
class WindowSums {
  readonly #site: Site;
  readonly #hashOf: (place: number) => number;
  readonly #yearAgo: (day: Day) => Day;
  readonly #sums: Float64Array;
  readonly #terms: readonly (readonly [number, Timeline])[];
  readonly #known = new Set<Year>();

  constructor(site: Site, keyOf: (article: SiteArticle) => string, yearAgo: (day: Day) => Day) {
    this.#site = site;
    this.#yearAgo = yearAgo;
    this.#sums = new Float64Array(site.placeCount);
    const hashes = new Float64Array(site.placeCount).fill(-1);
    this.#hashOf = (place) => {
      const known = hashes[place] ?? 0;
      if (known >= 0) return known;
      const article = site.articles[place];
      return (hashes[place] = article === undefined ? 0 : bitsOf(keyOf(article)));
    };
    this.#terms = [
      ...Array.from(site.actors, toTerm('actor')),
      ...Array.from(site.topics, toTerm('topic')),
    ];
  }

  sumOf({ day, place }: SiteArticle): number {
    const year = yearOf(day);
    if (!this.#known.has(year)) {
      this.#known.add(year);
      this.#sumYear(year);
    }
    return this.#sums[place] ?? 0;
  }

  #sumYear(year: Year): void {
    const days = numberDays(this.#site.articles, year, this.#yearAgo);
    for (const [term, { places, years }] of this.#terms) {
      let start = 0;
      for (const each of years) {
        const end = start + each.places.length;
        if (each.year === year) this.#addWindows(term, places, start, end, days);
        start = end;
      }
    }
  }

  /**
   * Adds the windows of a term's articles between two indexes. Windows slide along the articles, so that
   * each is the sum of the one before, less what left it, and what came.
   */
  #addWindows(
    term: number,
    places: Int32Array,
    from: number,
    to: number,
    { dayAt, yearBefore }: NumberedDays,
  ): void {
    const dayOf = (index: number): number => dayAt(places[index] ?? 0);
    let start = from;
    let stop = from;
    let end = from;
    let sum = 0;
    let day = -1;
    let value = 0;
    for (let index = from; index < to; index++) {
      if (dayOf(index) !== day) {
        day = dayOf(index);
        while (start < places.length && dayOf(start) <= day) {
          if (start < stop) sum = add(sum, modulus - this.#hashOf(places[start] ?? 0));
          start++;
        }
        stop = Math.max(stop, start);
        while (stop < Math.min(start + window, places.length)) {
          sum = add(sum, this.#hashOf(places[stop] ?? 0));
          stop++;
        }
        const last = yearBefore(day);
        end = Math.max(end, start);
        while (end < places.length && dayOf(end) <= last) end++;
        value = scramble(add(add(term, sum), end - start));
      }
      const place = places[index] ?? 0;
      this.#sums[place] = add(this.#sums[place] ?? 0, value);
    }
  }
}

function toTerm(
  kind: 'actor' | 'topic',
): (entry: readonly [Slug, { readonly timeline: Timeline }]) => readonly [number, Timeline] {
  return ([id, { timeline }]) => [crc32(`${kind} ${id}`), timeline];
}

/** The days of a year and of the year before as numbers: text is slow to compare. */
interface NumberedDays {
  /** The number of an article's day, by its place: 0 is the newest of the year, more is older. */
  readonly dayAt: (place: number) => number;
  /** By the number of a day, that of the last day that is not more than a year before it. */
  readonly yearBefore: (day: number) => number;
}

function numberDays(
  articles: readonly SiteArticle[],
  year: Year,
  yearAgo: (day: Day) => Day,
): NumberedDays {
  const first = articles.findIndex(({ day }) => day.startsWith(year));
  const days: Day[] = [];
  const numbers: number[] = [];
  let oldest: Day | null = null;
  for (let place = first; place < articles.length; place++) {
    const day = articles[place]?.day ?? '';
    if (days.at(-1) !== day) {
      // A year ago from the year's first day is the oldest day that counts.
      if (oldest === null || day.startsWith(year)) oldest = yearAgo(day as Day);
      else if (day < oldest) break;
      days.push(day as Day);
    }
    numbers.push(days.length - 1);
  }
  const table = Int32Array.from(numbers);
  const before: number[] = [];
  let last = 0;
  for (const day of days) {
    if (!day.startsWith(year)) break;
    const from = yearAgo(day);
    while ((days[last + 1] ?? '') >= from) last++;
    before.push(last);
  }
  return {
    // What is older than all that counts has no day here.
    dayAt: (place) => table[place - first] ?? days.length,
    yearBefore: (day) => before[day] ?? 0,
  };
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
