import type { Site } from '../model/site.ts';
import { toHref } from '../urls/address.ts';
import type { Coding } from '../urls/compressed.ts';
import { notFoundPath } from '../urls/paths.ts';
import { byteLength } from '../urls/slug.ts';
import { listHostRules, type HostRule } from './hostRules.ts';

export interface ServerOptions {
  /** The output folder, absolute. */
  readonly root: string;
  /** As the server takes it: a port, or an address with one; null is what the site's URL says. */
  readonly listen: string | null;
}

/**
 * A configuration for nginx, to be included in its `http` block: types and headers of `_headers`, former
 * addresses, the page of what is not found. The folder is what is served at the base path.
 */
export function formatNginx(
  { config, redirects, gone }: Site,
  { root, listen }: ServerOptions,
): string {
  const { address } = config;
  const [common, ...others] = listHostRules(config);
  const base = escapeRegExp(decodeURIComponent(address.base));
  const shared = common?.headers ?? [];
  const moved = redirects.map(
    ({ from, to }) =>
      `  location ${exactly(decodeURIComponent(address.base) + from)} { return 301 ${quote(`${target(toHref(address, to))}$is_args$args`)}; }`,
  );
  const withheld = gone.map(
    (path) => `  location ${exactly(decodeURIComponent(address.base) + path)} { return 410; }`,
  );
  const lines = [
    `# Written by dateline hosting nginx; write it anew when a page has moved or was withheld.`,
    'server {',
    `  listen ${listen ?? '80'};`,
    `  server_name ${serverName(address.host)};`,
    `  root ${quote(root)};`,
    `  include mime.types;`,
    `  absolute_redirect off;`,
    `  server_tokens off;`,
    `  charset utf-8;`,
    `  charset_types text/css text/plain text/xml text/javascript application/javascript application/json application/xml image/svg+xml;`,
    `  gzip on;`,
    `  gzip_vary on;`,
    ...formatStatic(config.precompress),
    `  gzip_types text/css text/plain text/xml text/javascript application/javascript application/json application/xml image/svg+xml application/rss+xml application/atom+xml application/feed+json text/x-opml;`,
    ...shared.map(addHeader).map((line) => `  ${line}`),
    `  error_page 404 410 ${quote(target(toHref(address, notFoundPath)))};`,
    ...moved,
    ...withheld,
    // What only other hosts and Dateline itself read.
    `  location ~ ${quote(`^${base}/(?:_headers|_redirects|\\.dateline)$`)} { return 404; }`,
    ...others.flatMap((rule) => formatRule(rule, base, shared)),
    `  location ~ ${quote(`^${base}(?<dateline_file>/.*)$`)} {`,
    `    try_files $dateline_file \${dateline_file}index.html @dateline_slash;`,
    '  }',
    ...(address.base === '' ? [] : formatOutside(address.base)),
    '  location @dateline_slash {',
    `    if (-f $document_root$dateline_file/index.html) { rewrite ^(.*)$ $1/ permanent; }`,
    '    return 404;',
    '  }',
    '}',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** What lies compressed beside a file. nginx itself knows gzip only, and refuses a word that it does not know. */
function formatStatic(codings: readonly Coding[]): readonly string[] {
  return [
    ...(codings.includes('gzip') ? ['  gzip_static on;'] : []),
    ...(codings.includes('br')
      ? [
          "  # Where nginx has Brotli's module (Debian: libnginx-mod-http-brotli-static):",
          '  # brotli_static on;',
        ]
      : []),
  ];
}

/** Below a base path: the rest of the host is somebody else's. */
function formatOutside(base: string): readonly string[] {
  const move = `return 301 ${quote(target(`${base}/`))};`;
  return [
    `  location = ${quote(decodeURIComponent(base))} { ${move} }`,
    '  location / { return 404; }',
  ];
}

type Headers = HostRule['headers'];

/** Files of a kind: their type, and headers of their own beside the common ones. */
function formatRule({ path, headers }: HostRule, base: string, shared: Headers): string[] {
  const own = headers.filter(([name]) => name !== 'Content-Type');
  const type = headers.find(([name]) => name === 'Content-Type')?.[1];
  const inherited = shared.filter(([name]) => own.every(([other]) => other !== name));
  // A location with a header of its own inherits none.
  const added = own.length === 0 ? [] : [...inherited, ...own].map(addHeader);
  const pattern = path.split('*').map(escapeRegExp).join('.*');
  return [
    `  location ~ ${quote(`^${base}(?<dateline_file>${pattern})$`)} {`,
    ...(type === undefined ? [] : ['    types { }', `    default_type ${quote(type)};`]),
    ...added.map((line) => `    ${line}`),
    // Of a folder's rule, the page of the folder too.
    `    try_files $dateline_file ${path.endsWith('/*') ? '${dateline_file}index.html ' : ''}=404;`,
    '  }',
  ];
}

/** In a header only a URL may have a dollar sign. */
function addHeader([name, value]: Headers[number]): string {
  return `add_header ${name} ${quote(target(value))} always;`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** The longest address of an exact location, in bytes: nginx keeps its length in one, unchecked. */
const longestExact = 255;

/** Exact locations tell capital letters apart and know no longest key, which a `map` does not. */
function exactly(path: string): string {
  if (byteLength(path) <= longestExact) return `= ${quote(path)}`;
  return `~ ${quote(`^${escapeRegExp(path)}$`)}`;
}

/** The longest name that nginx takes beside others without another setting. */
const longestName = 40;

function serverName(host: string): string {
  return host.length <= longestName ? host : quote(`~^${escapeRegExp(host)}$`);
}

/** A dollar sign would begin a variable. */
function target(href: string): string {
  return href.replaceAll('$', '%24');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
