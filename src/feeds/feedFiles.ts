import type { Site } from '../model/site.ts';
import type { SiteConfig } from '../parse/site.ts';
import { feedFormats, feedPath, opmlPath, type FeedFormat } from '../urls/paths.ts';
import { TextBytes } from '../workers/textBytes.ts';
import { planFeedsOf, type FeedPlan } from './buildFeeds.ts';
import type { Feed, FeedEntry } from './feed.ts';
import type { FeedFormatter } from './feedFormatter.ts';
import { atom } from './formatAtom.ts';
import { jsonFeed } from './formatJsonFeed.ts';
import { formatOpml } from './formatOpml.ts';
import { rss } from './formatRss.ts';
import { findEntries, keyOfDocument, shortKey } from './lastEntries.ts';
import { smallFile, type LastFile, type SiteFile } from './siteFile.ts';

const formatters: Readonly<Record<FeedFormat, FeedFormatter>> = { rss, atom, json: jsonFeed };

/** Every feed in each format, their months, then the OPML. */
export function planFeeds(site: Site): readonly SiteFile[] {
  const { config } = site;
  const { groups, months } = planFeedsOf(site);
  const writer = new FeedWriter(config);
  return [
    ...[...groups.flatMap(({ feeds }) => feeds), ...months].flatMap((plan) => {
      let key: string | null = null;
      return feedFormats.map((format): SiteFile => ({
        path: feedPath(plan.path, format),
        year: plan.year,
        key: () => (key ??= keyOfDocument(plan)),
        make: (last) => writer.write(plan, format, last),
      }));
    }),
    smallFile(opmlPath, formatOpml(config.title, groups, config.address)),
  ];
}

/**
 * Writes feeds, each in all formats in turn, from entries that are serialised once for each format and
 * kept as UTF-8, outside of the heap: an article stands in the feeds of all its terms. What stands in
 * one document only is let go with it, so that archives don't gather in memory.
 */
class FeedWriter {
  readonly #config: SiteConfig;
  readonly #shared = new FormattedEntries();
  readonly #own = new FormattedEntries();
  #plan: FeedPlan | null = null;
  #feed: Feed | null = null;

  constructor(config: SiteConfig) {
    this.#config = config;
  }

  /**
   * @param last the document as the last build left it, from which entries are taken that are the same
   * @returns parts that hold until another document is written
   */
  write(plan: FeedPlan, format: FeedFormat, last: LastFile | null): readonly Uint8Array[] {
    if (this.#plan !== plan) {
      this.#plan = plan;
      this.#feed = null;
      this.#own.clear();
    }
    const feed = (this.#feed ??= plan.build());
    const { formatAround, separator, bounds } = formatters[format];
    const known = last === null ? null : findEntries(last, bounds);
    const keys = plan.entryKeys();
    const [before, after] = formatAround(feed, this.#config.address);
    const between = separator === '' ? null : Buffer.from(separator);
    const parts: Uint8Array[] = [Buffer.from(before)];
    for (const [index, makeEntry] of feed.entries.entries()) {
      if (index > 0 && between !== null) parts.push(between);
      const same = known?.get(shortKey(keys[index] ?? ''));
      parts.push(same ?? this.#format(makeEntry(), plan.isShared)[format]);
    }
    parts.push(Buffer.from(after));
    return parts;
  }

  #format(entry: FeedEntry, isShared: boolean): FormattedEntry {
    const known = this.#shared.get(entry) ?? this.#own.get(entry);
    return known ?? (isShared ? this.#shared : this.#own).add(entry, this.#config.language);
  }
}

/** An entry in UTF-8. */
type FormattedEntry = Readonly<Record<FeedFormat, Uint8Array>>;

class FormattedEntries {
  readonly #entries = new Map<FeedEntry, FormattedEntry>();
  readonly #texts = new TextBytes();

  get(entry: FeedEntry): FormattedEntry | undefined {
    return this.#entries.get(entry);
  }

  /** Lets all go; their bytes are overwritten by those of others. */
  clear(): void {
    this.#entries.clear();
    this.#texts.clear();
  }

  add(entry: FeedEntry, language: string): FormattedEntry {
    // An item without a text has none to show: its title stands in for it.
    const html = entry.html() || null;
    const toBytes = (format: FeedFormat): Uint8Array =>
      this.#texts.add(formatters[format].formatEntry(entry, html, language));
    const formatted = { rss: toBytes('rss'), atom: toBytes('atom'), json: toBytes('json') };
    this.#entries.set(entry, formatted);
    return formatted;
  }
}
