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
  const ids: Slug[] = [];
  const numbers = new Map<Slug, number>();
  const counts: number[] = [];
  const pairs = new Map<number, Pair>();
  for (const article of articles) {
    const own: number[] = [];
    for (const { id } of article.actors) {
      let number = numbers.get(id);
      if (number === undefined) {
        number = ids.push(id) - 1;
        numbers.set(id, number);
      }
      if (own.includes(number)) continue;
      own.push(number);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    if (!areTied(own)) continue;
    const share = 1 / (own.length - 1);
    for (let index = 1; index < own.length; index++) {
      for (let other = 0; other < index; other++) {
        addTie(pairs, own[index] ?? 0, own[other] ?? 0, ids, article.day, share);
      }
    }
  }
  return {
    pairs: [...pairs.values()],
    mentions: new Map(ids.map((id, number) => [id, counts[number] ?? 0])),
  };
}

function addTie(
  pairs: Map<number, Pair>,
  one: number,
  other: number,
  ids: readonly Slug[],
  day: Day,
  share: number,
): void {
  const most = Math.max(one, other);
  // Pairs counted row by row below the diagonal: small numbers, which maps find soonest.
  const key = (most * (most - 1)) / 2 + Math.min(one, other);
  const pair = pairs.get(key);
  if (pair !== undefined) {
    pair.count++;
    pair.strength += share;
    if (day > pair.last) pair.last = day;
    return;
  }
  // By id, so that a pair has one spelling.
  const [a, b] = [ids[one] as Slug, ids[other] as Slug].sort(compareText) as [Slug, Slug];
  pairs.set(key, { a, b, count: 1, strength: share, last: day });
}

/** Whether an article makes any tie. */
export function hasTies({ actors }: SiteArticle): boolean {
  return areTied([...new Set(actors.map(({ id }) => id))]);
}

/** @param ids those of an article, each once */
function areTied(ids: readonly unknown[]): boolean {
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
