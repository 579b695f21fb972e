import type { Timeline } from '../model/site.ts';
import {
  feedFormats,
  feedPath,
  homePath,
  outputFile,
  type FeedFormat,
  type SitePath,
  type TermKind,
  termYearPath,
} from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import { directionOf, type Direction } from './direction.ts';
import type { RowView } from './item.ts';
import { pictureSize, pictureType } from '../social/picture.ts';
import { formatStructuredData, type DataNode } from './structuredData.ts';

/** The layouts that render whole pages: `layouts/<name>.vto`. */
export const layoutNames = [
  'home',
  'day',
  'article',
  'canceled',
  'period',
  'topics',
  'topic',
  'actors',
  'actor',
  'stories',
  'story',
  'sources',
  'source',
  'term-year',
  'articles',
  'archive',
  'search',
  'network',
  'subscribe',
  'corrections',
  'page',
  'not-found',
  'redirect',
  'email',
] as const;
export type LayoutName = (typeof layoutNames)[number];

/** Pages that search engines are asked to leave out. */
export const unlistedLayouts: ReadonlySet<LayoutName> = new Set([
  'canceled',
  'not-found',
  'redirect',
  'email',
]);

export interface FeedLinkView {
  readonly title: string;
  readonly href: string;
  readonly type: string;
  readonly format: FeedFormat;
}

/** What every page has. */
export interface PageView {
  readonly layout: LayoutName;
  /** The file below the output folder. */
  readonly file: string;
  /** The page's own link, with the base path. */
  readonly href: string;
  /** The page's whole URL. */
  readonly url: string;
  readonly title: string;
  readonly description: string | null;
  readonly lang: string;
  readonly dir: Direction;
  /** The entry of the navigation to which the page belongs. */
  readonly sectionHref: string | null;
  /** From the home page to the parent. */
  readonly breadcrumbs: readonly LinkView[];
  /** Feeds of this page, for discovery links. */
  readonly feeds: readonly FeedLinkView[];
  /** False asks search engines to leave the page out. */
  readonly isIndexed: boolean;
  /** JSON-LD (schema.org), ready for a `<script>` element; null on pages that are not listed. */
  readonly dataJson: string | null;
  readonly preview: PreviewView;
}

/** What other programs show of a link to the page (Open Graph). */
export interface PreviewView {
  readonly type: 'article' | 'profile' | 'website';
  /** A whole URL. */
  readonly image: string | null;
  readonly imageAlt: string | null;
  /** Of a picture that Dateline draws; null where the image is the editor's. */
  readonly imageSize: ImageSizeView | null;
  /** RFC 3339, or the day. */
  readonly published: string | null;
  readonly modified: string | null;
}

export interface ImageSizeView {
  readonly width: number;
  readonly height: number;
  /** A media type. */
  readonly type: string;
}

interface PageOptions {
  readonly layout: LayoutName;
  readonly path: SitePath;
  readonly title: string;
  readonly description?: string | null;
  readonly lang?: string;
  readonly section?: SitePath;
  readonly breadcrumbs?: readonly LinkView[];
  readonly hasFeeds?: boolean;
  readonly isIndexed?: boolean;
  /** What the page is about, beside its place in the site. */
  readonly data?: readonly DataNode[];
  readonly preview?: Partial<PreviewView>;
}

const noPreview: PreviewView = {
  type: 'website',
  image: null,
  imageAlt: null,
  imageSize: null,
  published: null,
  modified: null,
};

export function toPageView(options: PageOptions, context: ViewContext): PageView {
  const { path, title, section } = options;
  const lang = options.lang ?? context.site.config.language;
  const url = context.url(path);
  const breadcrumbs = [
    { href: context.href(homePath), text: context.words.pages.home },
    ...(options.breadcrumbs ?? []),
  ];
  const isIndexed = options.isIndexed ?? !unlistedLayouts.has(options.layout);
  return {
    layout: options.layout,
    file: outputFile(path),
    href: context.href(path),
    url,
    title,
    description: options.description ?? null,
    lang,
    dir: directionOf(lang),
    sectionHref: section === undefined ? null : context.href(section),
    breadcrumbs,
    feeds: options.hasFeeds === true ? toFeedLinks(path, title, context) : [],
    isIndexed,
    dataJson: unlistedLayouts.has(options.layout)
      ? null
      : formatStructuredData(options.data ?? [], breadcrumbs, { title, url }, context),
    preview: { ...noPreview, ...options.preview },
  };
}

/** The preview of a page by the picture that Dateline draws; nothing where it draws none. */
export function toPicturePreview(
  path: SitePath,
  alt: string,
  context: ViewContext,
): Partial<PreviewView> {
  const image = context.pictureOf(path);
  return image === null
    ? {}
    : { image, imageAlt: alt, imageSize: { ...pictureSize, type: pictureType } };
}

export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;

/** The three feeds of the page at a path. */
export function toFeedLinks(
  path: SitePath,
  title: string,
  context: ViewContext,
): readonly FeedLinkView[] {
  return feedFormats.map((format) => ({
    title,
    href: context.href(feedPath(path, format)),
    type: feedTypes[format],
    format,
  }));
}

/** Articles of something: the newest, and where the rest is. */
export interface TimelineView {
  readonly count: number;
  /** `1,234 items` */
  readonly countText: string;
  readonly first: DateView | null;
  readonly last: DateView | null;
  /** The newest, at most `newestItems`. */
  readonly items: readonly RowView[];
  /** The year pages, newest first. */
  readonly years: readonly YearLinkView[];
}

export interface YearLinkView extends LinkView {
  readonly countText: string;
}

export const newestItems = 30;

export function toTimelineView(
  kind: TermKind,
  id: Slug,
  timeline: Timeline,
  context: ViewContext,
): TimelineView {
  const { articles, years, firstDay, lastDay } = timeline;
  return {
    count: articles.length,
    countText: context.count(context.words.counted.items, articles.length),
    first: firstDay && context.day(firstDay),
    last: lastDay && context.day(lastDay),
    items: articles.slice(0, newestItems).map(context.row),
    years: years.map(({ year, articles: ofYear }) => ({
      href: context.href(termYearPath(kind, id, year)),
      text: context.dates.year(year),
      countText: context.count(context.words.counted.items, ofYear.length),
    })),
  };
}
