import { toUrl, type SiteAddress } from '../urls/address.ts';
import { feedPath, type SitePath } from '../urls/paths.ts';
import { formatXml, type XmlElement } from './xml.ts';

/** What the list says of a feed. */
export interface OpmlFeed {
  readonly title: string;
  readonly path: SitePath;
  /** The page that says the same. */
  readonly page: SitePath;
}

export interface OpmlGroup {
  readonly title: string;
  readonly feeds: readonly OpmlFeed[];
}

/**
 * OPML 2.0, a subscription list. Each feed is listed once, as RSS, so that a reader that takes the
 * list does not subscribe to everything three times.
 */
export function formatOpml(
  title: string,
  groups: readonly OpmlGroup[],
  address: SiteAddress,
): string {
  return formatXml('opml', {
    '@version': '2.0',
    head: { title },
    body: {
      outline: groups
        .filter((group) => group.feeds.length > 0)
        .map((group): XmlElement => ({
          // No more than a text: other attributes want a type (W3C's validator), and a group has none.
          '@text': group.title,
          outline: group.feeds.map((feed) => ({
            '@type': 'rss',
            '@text': feed.title,
            '@title': feed.title,
            '@xmlUrl': toUrl(address, feedPath(feed.path, 'rss')),
            '@htmlUrl': toUrl(address, feed.page),
          })),
        })),
    },
  });
}
