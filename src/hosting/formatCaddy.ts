import type { Site } from '../model/site.ts';
import { toHref } from '../urls/address.ts';
import { notFoundPath } from '../urls/paths.ts';
import type { ServerOptions } from './formatNginx.ts';
import { listHostRules } from './hostRules.ts';

/** A Caddyfile that says the same as the configuration for nginx. Caddy fetches its certificate itself. */
export function formatCaddy(site: Site, { root, listen }: ServerOptions): string {
  const { config } = site;
  const { address } = config;
  const base = decodeURIComponent(address.base);
  const rules = listHostRules(config).map(({ path, headers }, index) => {
    const matcher = matcherOf(base + path);
    const name = matcher.startsWith('*') ? `@files${index}` : quote(matcher);
    return { matcher, name, headers };
  });
  // The smaller first.
  const codings = config.precompress.toReversed().join(' ');
  const routes = [
    ...rules.flatMap(({ name, headers }) =>
      headers.map(([header, value]) => `header ${name} ${header} ${quote(value)}`),
    ),
    ...formatMoved(site),
    ...formatGone(site),
    ...(base === '' ? [] : [`redir ${quote(base)} ${quote(`${address.base}/`)} 301`]),
    `handle_path ${quote(`${base}/*`)} {`,
    // What only other hosts and Dateline itself read.
    '  file_server {',
    '    hide _headers _redirects .dateline',
    ...(codings === '' ? [] : [`    precompressed ${codings}`]),
    '  }',
    '}',
    ...(base === '' ? [] : ['handle {', '  error 404', '}']),
  ];
  const lines = [
    '# Written by dateline hosting caddy; write it anew when a page has moved or was withheld.',
    `${listen ?? address.origin} {`,
    `  root * ${quote(root)}`,
    '  encode gzip',
    ...rules
      .filter(({ name }) => name.startsWith('@'))
      .map(({ name, matcher }) => `  ${name} path ${quote(matcher)}`),
    // In their own order: Caddy would put the widest headers last, where they win.
    '  route {',
    ...routes.map((line) => `    ${line}`),
    '  }',
    '  handle_errors {',
    `    rewrite * ${notFoundPath}`,
    '    header Content-Type "text/html; charset=utf-8"',
    '    file_server',
    '  }',
    '}',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * Former addresses, in a table that compares letter by letter: a matcher of paths takes capital letters
 * for small ones, and `/About/` would lead from `/about/` to itself for ever.
 */
function formatMoved({ config: { address }, redirects }: Site): readonly string[] {
  if (redirects.length === 0) return [];
  const base = decodeURIComponent(address.base);
  return [
    'map {path} {dateline_moved} {',
    ...redirects.map(({ from, to }) => `  ${quote(base + from)} ${quote(toHref(address, to))}`),
    '  default ""',
    '}',
    '@dateline_moved not vars {dateline_moved} ""',
    'redir @dateline_moved {dateline_moved} 301',
  ];
}

/** Addresses that were withheld, told apart by every letter too. */
function formatGone({ config: { address }, gone }: Site): readonly string[] {
  if (gone.length === 0) return [];
  const base = decodeURIComponent(address.base);
  return [
    'map {path} {dateline_gone} {',
    ...gone.map((path) => `  ${quote(base + path)} yes`),
    '  default ""',
    '}',
    '@dateline_gone not vars {dateline_gone} ""',
    'error @dateline_gone 410',
  ];
}

/** Between others a star would stand for one folder, at the beginning it stands for anything. */
function matcherOf(path: string): string {
  return path.replace(/^.*\*(?=.)/, '*');
}

/**
 * One word of a Caddyfile. Braces would begin a placeholder. Between double quotes a backslash is itself,
 * except before another quote, so that a text with one stands between backticks.
 */
function quote(text: string): string {
  const escaped = text.replace(/[{}]/g, '\\$&');
  return text.includes('\\') ? `\`${escaped}\`` : `"${escaped.replaceAll('"', '\\"')}"`;
}
