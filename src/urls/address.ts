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

/** Parses an http or https URL without a user name; null for anything else. */
export function parseAbsoluteUrl(text: string): AbsoluteUrl | null {
  if (!/^https?:\/\//i.test(text) || /[\s<>"\\]/.test(text)) return null;
  try {
    const url = new URL(text);
    if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
    return url.href as AbsoluteUrl;
  } catch {
    return null;
  }
}

/** The parts of the site's `url`; null where it has a query or a fragment. */
export function parseSiteAddress(url: AbsoluteUrl): SiteAddress | null {
  const { origin, pathname, search, hash, hostname } = new URL(url);
  if (search !== '' || hash !== '') return null;
  return { origin, base: pathname.replace(/(?<!\/)\/+$/, ''), host: hostname };
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
