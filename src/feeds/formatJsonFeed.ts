import { toUrl, type SiteAddress } from '../urls/address.ts';
import { feedPath } from '../urls/paths.ts';
import { extensionKey } from './datelineExtension.ts';
import type { Feed, FeedAuthor, FeedEnclosure, FeedEntry } from './feed.ts';
import type { FeedFormatter } from './feedFormatter.ts';

/** JSON Feed 1.1. Its items come last, so that they can be put in. */
export const jsonFeed: FeedFormatter = {
  formatAround: (feed, address) => {
    const document = JSON.stringify(toDocument(feed, address), null, 1);
    return [document.slice(0, -']\n}'.length), `${feed.entries.length > 0 ? '\n ' : ''}]\n}\n`];
  },
  // JSON writes a line break within a text as \n, so every real one is of the layout.
  formatEntry: (entry, html, language) =>
    `\n${formatItem(entry, html, language)}`.replaceAll('\n', '\n  '),
  separator: ',',
  bounds: ['\n  {\n   "id": ', '\n  }'],
};

function toDocument(feed: Feed, address: SiteAddress): Record<string, unknown> {
  const { next } = feed.chain;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: toUrl(address, feedPath(feed.path, 'json')),
    description: feed.description,
    ...(next === null ? {} : { next_url: toUrl(address, feedPath(next, 'json')) }),
    language: feed.language,
    authors: [toAuthor(feed.author)],
    ...(feed.hub === null ? {} : { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    [extensionKey]: feed.extension,
    items: [],
  };
}

/** What is for programs alone takes one line: each piece on its own would be half a feed of spaces. */
function formatItem(entry: FeedEntry, html: string | null, language: string): string {
  const text = JSON.stringify(toItem(entry, html, language), null, 1);
  const extension = entry.extension();
  if (extension === null) return text;
  return `${text.slice(0, -'\n}'.length)},\n "${extensionKey}": ${JSON.stringify(extension)}\n}`;
}

function toItem(entry: FeedEntry, html: string | null, language: string): Record<string, unknown> {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    // An item has content_html or content_text.
    ...(html === null ? { content_text: entry.summary ?? entry.title } : { content_html: html }),
    ...(entry.summary === null ? {} : { summary: entry.summary }),
    ...(entry.image === null ? {} : { image: entry.image }),
    date_published: entry.published.iso,
    date_modified: entry.updated.iso,
    ...(entry.authors.length === 0 ? {} : { authors: entry.authors.map(toAuthor) }),
    tags: entry.categories.map((category) => category.label),
    ...(entry.language === language ? {} : { language: entry.language }),
    ...(entry.enclosure === null ? {} : { attachments: [toAttachment(entry.enclosure)] }),
  };
}

function toAttachment({ url, type, bytes }: FeedEnclosure): Record<string, unknown> {
  return { url, mime_type: type, size_in_bytes: bytes };
}

function toAuthor({ name, url }: FeedAuthor): Record<string, string> {
  return url === null ? { name } : { name, url };
}
