import { crc32 } from 'node:zlib';
import type { Day } from '../dates/day.ts';
import { compareText } from '../model/order.ts';
import type { Site, SiteArticle } from '../model/site.ts';

/** Milliseconds of a second, but for 0. */
const turns = 999;

/**
 * Tells the items of a day apart that have no time of their own and have not changed, by 1 to 999
 * milliseconds of the day's first second. Programs that sort a feed by what is updated want no two alike, and
 * W3C's validator warns of such. The number follows from the id, so that it stays when other items come; of two with
 * the same one the later by id takes the next. Null for an item that has a time.
 */
export function createTurns(site: Site): (article: SiteArticle) => number | null {
  const days = new Map(site.days.map(({ day, articles }) => [day, articles]));
  const known = new Map<Day, ReadonlyMap<string, number>>();
  return (article) => {
    if (!isTimeless(article)) return null;
    let ofDay = known.get(article.day);
    if (ofDay === undefined) {
      const ids = (days.get(article.day) ?? []).filter(isTimeless).map(({ id }) => id);
      ofDay = takeTurns(ids);
      known.set(article.day, ofDay);
    }
    return ofDay.get(article.id) ?? null;
  };
}

function isTimeless({ instant, updated, corrections }: SiteArticle): boolean {
  return instant === null && updated === null && corrections.length === 0;
}

export function takeTurns(ids: readonly string[]): ReadonlyMap<string, number> {
  const taken = new Set<number>();
  const found = new Map<string, number>();
  for (const id of ids.toSorted(compareText)) {
    let turn = 1 + (crc32(id) % turns);
    while (taken.has(turn) && taken.size < turns) turn = 1 + (turn % turns);
    taken.add(turn);
    found.set(id, turn);
  }
  return found;
}
