import { addDays, type Day } from '../dates/day.ts';
import type { Slug } from '../urls/slug.ts';
import type { Archive, ArchiveItem } from './archive.ts';
import { countHolders, factsOf, mayTellSame } from './facts.ts';
import { hashWord, hashWords, wordsOf } from './words.ts';

/** An item of the site that is like a draft. */
export interface SimilarItem {
  readonly item: ArchiveItem;
  /** Sum of the weights of shared words and actors. */
  readonly score: number;
  /** The share of three-word runs that both have, 0 to 1 (Jaccard, of w-shingling by A. Broder, 1997). */
  readonly overlap: number;
  /** The share of the shorter text's runs that the longer one has. */
  readonly contained: number;
  readonly kind: 'duplicate' | 'same-story' | 'related';
}

export interface Compared {
  readonly day: Day;
  readonly title: string;
  readonly text: string;
  readonly actors: readonly Slug[];
}

/** How many of the draft's rarest words are looked up, and how many items are compared word by word. */
const rareWords = 60;
const closest = 40;
const shown = 5;
/** Days between reports of one event. */
const sameStoryDays = 2;
/** A word of more items than this share says little. */
const commonShare = 0.2;

/** The most similar items by shared rare words and actors, the most similar first, at most five. */
export function findSimilar(draft: Compared, archive: Archive): readonly SimilarItem[] {
  const words = wordsOf(`${draft.title} ${draft.text}`);
  const runs = runsOf(words);
  const facts = factsOf(`${draft.title}\n${draft.text}`);
  const near = scoreItems(words, archive)
    .map(({ item, index, score }) => ({
      item,
      index,
      score: score + 3 * countShared(archive.actorsOf(item), draft.actors),
    }))
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .slice(0, closest)
    .map(({ item, score }) => {
      const text = `${item.title}\n${archive.bodyOf(item)}`;
      return { item, score, runs: runsOf(wordsOf(text)), facts: factsOf(text) };
    });
  const holders = countHolders(near.map((each) => each.facts));
  return near
    .map((each) => compare(each, { runs, facts, holders }, draft, archive))
    .sort((one, other) => rank(one) - rank(other) || other.score - one.score)
    .slice(0, shown);
}

interface Scored {
  readonly item: ArchiveItem;
  readonly index: number;
  readonly score: number;
}

/** The items that have some of the draft's rarest words, with the sum of these words' weights. */
function scoreItems(words: readonly string[], { items }: Archive): readonly Scored[] {
  const holders = findHolders(words, items);
  const total = Math.max(1, items.length);
  const rarest = [...new Set(words)]
    .map((word) => ({ word, list: holders.get(hashWord(word)) ?? [] }))
    .filter(({ list }) => list.length > 0 && list.length <= Math.max(3, total * commonShare))
    .sort((one, other) => one.list.length - other.list.length || (one.word < other.word ? -1 : 1))
    .slice(0, rareWords);
  const scores = new Map<number, number>();
  for (const { list } of rarest) {
    const weight = Math.log2(1 + total / list.length);
    for (const index of list) scores.set(index, (scores.get(index) ?? 0) + weight);
  }
  return [...scores].flatMap(([index, score]) => {
    const item = items[index];
    return item === undefined ? [] : [{ item, index, score }];
  });
}

/** Places of the items that have a word, by its hash. */
function findHolders(
  words: readonly string[],
  items: readonly ArchiveItem[],
): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  // Most hashes of items are not the draft's, which a look into this table tells at once.
  const mayBe = new Uint8Array(65_536);
  for (const hash of hashWords(words.join(' '))) {
    holders.set(hash, []);
    mayBe[hash & 0xffff] = 1;
  }
  for (const [index, { hashes }] of items.entries()) {
    for (const hash of hashes) if (mayBe[hash & 0xffff] === 1) holders.get(hash)?.push(index);
  }
  return holders;
}

function rank({ kind }: SimilarItem): number {
  return kind === 'duplicate' ? 0 : kind === 'same-story' ? 1 : 2;
}

function countShared(theirs: readonly Slug[], actors: readonly Slug[]): number {
  return actors.filter((id) => theirs.includes(id)).length;
}

/** A text as it is compared: its runs of words and its facts. */
interface Read {
  readonly runs: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

function compare(
  { item, score, runs: others, facts: theirs }: Read & Pick<SimilarItem, 'item' | 'score'>,
  { runs, facts, holders }: Read & { readonly holders: ReadonlyMap<string, number> },
  draft: Compared,
  archive: Archive,
): SimilarItem {
  let shared = 0;
  for (const run of others) if (runs.has(run)) shared++;
  const overlap = shared / Math.max(1, runs.size + others.size - shared);
  const contained = shared / Math.max(1, Math.min(runs.size, others.size));
  const isNear =
    item.day >= addDays(draft.day, -sameStoryDays) && item.day <= addDays(draft.day, sameStoryDays);
  const titles = shareOf(wordsOf(draft.title), wordsOf(item.title));
  const sharedActors = countShared(archive.actorsOf(item), draft.actors);
  const isSame =
    isNear && (titles >= 0.5 || contained >= 0.15 || (sharedActors >= 2 && titles >= 0.3));
  // Short texts share runs by chance, and reports made by a formula all but their facts.
  const isAlike = shared >= 12 && (overlap >= 0.4 || contained >= 0.6);
  const isDuplicate = isAlike && mayTellSame(facts, theirs, holders);
  const kind = isDuplicate ? 'duplicate' : isSame ? 'same-story' : 'related';
  return { item, score, overlap, contained, kind };
}

function runsOf(words: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let index = 0; index + 2 < words.length; index++) {
    runs.add(`${words[index] ?? ''} ${words[index + 1] ?? ''} ${words[index + 2] ?? ''}`);
  }
  return runs;
}

/** The share of longer words of the shorter title that the other has. */
function shareOf(one: readonly string[], other: readonly string[]): number {
  const mine = new Set(one.filter((word) => word.length > 3));
  const theirs = new Set(other.filter((word) => word.length > 3));
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  return shared / Math.max(1, Math.min(mine.size, theirs.size));
}
