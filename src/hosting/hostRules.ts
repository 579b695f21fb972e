import type { Site } from '../model/site.ts';
import type { AdminBackend, AdminConfig } from '../parse/admin.ts';
import type { SiteConfig } from '../parse/site.ts';
import { hasExportSchema } from '../model/addresses.ts';
import { toHref, toUrl } from '../urls/address.ts';
import {
  exportPath,
  exportSchemaPath,
  feedFormats,
  feedPath,
  homePath,
  opmlPath,
  scriptNames,
  scriptPath,
  styleSheetPath,
  type ExportFormat,
  type FeedFormat,
} from '../urls/paths.ts';

/** Our own scripts, styles and fonts from files, nothing from elsewhere but pictures that articles show. */
const contentSecurityPolicy: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https:",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
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

/** A page for mail has its style in its elements, and needs nothing else. */
const emailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type PathHeader = readonly [path: string, header: string];

const emailHeaders: readonly PathHeader[] = [
  ['/*/email.html', `Content-Security-Policy: ${emailPolicy}`],
  ['/*/email.txt', 'Content-Type: text/plain; charset=utf-8'],
  ['/*/email.eml', 'Content-Type: message/rfc822'],
];

/** Decap makes its style sheets and its forms' checks while it runs, and signs in in a window of its own. */
function listAdminHeaders(admin: AdminConfig): readonly PathHeader[] {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' https: data: blob:",
    "base-uri 'none'",
    `connect-src ${["'self'", 'blob:', ...listAdminHosts(admin)].join(' ')}`,
    "font-src 'self' data:",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return [
    ['/admin/config.yml', 'Content-Type: text/yaml; charset=utf-8'],
    ['/admin/*', `Content-Security-Policy: ${policy}`],
    ['/admin/*', 'Cross-Origin-Opener-Policy: same-origin-allow-popups'],
    ['/admin/*', 'X-Robots-Tag: noindex'],
  ];
}

/** Where the repositories of a backend are asked for, unless site.yaml says so. Git Gateway is at the site. */
const backendHosts: Readonly<Record<AdminBackend['name'], readonly string[]>> = {
  'git-gateway': [],
  github: ['https://api.github.com'],
  gitlab: ['https://gitlab.com'],
  gitea: [],
  bitbucket: ['https://api.bitbucket.org', 'https://bitbucket.org'],
};

function listAdminHosts({ backend, localPort }: AdminConfig): readonly string[] {
  const local = localPort === null ? [] : [`http://localhost:${localPort}`];
  if (backend === null) return local;
  const { name, baseUrl, apiRoot } = backend;
  const named = [baseUrl, apiRoot].flatMap((url) => (url === null ? [] : new URL(url).origin));
  const usual = apiRoot === null ? backendHosts[name] : [];
  return [...new Set([...usual, ...named, ...local])];
}

