import { refuseLiteralPath, type PathRefusal } from './literalPath.ts';
import type { SitePath } from './paths.ts';

/** A whole URL with scheme http or https. */
export type AbsoluteUrl = string & { readonly brand: 'AbsoluteUrl' };

/** Where the site is served. */
export interface SiteAddress {
  /** `https://example.org`, no slash at the end. */
  readonly origin: string;
  /** `` or `/sub/path`, escaped, no slash at the end. */
  readonly base: string;
  readonly host: string;
}

/** A domain name, in the form in which browsers ask for it, or an IP address. */
const hostPattern = /^(?:[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*|\[[0-9a-f:.]+\])\.?$/;

/** Parses an http or https URL without a user name; null for anything else. */
export function parseAbsoluteUrl(text: string): AbsoluteUrl | null {
  if (!/^https?:\/\/[^/@?#]+(?:[/?#]|$)/i.test(text) || /[\s<>"\\]/.test(text)) return null;
  try {
    const url = new URL(text);
    return hostPattern.test(url.hostname) ? (url.href as AbsoluteUrl) : null;
  } catch {
    return null;
  }
}

/** What a site's address has beside an ordinary URL's: it is told to hosts and to servers. */
const longestBase = 200;

/** Why a site can't be served at a URL; null where it can. */
export function refuseSiteAddress(url: AbsoluteUrl): PathRefusal | null {
  const { search, hash, hostname } = new URL(url);
  const path = decodeBase(url);
  if (search !== '' || hash !== '') {
    return { message: 'has a query or a fragment', hint: 'end it after the path' };
  }
  if (hostname.endsWith('.')) {
    return { message: 'has a full stop after its host', hint: 'leave the full stop out' };
  }
  if (hostname.length > 253) return { message: 'has no host of the Internet', hint: null };
  if (path === null) {
    return { message: 'has a path with a % that escapes nothing', hint: 'write %25 for a %' };
  }
  if (path.length > longestBase) {
    return { message: `has a path of more than ${longestBase} characters`, hint: 'shorten it' };
  }
  if (path.includes('%')) return { message: 'has a % in its path', hint: 'choose another path' };
  const refusal = refuseLiteralPath(path);
  return refusal && { ...refusal, hint: 'choose another path' };
}

/** The parts of the site's `url`; null where a site can't be served there. */
export function parseSiteAddress(url: AbsoluteUrl): SiteAddress | null {
  if (refuseSiteAddress(url) !== null) return null;
  const { origin, hostname } = new URL(url);
  return { origin, base: escapePath(decodeBase(url) ?? ''), host: hostname };
}

/** The path of a site's address, unescaped, no slash at the end; null where an escape is none. */
function decodeBase(url: AbsoluteUrl): string | null {
  const path = new URL(url).pathname.replace(/(?<!\/)\/+$/, '');
  // A slash that is escaped stands for another path on each server.
  if (/%2f/i.test(path)) return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

const escaped = new Map<string, string>();

/** Escapes a path for use in a link (RFC 3986), leaving what may stand in a path. */
export function escapePath(path: string): string {
  if (/^[a-z0-9/._-]*$/.test(path)) return path;
  let text = escaped.get(path);
  if (text === undefined) {
    text = encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23');
    if (escaped.size < 100_000) escaped.set(path, text);
  }
  return text;
}

/** A link below the base path, for pages. */
export function toHref(address: SiteAddress, path: SitePath): string {
  return address.base + escapePath(path);
}

/** A whole URL, for feeds and everything that leaves the site. */
export function toUrl(address: SiteAddress, path: SitePath): AbsoluteUrl {
  return (address.origin + address.base + escapePath(path)) as AbsoluteUrl;
}
