import type { Site } from '../model/site.ts';
import type { SiteConfig } from '../parse/site.ts';
import { feedFormats, feedPath, opmlPath, type FeedFormat } from '../urls/paths.ts';
import { planFeedGroups } from './buildFeeds.ts';
import type { Feed, FeedEntry } from './feed.ts';
import type { FeedFormatter } from './feedFormatter.ts';
import { atom } from './formatAtom.ts';
import { jsonFeed } from './formatJsonFeed.ts';
import { formatOpml } from './formatOpml.ts';
import { rss } from './formatRss.ts';
import { smallFile, type SiteFile } from './siteFile.ts';

const formatters: Readonly<Record<FeedFormat, FeedFormatter>> = { rss, atom, json: jsonFeed };

/** Every feed, format by format, then the OPML. */
export function planFeeds(site: Site): readonly SiteFile[] {
  const { config } = site;
  const groups = planFeedGroups(site);
  const plans = groups.flatMap((group) => group.feeds);
  const writer = new FeedWriter(config);
  return [
    ...feedFormats.flatMap((format) =>
      plans.map((plan) => ({
        path: feedPath(plan.path, format),
        key: plan.key,
        make: () => writer.write(plan.build(), format),
      })),
    ),
    smallFile(opmlPath, formatOpml(config.title, groups, config.address)),
  ];
}

/**
 * Writes feeds from entries that are serialised once for each format and kept as UTF-8, outside of the
 * heap, while that format's feeds are written.
 */
class FeedWriter {
  readonly #config: SiteConfig;
  #format: FeedFormat | null = null;
  #entries = new Map<FeedEntry, Uint8Array>();

  constructor(config: SiteConfig) {
    this.#config = config;
  }

  write(feed: Feed, format: FeedFormat): Uint8Array {
    if (format !== this.#format) this.#entries = new Map();
    this.#format = format;
    const { formatAround, separator } = formatters[format];
    const [before, after] = formatAround(feed, this.#config.address);
    const parts: Uint8Array[] = [Buffer.from(before)];
    for (const [index, entry] of feed.entries.entries()) {
      if (index > 0 && separator !== '') parts.push(Buffer.from(separator));
      parts.push(this.#bytesOf(entry, format));
    }
    return Buffer.concat([...parts, Buffer.from(after)]);
  }

  #bytesOf(entry: FeedEntry, format: FeedFormat): Uint8Array {
    let bytes = this.#entries.get(entry);
    if (bytes === undefined) {
      bytes = Buffer.from(formatters[format].formatEntry(entry, this.#config.language));
      this.#entries.set(entry, bytes);
    }
    return bytes;
  }
}
