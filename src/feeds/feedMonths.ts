import type { Month } from '../dates/day.ts';
import type { Period, SiteArticle, SiteDay } from '../model/site.ts';
import { feedMonthPath, type SitePath } from '../urls/paths.ts';
import type { FeedChain } from './feed.ts';

/** What stands in one month of a feed, newest first. */
export interface FeedMonth<Item> {
  readonly id: Month;
  readonly path: SitePath;
  /** The month's page. */
  readonly page: SitePath;
  readonly items: readonly Item[];
  readonly chain: FeedChain;
}

/** A feed that can be read back to its first entry. */
export interface FeedMonths<Item> {
  /** From the newest entries on. */
  readonly chain: FeedChain;
  /** Oldest first. */
  readonly months: readonly FeedMonth<Item>[];
}

export const noChain: FeedChain = {
  isArchive: false,
  current: null,
  next: null,
  prevArchive: null,
  nextArchive: null,
};

/**
 * Divides what a feed ever had by month. All months but the newest are closed, and archives (RFC 5005,
 * section 4): without a correction or a late item they never change, for their links lead to
 * neighbours that were there when they closed. The newest month grows, so it is no archive yet. `next` and
 * `prev-archive` lead from the newest entries to the month of the first that is not among them, and so each
 * of them to every entry; only where all of the newest month are among them `prev-archive` passes it over.
 * @param path the feed's
 * @param isNewest whether an item stands among the newest entries
 */
export function chainMonths<Item>(
  path: SitePath,
  periods: readonly Period<Month>[],
  itemsOf: (period: Period<Month>) => readonly Item[],
  isNewest: (item: Item) => boolean,
): FeedMonths<Item> {
  const parts = periods
    .map((period) => ({
      id: period.id,
      path: feedMonthPath(path, period.id),
      page: period.path,
      items: itemsOf(period),
    }))
    .filter(({ items }) => items.length > 0);
  const firstOlder = parts.findLast(({ items }) => !items.every(isNewest))?.path ?? null;
  const lastClosed = parts.at(-2)?.path ?? null;
  return {
    chain: {
      ...noChain,
      next: firstOlder,
      prevArchive: firstOlder === parts.at(-1)?.path ? firstOlder : lastClosed,
    },
    months: parts.map((part, index) => {
      const before = parts[index - 1]?.path ?? null;
      const after = parts[index + 1]?.path ?? null;
      return {
        ...part,
        chain: {
          isArchive: after !== null,
          current: path,
          next: before,
          prevArchive: before,
          nextArchive: after,
        },
      };
    }),
  };
}

/** The briefings of a month, newest first. */
export function daysOf({ days }: Period<Month>): readonly SiteDay[] {
  return days.toReversed();
}

/** The articles of a month, newest first. */
export function articlesOf(period: Period<Month>): readonly SiteArticle[] {
  return daysOf(period).flatMap((day) => day.articles);
}
