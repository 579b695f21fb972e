import type { Instant } from '../dates/instant.ts';
import type { AbsoluteUrl } from '../urls/address.ts';
import type { SitePath } from '../urls/paths.ts';
import type { ArticleExtension, FeedExtension } from './datelineExtension.ts';

export interface FeedAuthor {
  readonly name: string;
  readonly url: string | null;
}

export interface FeedCategory {
  readonly term: string;
  /** The index of terms to which it belongs. */
  readonly scheme: AbsoluteUrl;
  readonly label: string;
}

/** A picture of which size and type are known. */
export interface FeedEnclosure {
  readonly url: AbsoluteUrl;
  /** Its media type. */
  readonly type: string;
  readonly bytes: number;
}

/** An entry, the same in every feed and format. */
export interface FeedEntry {
  /** A URI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly url: AbsoluteUrl;
  readonly published: Instant;
  /** Never before `published`. */
  readonly updated: Instant;
  /** See `createTurns`: milliseconds, or null. */
  readonly turn: number | null;
  readonly authors: readonly FeedAuthor[];
  readonly categories: readonly FeedCategory[];
  /** Plain text, or null. */
  readonly summary: string | null;
  /**
   * Makes the HTML, with whole URLs; null where the site's feeds give summaries only. An entry is kept
   * while feeds are made, its HTML is not.
   */
  readonly html: () => string | null;
  /** BCP 47. */
  readonly language: string;
  readonly image: string | null;
  /** The same picture, where it is a file of the site. */
  readonly enclosure: FeedEnclosure | null;
  /** Makes what the JSON feed adds for other sites of Dateline; null of a briefing. */
  readonly extension: () => ArticleExtension | null;
}

/** Where the other documents of a feed are (RFC 5005): folders, in which each format has its file. */
export interface FeedChain {
  /** Whether it is an archive document, which changes no more. */
  readonly isArchive: boolean;
  /** The document with the newest entries; null in itself. */
  readonly current: SitePath | null;
  /** The next older entries. */
  readonly next: SitePath | null;
  readonly prevArchive: SitePath | null;
  readonly nextArchive: SitePath | null;
}

/** A feed, or one month of it, before any format. */
export interface Feed {
  /** The folder of its files. */
  readonly path: SitePath;
  /** A URI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page that says the same. */
  readonly url: AbsoluteUrl;
  readonly language: string;
  readonly author: FeedAuthor;
  readonly licence: string | null;
  /** The address of the WebSub hub that tells subscribers of changes. */
  readonly hub: string | null;
  readonly chain: FeedChain;
  readonly extension: FeedExtension;
  /** The newest change of an entry; the year 2000 for a feed without entries. */
  readonly updated: Instant;
  /** Makes each entry, newest first: the document of the last build may spare it. */
  readonly entries: readonly (() => FeedEntry)[];
}
