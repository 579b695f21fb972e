import type { Site } from '../model/site.ts';
import type { SiteConfig } from '../parse/site.ts';
import { toHref } from '../urls/address.ts';

/** Our own scripts and styles from files, nothing from elsewhere but pictures that articles show. */
const contentSecurityPolicy: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https:",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/**
 * Pagefind is WebAssembly in a worker, whose address passes a policy that knows it. All pages have this
 * policy: of two rules for one path, hosts send both headers, and browsers hold to both.
 */
const searchPolicy: readonly string[] = [
  ...contentSecurityPolicy.filter((rule) => !/^(?:script-src|trusted-types) /.test(rule)),
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  'trusted-types default',
];

const headers: readonly (readonly [path: string, header: string])[] = [
  ['/*', 'X-Content-Type-Options: nosniff'],
  ['/*', 'Referrer-Policy: strict-origin-when-cross-origin'],
  ['/*', 'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['/*', 'Cross-Origin-Opener-Policy: same-origin'],
  // Nobody registered application/rss+xml, and browsers show it as source, without its style sheet.
  ['/*/feed.xml', 'Content-Type: application/xml; charset=utf-8'],
  ['/feed.xml', 'Content-Type: application/xml; charset=utf-8'],
  ['/*/atom.xml', 'Content-Type: application/atom+xml; charset=utf-8'],
  ['/atom.xml', 'Content-Type: application/atom+xml; charset=utf-8'],
  ['/*/feed.json', 'Content-Type: application/feed+json; charset=utf-8'],
  ['/feed.json', 'Content-Type: application/feed+json; charset=utf-8'],
  ['/feeds.opml', 'Content-Type: text/x-opml; charset=utf-8'],
];

/** The `_headers` file of Netlify and Cloudflare Pages. */
export function formatHeaders({ address: { base }, search }: SiteConfig): string {
  const policy = (search ? searchPolicy : contentSecurityPolicy).join('; ');
  const byPath = new Map([['/*', [`Content-Security-Policy: ${policy}`]]]);
  for (const [path, header] of headers) byPath.set(path, [...(byPath.get(path) ?? []), header]);
  return Array.from(byPath, ([path, lines]) =>
    [base + path, ...lines.map((line) => `  ${line}`)].join('\n'),
  )
    .join('\n')
    .concat('\n');
}

/** The `_redirects` file of Netlify and Cloudflare Pages. */
export function formatRedirects({ config: { address }, redirects }: Site): string {
  return redirects
    .map(({ from, to }) => `${toHref(address, from)} ${toHref(address, to)} 301\n`)
    .join('');
}
