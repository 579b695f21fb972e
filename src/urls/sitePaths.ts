import type { SiteAddress } from './address.ts';
import { parseSitePath, type SitePath } from './paths.ts';

/** What can't stand in an address as people and programs write it into a text. */
const between = /[\s"'<>()[\]{}|\\^`]+/;

/**
 * The addresses of the site in a text: paths that begin with `/`, and whole URLs with http, https or no
 * scheme. Query and fragment are left out, and so is the full stop or comma behind an address.
 */
export function* findSitePaths(text: string, address: SiteAddress): Generator<SitePath> {
  // Of an address that stands alone, as those of sources do.
  if (/^https?:[!-~]*$/i.test(text) && !mayBeOf(text, address)) return;
  for (const word of text.split(between)) {
    if (!word.includes('/')) continue;
    const start = word.search(/https?:\/\/|\/\//i);
    if (start >= 0) {
      if (mayBeOf(word, address)) yield* pathsOfUrl(word.slice(start), address);
    }
    // `src=/assets/a.png`, as attributes have it; `and/or` is no path.
    else yield* pathsOf(/(?:^|[=,;:])(\/.*)$/.exec(word)?.[1] ?? '');
  }
}

/** The path of the site to which a whole URL leads; null where it leads elsewhere. */
export function findOwnPath(href: string, address: SiteAddress): SitePath | null {
  if (!/^https?:/i.test(href) || !mayBeOf(href, address)) return null;
  const { host, pathname } = new URL(href);
  const { base, origin } = address;
  // http and https are one site, as long as they name the same port.
  if (host !== new URL(origin).host) return null;
  if (pathname === base) return parseSitePath('/');
  return pathname.startsWith(`${base}/`) ? parseSitePath(pathname.slice(base.length)) : null;
}

/** Most addresses are of other hosts, which is seen without parsing them. */
function mayBeOf(word: string, { host }: SiteAddress): boolean {
  // A name of a host may be written in its own script, or with letters that are escaped.
  return /[^\u0021-\u007e]|%/.test(word) || word.toLowerCase().includes(host);
}

function* pathsOfUrl(text: string, { host, base }: SiteAddress): Generator<SitePath> {
  const whole = text.startsWith('//') ? `https:${text}` : text;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (url?.hostname !== host) return;
  const { pathname } = url;
  if (pathname.startsWith(`${base}/`)) yield* pathsOf(pathname.slice(base.length));
}

function* pathsOf(text: string): Generator<SitePath> {
  const [written = ''] = text.split(/[?#]/, 1);
  const path = parseSitePath(written);
  if (path !== null) yield path;
  const shorter = written.replace(/[.,;:!]+$/, '');
  const inner = shorter === written ? null : parseSitePath(shorter);
  if (inner !== null) yield inner;
}
