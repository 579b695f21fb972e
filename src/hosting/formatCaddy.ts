import type { Site } from '../model/site.ts';
import { toHref } from '../urls/address.ts';
import { notFoundPath } from '../urls/paths.ts';
import type { ServerOptions } from './formatNginx.ts';
import { listHostRules } from './hostRules.ts';

/** A Caddyfile that says the same as the configuration for nginx. Caddy fetches its certificate itself. */
export function formatCaddy({ config, redirects }: Site, { root, listen }: ServerOptions): string {
  const { address } = config;
  const base = decodeURIComponent(address.base);
  const headers = listHostRules(config).flatMap(({ path, headers: each }) =>
    each.map(([name, value]) => `  header ${quote(base + path)} ${name} ${quote(value)}`),
  );
  const lines = [
    '# Written by dateline hosting caddy; write it anew when a page has moved.',
    `${listen ?? address.origin} {`,
    `  root * ${quote(root)}`,
    '  encode gzip',
    ...headers,
    ...redirects.map(
      ({ from, to }) => `  redir ${quote(base + from)} ${quote(toHref(address, to))} 301`,
    ),
    ...(base === '' ? [] : [`  redir ${quote(base)} ${quote(`${address.base}/`)} 301`]),
    `  handle_path ${quote(`${base}/*`)} {`,
    // What only other hosts and Dateline itself read.
    '    file_server {',
    '      hide _headers _redirects .dateline',
    '    }',
    '  }',
    ...(base === '' ? [] : ['  handle {', '    error 404', '  }']),
    '  handle_errors {',
    `    rewrite * ${notFoundPath}`,
    '    file_server',
    '  }',
    '}',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Braces would begin a placeholder. */
function quote(text: string): string {
  return `"${text.replace(/["\\{}]/g, '\\$&')}"`;
}
