import type { Day } from '../dates/day.ts';
import { compareText } from './order.ts';
import type { Site, SiteArticle, Timeline } from './site.ts';

/** How many older articles of each term are looked at, so that an article costs the same in any archive. */
export const window = 20;
const shown = 5;

interface Term {
  readonly isActor: boolean;
  /** Newest first, as places in the list of all articles. */
  readonly places: Int32Array;
}

/**
 * Ranks what is related to an article (see `findRelated`).
 * Scores articles by their place in the list of all, newest first: no map is asked for each of them.
 */
export class Ranking {
  readonly #site: Site;
  readonly #articles: readonly SiteArticle[];
  readonly #terms = new Map<Timeline, Term>();
  readonly #scores: Float64Array;
  readonly #actors: Int32Array;
  readonly #topics: Int32Array;

  constructor(site: Site) {
    this.#site = site;
    this.#articles = site.articles;
    this.#scores = new Float64Array(site.articles.length);
    this.#actors = new Int32Array(site.articles.length);
    this.#topics = new Int32Array(site.articles.length);
  }

  /** @param from the day a year before the article's */
  find(article: SiteArticle, from: Day): readonly SiteArticle[] {
    const start = countFrom(this.#articles, article.day);
    const end = countFrom(this.#articles, from);
    const candidates: number[] = [];
    for (const { isActor, places } of this.#termsOf(article)) {
      const first = countBelow(places, start);
      const last = Math.min(first + window, places.length);
      const weight = 1 / Math.log2(2 + countBelow(places, end) - first);
      for (let index = first; index < last; index++) {
        const place = places[index] ?? 0;
        const other = this.#articles[place];
        if (article.story !== null && other?.story === article.story) continue;
        const score = this.#scores[place] ?? 0;
        if (score === 0) candidates.push(place);
        this.#scores[place] = score + weight;
        const counts = isActor ? this.#actors : this.#topics;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    const best = this.#takeBest(candidates);
    for (const place of candidates) {
      this.#scores[place] = this.#actors[place] = this.#topics[place] = 0;
    }
    return best.flatMap((place) => this.#articles[place] ?? []);
  }

  #termsOf({ actors, topics }: SiteArticle): readonly Term[] {
    return [
      ...actors.flatMap(({ id }) => this.#termOf(true, this.#site.actors.get(id)?.timeline)),
      ...topics.flatMap((id) => this.#termOf(false, this.#site.topics.get(id)?.timeline)),
    ];
  }

  #termOf(isActor: boolean, timeline: Timeline | undefined): Term | [] {
    if (timeline === undefined) return [];
    let term = this.#terms.get(timeline);
    if (term === undefined) {
      term = { isActor, places: timeline.places };
      this.#terms.set(timeline, term);
    }
    return term;
  }

  /** The few best, without sorting the others. */
  #takeBest(candidates: readonly number[]): readonly number[] {
    const best: number[] = [];
    for (const candidate of candidates) {
      // One topic alone is what its page is for.
      if (this.#actors[candidate] === 0 && (this.#topics[candidate] ?? 0) < 2) continue;
      let rank = best.length;
      while (rank > 0 && this.#compare(candidate, best[rank - 1] ?? 0) < 0) rank--;
      if (rank < shown) best.splice(rank, 0, candidate);
      if (best.length > shown) best.pop();
    }
    return best;
  }

  #compare(one: number, other: number): number {
    const byScore = (this.#scores[other] ?? 0) - (this.#scores[one] ?? 0);
    const [a, b] = [this.#articles[one], this.#articles[other]];
    if (byScore !== 0 || a === undefined || b === undefined) return byScore;
    return compareText(b.day, a.day) || compareText(a.path, b.path);
  }
}

/** How many of ascending numbers are below a limit. */
function countBelow(numbers: Int32Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many articles, newest first, are of this day or newer. */
function countFrom(articles: readonly SiteArticle[], day: Day): number {
  let low = 0;
  let high = articles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = articles[middle];
    if (other !== undefined && other.day >= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
