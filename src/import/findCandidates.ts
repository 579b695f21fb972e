import { foldName } from '../names/fold.ts';
import type { ActorType } from '../parse/actor.ts';
import { findAgency } from './agencies.ts';
import { noNames, starters, titles } from '../registry/capitalWords.ts';
import { isPersonName } from './personName.ts';
import { speechAround, type KnownRange } from './findActors.ts';

/** A proper name that is no actor of the site. */
export interface Candidate {
  readonly name: string;
  readonly count: number;
  /** The verb that says that it speaks; null where none does. */
  readonly speaks: string | null;
  /** What it may be, by its words. */
  readonly type: ActorType;
  /** Why it is likely to be that; null where it is known. */
  readonly typeGuess: string | null;
}

/** Words with a capital, joined by spaces and by the small words within names of bodies. */
const namePattern =
  /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{N}\p{M}'’.&-]*(?: (?:(?:of|for|de|da|del|di|bin|bint|ibn|al|van|von|der|la|le|el)(?: the)? )?\p{Lu}[\p{L}\p{N}\p{M}'’&-]*){0,7}/gu;

const bodyWords =
  /\b(?:Ministry|Department|Council|Committee|Commission|Agency|Organi[sz]ation|Party|Army|Navy|Force|Forces|Guard|Court|Bank|Group|Union|University|Institute|Center|Centre|Association|Federation|Front|Movement|Brigade|Corps|Company|Corp|Inc|Ltd|Fund|Office|Bureau|Parliament|Assembly|Senate|Congress|Authority|Board|Service|Staff|Command|News|Times|Post|Post|Chiefs|Airlines|Airways|Foundation|Alliance|Coalition|Police)\b/;

interface Counted {
  name: string;
  count: number;
  speaks: string | null;
  /** Stood within a sentence at least once, or has several words. */
  isSure: boolean;
}

/**
 * Unknown proper names in a text in a script with capitals, the most frequent first. A name's last word
 * alone counts for the whole name that stands before it.
 */
export function findCandidates(
  texts: readonly string[],
  known: readonly KnownRange[],
  places: readonly string[],
): readonly Candidate[] {
  const found = new Map<string, Counted>();
  const skip = new Set(places.map(foldName));
  const byParagraph = new Map<number, KnownRange[]>();
  for (const range of known) {
    const others = byParagraph.get(range.paragraph);
    if (others === undefined) byParagraph.set(range.paragraph, [range]);
    else others.push(range);
  }
  // The headline's capitals may be those of every word.
  for (const [paragraph, text] of texts.entries()) {
    if (paragraph === 0) continue;
    const ranges = byParagraph.get(paragraph) ?? [];
    let next = 0;
    for (const match of text.matchAll(namePattern)) {
      // Both stand in the order of the text.
      while ((ranges[next]?.end ?? Infinity) <= match.index) next++;
      for (const { name, start } of cutKnown(match[0], match.index, ranges, next)) {
        countName(name, start, text, skip, found);
      }
    }
  }
  return mergeShort([...found.values()])
    .filter(({ isSure }) => isSure)
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
    .map(({ name, count, speaks }) => ({
      name,
      count,
      speaks,
      type: bodyWords.test(name) || !isPersonName(name) ? 'organisation' : 'person',
      typeGuess: 'by the words of the name',
    }));
}

/**
 * What is left of a run of capitals beside the names that are known.
 * @param first the first range that may stand in it
 */
function cutKnown(
  text: string,
  start: number,
  ranges: readonly KnownRange[],
  first: number,
): readonly { readonly name: string; readonly start: number }[] {
  const end = start + text.length;
  let last = first;
  while ((ranges[last]?.start ?? Infinity) < end) last++;
  const inside = ranges.slice(first, last);
  const parts: { name: string; start: number }[] = [];
  let position = start;
  for (const range of [...inside, { start: end, end }]) {
    if (range.start > position) {
      parts.push({ name: text.slice(position - start, range.start - start), start: position });
    }
    position = Math.max(position, range.end);
  }
  return parts;
}

/** Letters before a name that tell whether a sentence begins with it. */
const lookBack = 40;

function countName(
  raw: string,
  start: number,
  text: string,
  skip: ReadonlySet<string>,
  found: Map<string, Counted>,
): void {
  const name = bareName(raw);
  const single = !name.includes(' ');
  if (name.length < 3 || noNames.has(name) || findAgency(name) !== null || skip.has(foldName(name)))
    return;
  const place = text.indexOf(name, start);
  const before = text.slice(Math.max(0, place - lookBack), place);
  const isStart = place === 0 || /(?:[.!?:]["”’]?\s+|["“]|[-–—]\s)$/.test(before);
  const key = foldName(name);
  const counted = found.get(key) ?? { name, count: 0, speaks: null, isSure: false };
  counted.count += 1;
  counted.isSure ||= !single || !isStart;
  counted.speaks ??= speechAround(text, place, place + name.length);
  found.set(key, counted);
}

/** A name without titles, the words around it and a possessive 's. */
function bareName(raw: string): string {
  let words = raw.trim().split(' ');
  const title = words.findLastIndex((word) => titles.has(word));
  // "Arcanian Trade Minister Elodie Vance", and not "Major General".
  if (title >= 0 && title < words.length - 1) words = words.slice(title + 1);
  const isSmall = (word: string | undefined): boolean => /^\p{Ll}/u.test(word ?? '');
  while (words.length > 0 && (starters.has(words[0] ?? '') || isSmall(words[0]))) words.shift();
  while (isSmall(words.at(-1))) words.pop();
  return words
    .join(' ')
    .replace(/['’]s?$/, '')
    .replace(/[.,&-]+$/, '');
}

/** Adds a single word to the one longer name that has it. */
function mergeShort(all: readonly Counted[]): readonly Counted[] {
  const longer = new Map<string, Counted[]>();
  for (const counted of all) {
    const words = foldName(counted.name).split(' ');
    if (words.length < 2) continue;
    for (const word of words) {
      const others = longer.get(word);
      if (others === undefined) longer.set(word, [counted]);
      else others.push(counted);
    }
  }
  return all.filter((counted) => {
    const whole = longer.get(foldName(counted.name)) ?? [];
    const [only] = whole;
    if (only === undefined || whole.length > 1) return true;
    only.count += counted.count;
    only.speaks ??= counted.speaks;
    return false;
  });
}
