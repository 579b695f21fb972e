import { yearOf, type Day, type Year } from '../dates/day.ts';
import type { SiteArticle, Timeline, TimelineYear } from './site.ts';

/** All articles by place, newest first, and where each year of them ends. */
export interface ArticleTable {
  readonly articles: readonly SiteArticle[];
  /** Newest first. `end` is the place behind the year's last article. */
  readonly years: readonly { readonly year: Year; readonly end: number }[];
}

/** @param articles each at the index that is its place */
export function createArticleTable(articles: readonly SiteArticle[]): ArticleTable {
  const years: { readonly year: Year; end: number }[] = [];
  let last: { readonly year: Year; end: number } | null = null;
  for (const [place, { day }] of articles.entries()) {
    if (last === null || !day.startsWith(last.year)) {
      last = { year: yearOf(day), end: place };
      years.push(last);
    }
    last.end = place + 1;
  }
  return { articles, years };
}

/** The articles at some places, newest first, grouped by year. */
export function buildTimeline(
  places: readonly number[] | undefined,
  table: ArticleTable,
): Timeline {
  return new PlacedTimeline(Int32Array.from(places ?? []), table);
}

/** Most lists of articles are counted, compared and not read, so that each is made when it is read. */
class PlacedArticles {
  readonly places: Int32Array;
  readonly #all: readonly SiteArticle[];
  #articles: readonly SiteArticle[] | null = null;

  constructor(places: Int32Array, all: readonly SiteArticle[]) {
    this.places = places;
    this.#all = all;
  }

  get articles(): readonly SiteArticle[] {
    return (this.#articles ??= Array.from(this.places, (place) => {
      const article = this.#all[place];
      if (article === undefined) throw new Error(`no article has the place ${place}`);
      return article;
    }));
  }
}

class PlacedTimeline extends PlacedArticles implements Timeline {
  readonly years: readonly TimelineYear[];
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;

  constructor(places: Int32Array, table: ArticleTable) {
    super(places, table.articles);
    this.years = divide(places, table);
    this.firstDay = table.articles[places.at(-1) ?? -1]?.day ?? null;
    this.lastDay = table.articles[places[0] ?? -1]?.day ?? null;
  }
}

class PlacedYear extends PlacedArticles implements TimelineYear {
  readonly year: Year;

  constructor(year: Year, places: Int32Array, all: readonly SiteArticle[]) {
    super(places, all);
    this.year = year;
  }
}

function divide(places: Int32Array, { articles, years }: ArticleTable): readonly TimelineYear[] {
  const divided: TimelineYear[] = [];
  let start = 0;
  for (const { year, end } of years) {
    const next = findPlace(places, end, start);
    if (next > start) divided.push(new PlacedYear(year, places.subarray(start, next), articles));
    start = next;
  }
  return divided;
}

/** The index of the first place, from an index on, that is not below a limit. */
function findPlace(places: Int32Array, limit: number, from: number): number {
  let low = from;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Collects the places of articles by key, keeping their order.
 * @param tellKeys calls `add` with each key of an article
 */
export function groupPlaces<Key>(
  { articles }: ArticleTable,
  tellKeys: (article: SiteArticle, add: (key: Key) => void) => void,
): ReadonlyMap<Key, readonly number[]> {
  const groups = new Map<Key, number[]>();
  let current = 0;
  const add = (key: Key): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [current]);
    else group.push(current);
  };
  for (const [place, article] of articles.entries()) {
    current = place;
    tellKeys(article, add);
  }
  return groups;
}
