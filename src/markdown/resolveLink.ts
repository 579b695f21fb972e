import { escapePath, parseAbsoluteUrl } from '../urls/address.ts';
import { parseSitePath, type SitePath } from '../urls/paths.ts';
import { holeMark } from './portableHtml.ts';

interface LinkTarget {
  /** What to write: a whole URL, or a hole followed by a path of the site. */
  readonly href: string;
  /** The path, where the link leads into the site. */
  readonly path: SitePath | null;
}

/** Stands for the site wherever it is served: no other host is called so (RFC 2606). */
const anySite = 'https://site.invalid';

/** Resolves a link in a body, which is allowed, against the page on which it stands. */
export function resolveLink(href: string, ownPath: SitePath): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return { href, path: null };
  const url = new URL(href, anySite + escapePath(ownPath));
  // Two slashes at the beginning would name a host, and none another path.
  const pathname = url.pathname.replace(/^\/*/, '/');
  const path = parseSitePath(pathname);
  return { href: `${holeMark}${pathname}${url.search}${url.hash}`, path };
}

/**
 * Whether a link of this address is published as a link: one that is whole, with scheme http, https or
 * mailto, or one that leads into the site wherever it stands and wherever the site is served.
 */
export function isAllowedLink(href: string): boolean {
  const target = href.trim();
  // Browsers pass over these within an address, so that it means something else than it shows.
  if (/[\p{Cc}\\]/u.test(target)) return false;
  if (/^mailto:/i.test(target)) return URL.canParse(target);
  if (/^https?:/i.test(target)) return parseAbsoluteUrl(target) !== null;
  return leadsIntoSite(target);
}

/**
 * A path without empty parts or escaped slashes that make such: below a base path, on whatever page,
 * in front of it is one slash. Scheme-relative addresses are none: on http they would mean http.
 */
function leadsIntoSite(target: string): boolean {
  if (/^\/\/|^[a-z0-9+.-]*:/i.test(target)) return false;
  try {
    const { origin, pathname } = new URL(target, anySite);
    return origin === anySite && parseSitePath(pathname) !== null;
  } catch {
    return false;
  }
}
