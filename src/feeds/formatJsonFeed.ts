import { toUrl, type SiteAddress } from '../urls/address.ts';
import { feedPath } from '../urls/paths.ts';
import type { Feed, FeedAuthor, FeedEntry } from './feed.ts';

/** JSON Feed 1.1. */
export function formatJsonFeed(feed: Feed, address: SiteAddress): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: toUrl(address, feedPath(feed.path, 'json')),
    description: feed.description,
    language: feed.language,
    authors: [toAuthor(feed.author)],
    items: feed.entries.map((entry) => toItem(entry, feed)),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function toItem(entry: FeedEntry, feed: Feed): Record<string, unknown> {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    // An item has content_html or content_text.
    ...(entry.html === null
      ? { content_text: entry.summary ?? entry.title }
      : { content_html: entry.html }),
    ...(entry.summary === null ? {} : { summary: entry.summary }),
    ...(entry.image === null ? {} : { image: entry.image }),
    date_published: entry.published.iso,
    date_modified: entry.updated.iso,
    ...(entry.authors.length === 0 ? {} : { authors: entry.authors.map(toAuthor) }),
    tags: entry.categories.map((category) => category.label),
    ...(entry.language === feed.language ? {} : { language: entry.language }),
  };
}

function toAuthor({ name, url }: FeedAuthor): Record<string, string> {
  return url === null ? { name } : { name, url };
}
