import { articlesPath, homePath, type SitePath } from '../urls/paths.ts';
import type { PingRecord } from './pingRecord.ts';
import type { PublishedFeed } from './publishedFeeds.ts';

const ownPaths: readonly SitePath[] = [homePath, articlesPath];

/**
 * Chooses the feeds that the hub is to be told of: those whose bytes are not what they were when it
 * took the last ping for them. Where nothing is known, all might have changed, and a hub is not to be
 * asked to fetch two thousand feeds: then it is told of the site's own, and the rest is taken as known.
 */
export function chooseChanged(
  published: readonly PublishedFeed[],
  record: PingRecord | null,
): readonly PublishedFeed[] {
  if (record === null) return published.filter(({ path }) => ownPaths.includes(path));
  return published.filter(({ url, hash }) => record.feeds[url] !== hash);
}

/**
 * Finds what somebody asked for: the address of a feed, or its path, or that of the page that has it.
 * Null where nothing is there.
 */
export function findFeeds(
  published: readonly PublishedFeed[],
  wanted: string,
  root: string,
): readonly PublishedFeed[] | null {
  const address = /^https?:/.test(wanted) ? wanted : root + encodeURI(decode(wanted));
  const found = published.filter(({ url }) => url === address || pageOf(url) === address);
  return found.length > 0 ? found : null;
}

/** What is known after a round: all feeds as they are, less those of which the hub took no ping. */
export function recordAfter(
  hub: string,
  published: readonly PublishedFeed[],
  record: PingRecord | null,
  told: readonly PublishedFeed[],
  failed: readonly PublishedFeed[],
): PingRecord {
  const feeds: Record<string, string> = {};
  for (const feed of published) {
    const isTold = told.includes(feed);
    const known = record === null || isTold ? feed.hash : record.feeds[feed.url];
    if (known !== undefined && !failed.includes(feed)) feeds[feed.url] = known;
  }
  return { hub, feeds };
}

function pageOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/') + 1);
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
