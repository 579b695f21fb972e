import type { Site } from '../model/site.ts';
import { toHref } from '../urls/address.ts';
import { notFoundPath } from '../urls/paths.ts';
import type { ServerOptions } from './formatNginx.ts';
import { listHostRules } from './hostRules.ts';

/** A Caddyfile that says the same as the configuration for nginx. Caddy fetches its certificate itself. */
export function formatCaddy(
  { config, redirects, gone }: Site,
  { root, listen }: ServerOptions,
): string {
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
    ...redirects.map(
      ({ from, to }) => `redir ${quote(base + from)} ${quote(toHref(address, to))} 301`,
    ),
    ...gone.map((path) => `error ${quote(base + path)} 410`),
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

/** Between others a star would stand for one folder, at the beginning it stands for anything. */
function matcherOf(path: string): string {
  return path.replace(/^.*\*(?=.)/, '*');
}

/** Braces would begin a placeholder. */
function quote(text: string): string {
  return `"${text.replace(/["\\{}]/g, '\\$&')}"`;
}
