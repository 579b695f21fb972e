import type { Year } from '../dates/day.ts';
import type { Period, Site } from '../model/site.ts';
import { hashText } from '../read/hash.ts';
import type { ViewContext } from './context.ts';
import { createListKeys } from './listKey.ts';
import { countItems } from './period.ts';
import { behind, shownOfStory } from './storyLine.ts';
import { hashParts } from './viewKey.ts';

/** What stands for the pages of a year. */
export interface YearKey {
  /** Changes when anything changes of which the pages of its days and items are made. */
  readonly key: string;
  /** The same of its days and items, and all before them, without what the pages see ahead. */
  readonly past: string;
  /** What is known of its items by themselves: see `ViewContext.hashes`. */
  readonly rows: string;
  readonly items: string;
}

export type YearKeys = ReadonlyMap<Year, YearKey>;

/** The keys of another build of the same code and configuration. */
export interface LastYearKeys {
  readonly keys: Readonly<Record<Year, YearKey>>;
  /** The first year whose days and items may be others, where nothing else is; else null. */
  readonly touched: Year | null;
}

/**
 * For each year a key of everything that the pages of its days and items, and their pictures, are made of:
 * where it is what it was, none of them has to be asked. They look back at all earlier items (what is related, the same day of
 * other years), and ahead at their neighbours and at the next item of a story; what else they come to
 * depend on has to be added here. What looks further ahead than to the next item has to make `watchYears`, too, say that
 * it can't tell: keys of years before the first that was touched are not made anew.
 */
export function keysOfYears(site: Site, context: ViewContext, last: LastYearKeys | null): YearKeys {
  const bodies = createListKeys(site, ({ bodyKey }, add) => add(bodyKey));
  const ofStories = keysOfStories(site, context);
  const keys = takeKnown(site.years, last);
  const startOf = startsOfYears(site);
  for (const { id, days } of site.years) {
    if (last === null || last.touched === null || id >= last.touched) break;
    const known = last.keys[id];
    for (const kind of ['rows', 'items'] as const)
      context.hashes[kind].take(known?.[kind] ?? '', startOf(id), countItems(days));
  }
  let past =
    Array.from(keys.values()).at(-1)?.past ??
    hashParts(
      // Which items count for a topic, and what shows of an actor beside its name and address.
      Array.from(site.topics.values(), ({ topic }) => [topic.id, topic.broader]),
      Array.from(site.actors.values(), ({ actor }) => [actor.id, actor.type]),
    );
  for (const [index, { id, days }] of site.years.entries()) {
    if (keys.has(id)) continue;
    const articles = days.flatMap((day) => day.articles);
    const notes = days.map(({ path, briefing }) => `${path} ${briefing?.sourceHash ?? ''}`);
    const pictured = [...days, ...articles].filter(({ path }) => site.pictured.has(path));
    const lists = [context.itemsKey(articles), bodies.ofArticles(articles)];
    past = hashText([past, ...lists, ...notes, ...pictured.map(({ path }) => path)].join('\n'));
    const next = keyOfNext(site.years.slice(index + 1), context);
    keys.set(id, {
      key: hashText([past, next, ofStories(id)].join('\n')),
      past,
      rows: context.hashes.rows.give(startOf(id), articles.length),
      items: context.hashes.items.give(startOf(id), articles.length),
    });
  }
  return keys;
}

/** The place of the newest article of each year: places count from the newest of all. */
function startsOfYears({ years }: Site): (year: Year) => number {
  const starts = new Map<Year, number>();
  let start = 0;
  for (const { id, days } of years.toReversed()) {
    starts.set(id, start);
    start += countItems(days);
  }
  return (year) => starts.get(year) ?? 0;
}

/** The keys of the years that can't see the first one that was touched: it is not the next with an item. */
function takeKnown(years: readonly Period<Year>[], last: LastYearKeys | null): Map<Year, YearKey> {
  const known = new Map<Year, YearKey>();
  if (last === null || last.touched === null) return known;
  for (const [index, { id }] of years.entries()) {
    const next = years[index + 1];
    const key = last.keys[id];
    const isBehind = next !== undefined && next.id < last.touched;
    if (!isBehind || key === undefined || next.days.every(isEmpty)) break;
    known.set(id, key);
  }
  return known;
}

function isEmpty({ articles }: Period<Year>['days'][number]): boolean {
  return articles.length === 0;
}

/** What the last day and item of a year say of those behind them. */
function keyOfNext(later: readonly Period<Year>[], context: ViewContext): string {
  const day = later[0]?.days[0]?.path ?? '';
  for (const { days } of later) {
    const item = days.find(({ articles }) => articles.length > 0)?.articles.at(-1);
    if (item !== undefined) return `${day} ${context.rowKey(item)}`;
  }
  return day;
}

/** Of the stories that have items in a year, the items behind it, as far as they tell. */
function keysOfStories({ stories }: Site, context: ViewContext): (year: Year) => string {
  const keys = new Map<Year, string[]>();
  for (const { timeline } of stories.values()) {
    let later = 0;
    for (const { year, articles } of timeline.years) {
      const first = Math.max(0, later - shownOfStory - behind);
      const near = context.rowsKeyAt(timeline.places.subarray(first, later));
      const known = keys.get(year);
      if (known === undefined) keys.set(year, [near]);
      else known.push(near);
      later += articles.length;
    }
  }
  return (year) => (keys.get(year) ?? []).join(' ');
}
