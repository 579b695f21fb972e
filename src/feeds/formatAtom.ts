import { toUrl, type SiteAddress } from '../urls/address.ts';
import { feedPath } from '../urls/paths.ts';
import type { Feed, FeedAuthor, FeedEntry } from './feed.ts';
import { formatFragment, formatXml, optional, type XmlElement } from './xml.ts';

/** Atom (RFC 4287). */
export function formatAtom(feed: Feed, address: SiteAddress): string {
  return formatXml(
    'feed',
    {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': feed.language,
      id: feed.id,
      title: feed.title,
      subtitle: feed.description,
      updated: feed.updated.iso,
      link: [
        {
          '@rel': 'self',
          '@type': 'application/atom+xml',
          '@href': toUrl(address, feedPath(feed.path, 'atom')),
        },
        { '@rel': 'alternate', '@type': 'text/html', '@href': feed.url },
      ],
      author: toPerson(feed.author),
      ...optional('rights', feed.licence),
      generator: 'Dateline',
      entry: feed.entries.map((entry) => ({
        ...(entry.language === feed.language ? {} : { '@xml:lang': entry.language }),
        '#text': toEntryXml(entry),
      })),
    },
    'feed.entry',
  );
}

/** An entry stands in many feeds, the same in each. */
const entries = new WeakMap<FeedEntry, string>();

function toEntryXml(entry: FeedEntry): string {
  let xml = entries.get(entry);
  if (xml === undefined) {
    xml = formatFragment(toEntry(entry));
    entries.set(entry, xml);
  }
  return xml;
}

function toEntry(entry: FeedEntry): XmlElement {
  return {
    id: entry.id,
    title: entry.title,
    link: { '@rel': 'alternate', '@type': 'text/html', '@href': entry.url },
    published: entry.published.iso,
    updated: entry.updated.iso,
    author: entry.authors.map(toPerson),
    category: entry.categories.map(({ term, scheme, label }) => ({
      '@term': term,
      '@scheme': scheme,
      '@label': label,
    })),
    // An entry without content must have a summary (RFC 4287, section 4.1.2).
    ...optional('summary', entry.summary ?? (entry.html === null ? entry.title : null)),
    ...(entry.html === null ? {} : { content: { '@type': 'html', '#text': entry.html } }),
  };
}

function toPerson({ name, url }: FeedAuthor): XmlElement {
  return { name, ...optional('uri', url) };
}
