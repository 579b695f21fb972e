import type { Body } from '../markdown/renderBody.ts';
import type { SiteAddress } from '../urls/address.ts';
import { findSitePaths } from '../urls/sitePaths.ts';
import type { SitePath } from '../urls/paths.ts';
import type { Article } from '../parse/article.ts';

/** What of an article a reader sees beside its image and its links. */
type Fields = Pick<Article, 'authors' | 'sources' | 'summary' | 'corrections' | 'extra'>;

/**
 * The addresses of the site that an article names beside `image` and the links of its body: in its other
 * fields, as whole URLs, and by the names that its body mentions. Each once.
 * @param known addresses that are told elsewhere, and left out
 */
export function findNamedPaths(
  { authors, sources, summary, corrections, extra }: Fields,
  body: Body,
  known: ReadonlySet<SitePath>,
  address: SiteAddress,
): readonly SitePath[] {
  const named = new Set<SitePath>(pathsOfHtml(body, address));
  const addAll = (value: unknown): void => {
    for (const path of pathsOfValue(value, address)) named.add(path);
  };
  for (const { url } of authors) addAll(url);
  for (const { url, archived } of sources) {
    addAll(url);
    addAll(archived);
  }
  addAll(summary);
  for (const { text } of corrections) addAll(text);
  addAll(extra);
  return named.size === 0 ? none : [...named].filter((path) => !known.has(path));
}

const none: readonly SitePath[] = [];

/** The address of an actor as mentions have it, in which nothing is to be found out. */
const plainActor = /^\/actors\/[a-z0-9-]+\/$/;

/**
 * Where the names lead that a body mentions, and links that are written as whole URLs: a body's own list
 * of links has neither.
 */
export function* pathsOfHtml({ html }: Body, address: SiteAddress): Generator<SitePath> {
  for (const [index, part] of html.entries()) {
    // Names that are mentioned are those of actors.
    if (index > 0 && part.startsWith('/actors/')) {
      const target = part.slice(0, part.indexOf('"'));
      if (plainActor.test(target)) yield target as SitePath;
      else yield* findSitePaths(target, address);
    }
    if (!hasHost(part, address.host)) continue;
    for (const [, url = ''] of part.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      yield* findSitePaths(url.replaceAll('&amp;', '&'), address);
    }
  }
}

/** Few bodies have a whole URL, so that looking for its beginning costs less than for the host. */
function hasHost(html: string, host: string): boolean {
  for (let at = html.indexOf('://'); at >= 0; at = html.indexOf('://', at + 3)) {
    if (html.slice(at + 3, at + 3 + host.length).toLowerCase() === host) return true;
  }
  return false;
}

/** Every address of the site in the texts of a value, however deep. */
export function* pathsOfValue(value: unknown, address: SiteAddress): Generator<SitePath> {
  if (typeof value === 'string') {
    if (value.includes('/')) yield* findSitePaths(value, address);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* pathsOfValue(each, address);
  }
}
