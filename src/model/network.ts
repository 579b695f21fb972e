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

/**
 * The strongest hundred ties, at most twelve of one actor. The strength is that of co-authors in
 * M. Newman, "Scientific collaboration networks" II (2001).
 */
export function buildNetwork(articles: readonly SiteArticle[]): Network {
  const pairs = countPairs(articles);
  const { mentions } = pairs;
  const ties = chooseTies(pairs);
  const shown = new Set(ties.flatMap(({ a, b }) => [a, b]));
  return {
    ties,
    mentions: new Map(Array.from(shown, (id) => [id, mentions.get(id) ?? 0])),
  };
}

/** Every tie, and every actor that an article names. */
export function buildWholeNetwork(articles: readonly SiteArticle[]): Network {
  const pairs = countPairs(articles);
  return {
    ties: sortTies(Array.from(pairs.strengths.keys(), pairs.tieOf)),
    mentions: pairs.mentions,
  };
}

/** Pairs of actors that share articles, as columns: of most of them nobody needs more. */
interface Pairs {
  readonly strengths: Float64Array;
  readonly tieOf: (index: number) => Tie;
  readonly mentions: ReadonlyMap<Slug, number>;
}

function countPairs(articles: readonly SiteArticle[]): Pairs {
  const ids: Slug[] = [];
  const numbers = new Map<Slug, number>();
  const mentions: number[] = [];
  const indexes = createPairIndexes();
  const days = [...new Set(articles.map(({ day }) => day))].sort();
  const dayNumbers = new Map(days.map((day, index) => [day, index]));
  let columns = makeColumns(1024);
  let length = 0;
  const add = (one: number, other: number, day: number, share: number): void => {
    const most = Math.max(one, other);
    const least = Math.min(one, other);
    const index = indexes(most, least);
    if (index === length) {
      if (index === columns.counts.length) columns = makeColumns(2 * index, columns);
      columns.ones[index] = most;
      columns.others[index] = least;
      length++;
    }
    const { counts, strengths, lasts } = columns;
    counts[index] = (counts[index] ?? 0) + 1;
    strengths[index] = (strengths[index] ?? 0) + share;
    if (day > (lasts[index] ?? 0)) lasts[index] = day;
  };
  // One list for all articles: it is read before the next one is.
  const own: number[] = [];
  for (const { actors, day } of articles) {
    own.length = 0;
    for (const { id } of actors) {
      let number = numbers.get(id);
      if (number === undefined) {
        number = ids.push(id) - 1;
        numbers.set(id, number);
      }
      if (own.includes(number)) continue;
      own.push(number);
      mentions[number] = (mentions[number] ?? 0) + 1;
    }
    if (!areTied(own)) continue;
    const share = 1 / (own.length - 1);
    const dayNumber = dayNumbers.get(day) ?? 0;
    for (let index = 1; index < own.length; index++) {
      for (let other = 0; other < index; other++) {
        add(own[index] ?? 0, own[other] ?? 0, dayNumber, share);
      }
    }
  }
  const { ones, others, counts, strengths, lasts } = columns;
  const tieOf = (index: number): Tie => {
    const pair = [ids[ones[index] ?? 0] as Slug, ids[others[index] ?? 0] as Slug] as const;
    // By id, so that a pair has one spelling.
    const [a, b] = pair.toSorted(compareText) as [Slug, Slug];
    const [count, strength] = [counts[index] ?? 0, strengths[index] ?? 0];
    return { a, b, count, strength, last: days[lasts[index] ?? 0] as Day };
  };
  return {
    strengths: strengths.subarray(0, length),
    tieOf,
    mentions: new Map(ids.map((id, number) => [id, mentions[number] ?? 0])),
  };
}

interface Columns {
  /** Numbers of actors. */
  readonly ones: Int32Array;
  readonly others: Int32Array;
  readonly counts: Int32Array;
  readonly strengths: Float64Array;
  /** Numbers of days. */
  readonly lasts: Int32Array;
}

/** @param filled what the first rows have */
function makeColumns(rows: number, filled?: Columns): Columns {
  const columns = {
    ones: new Int32Array(rows),
    others: new Int32Array(rows),
    counts: new Int32Array(rows),
    strengths: new Float64Array(rows),
    lasts: new Int32Array(rows),
  };
  if (filled !== undefined) {
    for (const name of ['ones', 'others', 'counts', 'strengths', 'lasts'] as const)
      columns[name].set(filled[name]);
  }
  return columns;
}

/** Up to so many actors the indexes of all their pairs are an array, of at most 16 MB. */
const denseActors = 2800;

/**
 * Gives each pair of numbers an index, from 0 in the order in which they come. Pairs are counted row by row
 * below the diagonal, which leaves no gap, so that an array has them all; the pairs of many actors are few
 * of those that there could be, and stand in a map.
 */
function createPairIndexes(): (most: number, least: number) => number {
  // An index more by one, as 0 is none.
  let dense = new Int32Array(1024);
  const sparse = new Map<number, number>();
  let length = 0;
  return (most, least) => {
    const key = (most * (most - 1)) / 2 + least;
    if (most < denseActors) {
      if (key >= dense.length) {
        const larger = new Int32Array(Math.max(key + 1, dense.length * 2));
        larger.set(dense);
        dense = larger;
      }
      const found = dense[key] ?? 0;
      if (found > 0) return found - 1;
      dense[key] = length + 1;
    } else {
      const found = sparse.get(key);
      if (found !== undefined) return found;
      sparse.set(key, length);
    }
    return length++;
  };
}

/** Whether an article makes any tie. */
export function hasTies({ actors }: SiteArticle): boolean {
  return areTied([...new Set(actors.map(({ id }) => id))]);
}

/** @param ids those of an article, each once */
function areTied(ids: readonly unknown[]): boolean {
  return ids.length > 1 && ids.length <= longestList;
}

function sortTies(ties: readonly Tie[]): readonly Tie[] {
  return ties.toSorted(
    (one, other) =>
      other.strength - one.strength ||
      other.count - one.count ||
      compareText(one.a, other.a) ||
      compareText(one.b, other.b),
  );
}

/** The hundred are nearly always among so many of the strongest. */
const likelyTies = 2000;

function chooseTies({ strengths, tieOf }: Pairs): readonly Tie[] {
  const limit = strengths.toSorted().at(-likelyTies) ?? 0;
  const likely: Tie[] = [];
  for (const [index, strength] of strengths.entries()) {
    if (strength >= limit) likely.push(tieOf(index));
  }
  const chosen = chooseFrom(sortTies(likely));
  if (chosen.length === shownTies || likely.length === strengths.length) return chosen;
  return chooseFrom(sortTies(Array.from(strengths.keys(), tieOf)));
}

function chooseFrom(sorted: readonly Tie[]): readonly Tie[] {
  const tiesOf = new Map<Slug, number>();
  const chosen: Tie[] = [];
  for (const tie of sorted) {
    if (chosen.length === shownTies) break;
    const ofA = tiesOf.get(tie.a) ?? 0;
    const ofB = tiesOf.get(tie.b) ?? 0;
    if (ofA >= tiesOfOne || ofB >= tiesOfOne) continue;
    tiesOf.set(tie.a, ofA + 1);
    tiesOf.set(tie.b, ofB + 1);
    chosen.push(tie);
  }
  return chosen;
}

/** The years that have a tie, and so a page. */
export function findNetworkYears(years: readonly Period<Year>[]): readonly Period<Year>[] {
  return years.filter(({ days }) => days.some(({ articles }) => articles.some(hasTies)));
}
