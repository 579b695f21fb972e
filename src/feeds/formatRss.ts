import { formatRfc822 } from '../dates/instant.ts';
import { toHref, type SiteAddress } from '../urls/address.ts';
import { feedStylePath } from '../urls/paths.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { escapeHtml } from './entryHtml.ts';
import type { FeedFormatter } from './feedFormatter.ts';
import { linksOf } from './feedLinks.ts';
import {
  formatFragment,
  formatXml,
  historyNamespace,
  optional,
  place,
  splitAtPlace,
  toLinkElement,
  type XmlElement,
} from './xml.ts';

/**
 * RSS 2.0 with the RSS Advisory Board's profile: content:encoded, dc:creator, atom:link. An item has no
 * `source`: that names the feed from which another publisher's item was taken, and all are the site's own.
 */
export const rss: FeedFormatter = {
  formatAround: (feed, address) => splitAtPlace(formatDocument(feed, address)),
  formatEntry: (entry, html, language) =>
    formatFragment({ item: toItem(entry, html, language) }, { plain: plainInItem }),
  separator: '',
  // A text has no `<` of its own.
  bounds: ['<item>', '</item>\n'],
};

/** What the profile knows as plain text, and readers as well. */
const plainInChannel: ReadonlySet<string> = new Set(['title', 'description']);
const plainInItem: ReadonlySet<string> = new Set(['title', 'category']);

function formatDocument(feed: Feed, address: SiteAddress): string {
  const root: XmlElement = {
    '@version': '2.0',
    '@xmlns:atom': 'http://www.w3.org/2005/Atom',
    '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    ...(feed.chain.isArchive ? { '@xmlns:fh': historyNamespace } : {}),
    channel: {
      title: feed.title,
      link: feed.url,
      description: feed.description,
      language: feed.language,
      ...optional('copyright', feed.licence),
      ...(feed.entries.length === 0 ? {} : { lastBuildDate: formatRfc822(feed.updated) }),
      generator: 'Dateline',
      docs: 'https://www.rssboard.org/rss-specification',
      'atom:link': linksOf(feed, 'rss', address).map(toLinkElement),
      ...optional('fh:archive', feed.chain.isArchive ? {} : null),
      ...place,
    },
  };
  return formatXml('rss', root, toHref(address, feedStylePath), { plain: plainInChannel });
}

function toItem(entry: FeedEntry, html: string | null, language: string): XmlElement {
  const { enclosure, published, updated } = entry;
  return {
    title: entry.title,
    link: entry.url,
    guid: { '@isPermaLink': 'false', '#text': entry.id },
    pubDate: formatRfc822(published),
    // RSS has no word for a change.
    ...optional('atom:updated', updated.time === published.time ? null : updated.iso),
    'dc:creator': entry.authors.map((author) => author.name),
    category: entry.categories.map(({ scheme, label }) => ({ '@domain': scheme, '#text': label })),
    ...optional('dc:language', entry.language === language ? null : entry.language),
    // RSS has no plain text here: readers take a description for HTML.
    description: toDescription(entry),
    ...optional('content:encoded', html),
    ...optional(
      'enclosure',
      enclosure && {
        '@url': enclosure.url,
        '@length': enclosure.bytes,
        '@type': enclosure.type,
      },
    ),
  };
}

/** Readers that show lists of items want one beside the content too; a title is what there is at least. */
function toDescription({ summary, title }: FeedEntry): string {
  return escapeHtml(summary ?? title);
}