const commonHeaders: readonly PathHeader[] = [
  ['/*', 'X-Content-Type-Options: nosniff'],
  ['/*', 'Referrer-Policy: strict-origin-when-cross-origin'],
  ['/*', 'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['/*', 'Cross-Origin-Opener-Policy: same-origin'],
  // Most addresses say nothing of what is in the file: caches ask whether theirs is current.
  ['/*', 'Cache-Control: public, max-age=0, must-revalidate'],
];

/** Pages name these files by what is in them (`?v=`). */
const codeHeaders: readonly PathHeader[] = [styleSheetPath, ...scriptNames.map(scriptPath)].map(
  (path) => [path, 'Cache-Control: public, max-age=31536000, immutable'],
);

// Nobody registered application/rss+xml, and browsers show it as source, without its style sheet.
const feedTypes: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** A URL as RFC 3986 has it: browsers let signs pass that servers read as more than themselves. */
function escapeUrl(url: string): string {
  const others = /[^\w!#$%&'()*+,./:;=?@[\]~-]/gu;
  return url.search(others) < 0 ? url : new URL(url).href.replace(others, encodeURIComponent);
}

/** Readers in browsers, on other hosts, may ask too. */
const forAll = 'Access-Control-Allow-Origin: *';

/** A header can name one feed only, so those of terms name their hub and themselves in their text alone. */
function listFeedHeaders({ address, feed }: SiteConfig): readonly PathHeader[] {
  const headers = feedFormats.flatMap((format): readonly PathHeader[] => {
    const path = feedPath(homePath, format);
    const each = [`Content-Type: ${feedTypes[format]}`, forAll];
    const link = `Link: <${escapeUrl(feed.hub ?? '')}>; rel="hub", <${toUrl(address, path)}>; rel="self"`;
    return [
      ...each.map((header) => [`/*${path}`, header] as const),
      ...each.map((header) => [path, header] as const),
      ...(feed.hub === null ? [] : [[path, link] as const]),
    ];
  });
  return [...headers, [opmlPath, 'Content-Type: text/x-opml; charset=utf-8'], [opmlPath, forAll]];
}

const exportTypes: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  sqlite: 'application/vnd.sqlite3',
  ninjs: 'application/json; charset=utf-8',
  stix: 'application/stix+json;version=2.1',
  graphml: 'application/graphml+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
};

function listExportHeaders(config: SiteConfig): readonly PathHeader[] {
  const files = config.exports.map((format) => [exportPath(format), exportTypes[format]] as const);
  const schema = hasExportSchema(config)
    ? ([[exportSchemaPath, 'application/schema+json; charset=utf-8']] as const)
    : [];
  return [...files, ...schema].flatMap(([path, type]): readonly PathHeader[] => [
    [path, `Content-Type: ${type}`],
    [path, forAll],
  ]);
}

/** Headers of the files at a path below the base path; `*` stands for anything. */
export interface HostRule {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** What every host is told, the rule of all files first. */
export function listHostRules(config: SiteConfig): readonly HostRule[] {
  const { search, email, admin } = config;
  const policy = (search ? searchPolicy : contentSecurityPolicy).join('; ');
  const byPath = new Map<string, [string, string][]>();
  for (const [path, header] of [
    ['/*', `Content-Security-Policy: ${policy}`] as const,
    ...commonHeaders,
    ...codeHeaders,
    ...listFeedHeaders(config),
    ...listExportHeaders(config),
    ...(email ? emailHeaders : []),
    ...(admin === null ? [] : listAdminHeaders(admin)),
  ]) {
    const [name = '', value = ''] = header.split(/: (.*)/s);
    byPath.set(path, [...(byPath.get(path) ?? []), [name, value]]);
  }
  return Array.from(byPath, ([path, each]) => ({ path, headers: each }));
}

/**
 * The `_headers` file of Netlify and Cloudflare Pages. `!` takes back what the rule of all files gave
 * (Cloudflare); Netlify passes over that line. Cloudflare serves a page without the `.html` of its name.
 */
export function formatHeaders(config: SiteConfig): string {
  const [common, ...others] = listHostRules(config);
  if (common === undefined) return '';
  const given = new Set(common.headers.map(([name]) => name));
  const format = ({ path, headers: each }: HostRule, lines: readonly string[]): string =>
    [
      config.address.base + path,
      ...lines,
      ...each.map(([name, value]) => `  ${name}: ${value}`),
    ].join('\n');
  return [
    format(common, []),
    ...others
      .flatMap((rule) => [
        rule,
        ...(rule.path.endsWith('.html') ? [{ ...rule, path: rule.path.slice(0, -5) }] : []),
      ])
      .map((rule) =>
        format(
          rule,
          rule.headers.flatMap(([name]) => (given.has(name) ? [`  ! ${name}`] : [])),
        ),
      ),
  ]
    .join('\n')
    .concat('\n');
}

/** The `_redirects` file of Netlify and Cloudflare Pages. */
export function formatRedirects({ config: { address }, redirects }: Site): string {
  return redirects
    .map(({ from, to }) => `${toHref(address, from)} ${toHref(address, to)} 301\n`)
    .join('');
}
