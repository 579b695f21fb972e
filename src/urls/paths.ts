import type { Day, Month, Week, Year } from '../dates/day.ts';
import { byteLength, type Slug } from './slug.ts';

/**
 * A path below the base path, from `/`, unescaped; a page's ends in `/` or names a file. Every path
 * of the site is made here.
 */
export type SitePath = string & { readonly brand: 'SitePath' };

export type TermKind = 'topics' | 'actors' | 'stories' | 'sources';

export const homePath = '/' as SitePath;
export const articlesPath = '/articles/' as SitePath;
export const archivePath = '/archive/' as SitePath;
export const networkPath = '/network/' as SitePath;
export const subscribePath = '/subscribe/' as SitePath;
export const correctionsPath = '/corrections/' as SitePath;
export const searchPath = '/search/' as SitePath;
export const searchFolder = '/pagefind/' as SitePath;
export const searchNamesPath = '/pagefind/names.json' as SitePath;
/** The editor, where site.yaml asks for it. */
export const adminPath = '/admin/' as SitePath;
export const adminFiles = {
  config: '/admin/config.yml' as SitePath,
  script: '/admin/admin.js' as SitePath,
  decap: '/admin/decap-cms.js' as SitePath,
  notices: '/admin/decap-cms.js.LICENSE.txt' as SitePath,
} as const;
export const notFoundPath = '/404.html' as SitePath;
export const opmlPath = '/feeds.opml' as SitePath;
export const styleSheetPath = '/style.css' as SitePath;
/** What a feed looks like in a browser. */
export const feedStylePath = '/feed.css' as SitePath;
export const iconPath = '/icon.svg' as SitePath;
export const llmsPath = '/llms.txt' as SitePath;

/** Code for browsers: `src/browser/<name>.ts` becomes `/<name>.js`. */
export const scriptNames = ['main', 'theme', 'search', 'subscribe'] as const;
export type ScriptName = (typeof scriptNames)[number];

export function scriptPath(name: ScriptName): SitePath {
  return `/${name}.js` as SitePath;
}

export function dayPath(day: Day): SitePath {
  return `/${day.slice(0, 4)}/${day.slice(5, 7)}/${day.slice(8)}/` as SitePath;
}

/** The forms of a briefing for mail: a page, plain text, and a message of both. */
export const emailForms = ['html', 'text', 'message'] as const;
export type EmailForm = (typeof emailForms)[number];
const emailFiles = { html: 'email.html', text: 'email.txt', message: 'email.eml' } as const;

export function emailPath(day: Day, form: EmailForm): SitePath {
  return `${dayPath(day)}${emailFiles[form]}` as SitePath;
}

export function articlePath(day: Day, slug: Slug): SitePath {
  return `${dayPath(day)}${slug}/` as SitePath;
}

/** The picture that other programs show of a link to the page at `path`, which ends in `/`. */
export function picturePath(path: SitePath): SitePath {
  return `${path}social.png` as SitePath;
}

export function monthPath(month: Month): SitePath {
  return `/${month.slice(0, 4)}/${month.slice(5)}/` as SitePath;
}

export function weekPath(week: Week): SitePath {
  return `/${week.slice(0, 4)}/w${week.slice(6)}/` as SitePath;
}

export function yearPath(year: Year): SitePath {
  return `/${year}/` as SitePath;
}

/** The folder of the search index of one year. */
export function searchIndexPath(year: Year): SitePath {
  return `${searchFolder}${year}/` as SitePath;
}

/** Who appears with whom in one year. */
export function networkYearPath(year: Year): SitePath {
  return `${networkPath}${year}/` as SitePath;
}

/** The orders of an index. */
export type TermOrder = 'name' | 'count' | 'date';
export const termOrders: readonly TermOrder[] = ['name', 'count', 'date'];

/** An index of terms. No id has a full stop, so that none is in the way of the other orders. */
export function termsPath(kind: TermKind, order: TermOrder = 'name'): SitePath {
  return `/${kind}/${order === 'name' ? '' : `by-${order}.html`}` as SitePath;
}

export function termPath(kind: TermKind, id: Slug): SitePath {
  return `/${kind}/${id}/` as SitePath;
}

export function termYearPath(kind: TermKind, id: Slug, year: Year): SitePath {
  return yearBelow(termPath(kind, id), year);
}

/** The page of one year of the term at `path`, which ends in `/`. */
export function yearBelow(path: SitePath, year: Year): SitePath {
  return `${path}${year}/` as SitePath;
}

/** The folder of the feeds of an actor on a topic. */
export function pairPath(actor: Slug, topic: Slug): SitePath {
  return `/actors/${actor}/topics/${topic}/` as SitePath;
}

/** A standing page; folders below `pages/` are part of its address. */
export function pagePath(slugs: readonly Slug[]): SitePath {
  return `/${slugs.join('/')}/` as SitePath;
}

export function assetPath(relative: string): SitePath {
  return `/assets/${relative}` as SitePath;
}

export function staticPath(relative: string): SitePath {
  return `/${relative}` as SitePath;
}

export type FeedFormat = 'rss' | 'atom' | 'json';
export const feedFormats: readonly FeedFormat[] = ['rss', 'atom', 'json'];
const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;

/** A feed of the page at `path`, which ends in `/`. */
export function feedPath(path: SitePath, format: FeedFormat): SitePath {
  return `${path}${feedFiles[format]}` as SitePath;
}

/** The folder of one month of the feed at `path`: `/2024/01/`, `/articles/2024/01/`. */
export function feedMonthPath(path: SitePath, month: Month): SitePath {
  return (path + monthPath(month).slice(1)) as SitePath;
}

/** What `dateline export --format` and `exports` of site.yaml take. */
export const exportFormats = [
  'json',
  'ndjson',
  'csv',
  'sqlite',
  'ninjs',
  'stix',
  'graphml',
  'ics',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

const exportFiles: Readonly<Record<ExportFormat, string>> = {
  json: 'site.json',
  ndjson: 'site.ndjson',
  csv: 'articles.csv',
  sqlite: 'site.sqlite',
  ninjs: 'ninjs.json',
  stix: 'stix.json',
  graphml: 'network.graphml',
  ics: 'watching.ics',
};

/** The site as data, for other programs. */
export function exportPath(format: ExportFormat): SitePath {
  return `/data/${exportFiles[format]}` as SitePath;
}

/** The JSON Schema of the JSON and NDJSON exports. */
export const exportSchemaPath = '/data/schema.json' as SitePath;

/** The file below the output folder that a host serves at the path. */
export function outputFile(path: SitePath): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

/** What file systems take as a name, in bytes. */
export const longestName = 255;

/** The longest address made from content, in bytes: macOS takes 1,024 with the folder of the output. */
export const longestPath = 750;

/**
 * A path from content (links, pictures): starts with one `/`, no `..`, no query or fragment, decoded.
 * Escaped again (`escapePath`) it is itself, and leads nowhere else. Null where it is none. A former
 * address has more rules (`parseFormerPath`).
 */
export function parseSitePath(text: string): SitePath | null {
  if (!/^\/(?!\/)[^?#\\\s<>"]*$/.test(text)) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(text).normalize('NFC');
  } catch {
    return null;
  }

  if (/[\p{Cc}\p{Cs}\\]/u.test(decoded)) return null;
  if (decoded.split('/').some((part) => part === '.' || part === '..')) return null;
  if (decoded.includes('//')) return null;
  if (decoded.split('/').some((part) => byteLength(part) > longestName)) return null;
  return decoded as SitePath;
}
