import { toHref, type SiteAddress } from '../urls/address.ts';
import { feedStylePath } from '../urls/paths.ts';
import type { Feed, FeedAuthor, FeedEntry } from './feed.ts';
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
 * Atom (RFC 4287). An entry has no `source` (section 4.2.11): that keeps the feed from which an entry was
 * copied, and an article's entry is at home in every feed of the site in which it stands.
 */
export const atom: FeedFormatter = {
  formatAround: (feed, address) => splitAtPlace(formatDocument(feed, address)),
  formatEntry: (entry, html, language) => formatFragment({ entry: toEntry(entry, html, language) }),
  separator: '',
  // A text has no `<` of its own.
  bounds: ['<entry', '</entry>\n'],
};

function formatDocument(feed: Feed, address: SiteAddress): string {
  const root: XmlElement = {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    ...(feed.chain.isArchive ? { '@xmlns:fh': historyNamespace } : {}),
    '@xml:lang': feed.language,
    id: feed.id,
    title: feed.title,
    subtitle: feed.description,
    updated: feed.updated.iso,
    link: [
      ...linksOf(feed, 'atom', address).map(toLinkElement),
      { '@rel': 'alternate', '@type': 'text/html', '@href': feed.url },
    ],
    ...optional('fh:archive', feed.chain.isArchive ? {} : null),
    author: toPerson(feed.author),
    ...optional('rights', feed.licence),
    generator: 'Dateline',
    ...place,
  };
  return formatXml('feed', root, toHref(address, feedStylePath));
}

function toEntry(entry: FeedEntry, html: string | null, language: string): XmlElement {
  const { enclosure } = entry;
  return {
    ...(entry.language === language ? {} : { '@xml:lang': entry.language }),
    id: entry.id,
    title: entry.title,
    link: [
      { '@rel': 'alternate', '@type': 'text/html', '@href': entry.url },
      ...(enclosure === null
        ? []
        : [
            {
              '@rel': 'enclosure',
              '@type': enclosure.type,
              '@length': enclosure.bytes,
              '@href': enclosure.url,
            },
          ]),
    ],
    published: entry.published.iso,
    updated: formatUpdated(entry),
    author: entry.authors.map(toPerson),
    category: entry.categories.map(({ term, scheme, label }) => ({
      '@term': term,
      '@scheme': scheme,
      '@label': label,
    })),
    // An entry without content is to have a summary (RFC 4287, section 4.1.1.1).
    ...optional('summary', entry.summary ?? (html === null ? entry.title : null)),
    ...(html === null ? {} : { content: { '@type': 'html', '#text': html } }),
  };
}

/** RFC 3339 has fractions of a second before the offset. */
function formatUpdated({ updated: { iso }, turn }: FeedEntry): string {
  if (turn === null) return iso;
  const seconds = 'yyyy-MM-ddTHH:mm:ss'.length;
  return `${iso.slice(0, seconds)}.${String(turn).padStart(3, '0')}${iso.slice(seconds)}`;
}

function toPerson({ name, url }: FeedAuthor): XmlElement {
  return { name, ...optional('uri', url) };
}
