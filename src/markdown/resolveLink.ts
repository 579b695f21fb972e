import { escapePath } from '../urls/address.ts';
import { parseSitePath, type SitePath } from '../urls/paths.ts';
import { holeMark } from './portableHtml.ts';

interface LinkTarget {
  /** What to write: a whole URL, or a hole followed by a path of the site. */
  readonly href: string;
  /** The path, where the link leads into the site. */
  readonly path: SitePath | null;
}

/** Resolves a link in a body against the page on which it stands. */
export function resolveLink(href: string, ownPath: SitePath): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return { href, path: null };
  const url = new URL(href, `https://site.invalid${escapePath(ownPath)}`);
  // Two slashes at the beginning would name a host.
  const pathname = url.pathname.replace(/^\/{2,}/, '/');
  const path = parseSitePath(pathname);
  return { href: `${holeMark}${pathname}${url.search}${url.hash}`, path };
}

/**
 * Whether a link of this address is published as a link. Scheme-relative addresses are none: on
 * http they would mean http.
 */
export function isAllowedLink(href: string): boolean {
  const target = href.trim();
  if (/^(?:https?|mailto):/i.test(target)) return URL.canParse(target);
  if (/^[\\/]{2}|^[a-z0-9+.-]*:/i.test(target)) return false;
  return URL.canParse(target, 'https://site.invalid/');
}
