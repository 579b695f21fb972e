import { toUrl, type SiteAddress } from '../urls/address.ts';
import { feedPath, type FeedFormat } from '../urls/paths.ts';
import { feedTypes } from '../views/page.ts';
import type { Feed } from './feed.ts';

/** A link of a feed, by its relation (RFC 8288). */
export interface FeedLink {
  readonly rel: string;
  /** The media type of a document; a hub has none. */
  readonly type: string | null;
  readonly href: string;
}

/**
 * The links from a feed to itself, to its other documents in the same format, and to its hub: `next`
 * leads on to older entries page by page, `prev-archive` from one month to the one before it
 * (RFC 5005, sections 3 and 4); `hub` is WebSub's (section 4).
 */
export function linksOf(feed: Feed, format: FeedFormat, address: SiteAddress): readonly FeedLink[] {
  const { current, next, prevArchive, nextArchive } = feed.chain;
  const documents = [
    ['self', feed.path],
    ['current', current],
    ['next', next],
    ['prev-archive', prevArchive],
    ['next-archive', nextArchive],
  ] as const;
  const links = documents.flatMap(([rel, path]): readonly FeedLink[] =>
    path === null
      ? []
      : [{ rel, type: feedTypes[format], href: toUrl(address, feedPath(path, format)) }],
  );
  return feed.hub === null ? links : [...links, { rel: 'hub', type: null, href: feed.hub }];
}
