import type { SiteAddress } from '../urls/address.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** A feed format: the document around the entries, and one entry, which many feeds share. */
export interface FeedFormatter {
  /** The document up to its entries, and behind them. */
  readonly formatAround: (
    feed: Feed,
    address: SiteAddress,
  ) => readonly [before: string, after: string];
  /**
   * @param html the entry's, made once for all formats
   * @param language that of the feed
   */
  readonly formatEntry: (entry: FeedEntry, html: string | null, language: string) => string;
  /** What stands between two entries. */
  readonly separator: string;
  /** With what every entry in a document begins and ends, and nothing else does. */
  readonly bounds: readonly [first: string, last: string];
}
