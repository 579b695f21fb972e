import type { Year } from '../dates/day.ts';
import type { Period, Site } from '../model/site.ts';
import { hashText } from '../read/hash.ts';
import type { ViewContext } from './context.ts';
import { createListKeys } from './listKey.ts';
import { behind, shownOfStory } from './storyLine.ts';
import { hashParts } from './viewKey.ts';

/**
 * For each year a key of everything that the pages of its days and items, and their pictures, are made of:
 * where it is what it was, none of them has to be asked. They look back at all earlier items (what is related, the same day of
 * other years), and ahead at their neighbours and at the next item of a story; what else they come to
 * depend on has to be added here.
 */
export function keysOfYears(site: Site, context: ViewContext): ReadonlyMap<Year, string> {
  const bodies = createListKeys(site, ({ bodyKey }, add) => add(bodyKey));
  const ofStories = keysOfStories(site, context);
  const keys = new Map<Year, string>();
  let key = hashParts(
    // Which items count for a topic, and what shows of an actor beside its name and address.
    Array.from(site.topics.values(), ({ topic }) => [topic.id, topic.broader]),
    Array.from(site.actors.values(), ({ actor }) => [actor.id, actor.type]),
  );
  for (const [index, { id, days }] of site.years.entries()) {
    const articles = days.flatMap((day) => day.articles);
    const notes = days.map(({ path, briefing }) => `${path} ${briefing?.sourceHash ?? ''}`);
    const pictured = [...days, ...articles].filter(({ path }) => site.pictured.has(path));
    const lists = [context.itemsKey(articles), bodies.ofArticles(articles)];
    key = hashText([key, ...lists, ...notes, ...pictured.map(({ path }) => path)].join('\n'));
    const next = keyOfNext(site.years.slice(index + 1), context);
    keys.set(id, hashText([key, next, ofStories(id)].join('\n')));
  }
  return keys;
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
      keys.set(year, [...(keys.get(year) ?? []), near]);
      later += articles.length;
    }
  }
  return (year) => (keys.get(year) ?? []).join(' ');
}
