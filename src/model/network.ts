import type { Day, Year } from '../dates/day.ts';
import type { Slug } from '../urls/slug.ts';
import { compareText } from './order.ts';
import type { Period, SiteArticle } from './site.ts';

/** Two actors that stand in the same articles. */
export interface Tie {
  readonly a: Slug;
  readonly b: Slug;
  /** How many articles name both. */
  readonly count: number;
  /** Each of them adds 1 / (its actors - 1): two who stand alone together are tied more closely. */
  readonly strength: number;
  /** The last of those days. */
  readonly last: Day;
}

/** Who stands with whom in some articles. */
export interface Network {
  /** Strongest first, ties by count, then by ids. */
  readonly ties: readonly Tie[];
  /** Of the actors of those ties: in how many of the articles each is named. */
  readonly mentions: ReadonlyMap<Slug, number>;
}

const shownTies = 100;
/** So that one actor that is everywhere does not take all the places. */
const tiesOfOne = 12;
/** A list of more adds next to nothing to a tie, and pairs grow with its square. */
const longestList = 30;

type Pair = { -readonly [Key in keyof Tie]: Tie[Key] };

/** The key of a pair is one number: the first actor's place times this, and the second's. */
const placesOfOne = 2 ** 25;

/**
 * The strongest hundred ties, at most twelve of one actor. The strength is that of co-authors in
 * M. Newman, "Scientific collaboration networks" II (2001).
 */
export function buildNetwork(articles: readonly SiteArticle[]): Network {
  const { pairs, mentions } = countPairs(articles);
  const ties = chooseTies(sortTies(pairs));
  const shown = new Set(ties.flatMap(({ a, b }) => [a, b]));
  return {
    ties,
    mentions: new Map(Array.from(shown, (id) => [id, mentions.get(id) ?? 0])),
  };
}

/** Every tie, and every actor that an article names. */
export function buildWholeNetwork(articles: readonly SiteArticle[]): Network {
  const { pairs, mentions } = countPairs(articles);
  return { ties: sortTies(pairs), mentions };
}

function countPairs(articles: readonly SiteArticle[]): {
  readonly pairs: Pair[];
  readonly mentions: ReadonlyMap<Slug, number>;
} {
  const mentions = new Map<Slug, number>();
  const places = new Map<Slug, number>();
  const pairs = new Map<number, Pair>();
  for (const article of articles) {
    const ids = actorsOf(article);
    for (const id of ids) {
      mentions.set(id, (mentions.get(id) ?? 0) + 1);
      if (!places.has(id)) places.set(id, places.size);
    }
    if (!areTied(ids)) continue;
    const share = 1 / (ids.length - 1);
    for (const [index, a] of ids.entries()) {
      const row = (places.get(a) ?? 0) * placesOfOne;
      for (const b of ids.slice(index + 1)) {
        addTie(pairs, row + (places.get(b) ?? 0), a, b, article.day, share);
      }
    }
  }
  return { pairs: [...pairs.values()], mentions };
}

function addTie(
  pairs: Map<number, Pair>,
  key: number,
  a: Slug,
  b: Slug,
  day: Day,
  share: number,
): void {
  const pair = pairs.get(key);
  if (pair === undefined) {
    pairs.set(key, { a, b, count: 1, strength: share, last: day });
    return;
  }
  pair.count++;
  pair.strength += share;
  if (day > pair.last) pair.last = day;
}

/** Each once, by id, so that a pair has one spelling. */
function actorsOf({ actors }: SiteArticle): readonly Slug[] {
  const ids: Slug[] = [];
  for (const { id } of actors) if (!ids.includes(id)) ids.push(id);
  return ids.sort(compareText);
}

/** Whether an article makes any tie. */
export function hasTies(article: SiteArticle): boolean {
  return areTied(actorsOf(article));
}

function areTied(ids: readonly Slug[]): boolean {
  return ids.length > 1 && ids.length <= longestList;
}

function sortTies(pairs: Pair[]): readonly Tie[] {
  return pairs.sort(
    (one, other) =>
      other.strength - one.strength ||
      other.count - one.count ||
      compareText(one.a, other.a) ||
      compareText(one.b, other.b),
  );
}

function chooseTies(sorted: readonly Tie[]): readonly Tie[] {
  const tiesOf = new Map<Slug, number>();
  const chosen: Tie[] = [];
  for (const pair of sorted) {
    if (chosen.length === shownTies) break;
    const ofA = tiesOf.get(pair.a) ?? 0;
    const ofB = tiesOf.get(pair.b) ?? 0;
    if (ofA >= tiesOfOne || ofB >= tiesOfOne) continue;
    tiesOf.set(pair.a, ofA + 1);
    tiesOf.set(pair.b, ofB + 1);
    chosen.push(pair);
  }
  return chosen;
}

/** The years that have a tie, and so a page. */
export function findNetworkYears(years: readonly Period<Year>[]): readonly Period<Year>[] {
  return years.filter(({ days }) => days.some(({ articles }) => articles.some(hasTies)));
}
