import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { createGzip } from 'node:zlib';

export interface StaticServer {
  /** Ends in `/`; the output folder is what is served at it. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

interface HeaderRule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Serves an output folder as Netlify and Cloudflare Pages do, with its `_headers`. */
export async function serveOutput(output: string, base = '/'): Promise<StaticServer> {
  const rules = readHeaderRules(readFileSync(path.join(output, '_headers'), 'utf8'));
  const server = createServer((request, response) => answer(request, response));
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = findFile(output, base, pathname);
    const served = file ?? path.join(output, '404.html');
    response.statusCode = file === null ? 404 : 200;
    response.setHeader('Content-Type', types[path.extname(served)] ?? 'application/octet-stream');
    for (const { pattern, headers } of rules) {
      if (!pattern.test(pathname)) continue;
      for (const [name, value] of headers) response.setHeader(name, value);
    }
    const content = createReadStream(served);
    // As hosts do it.
    const isPacked =
      /\.(?:html|css|js|json|xml|svg|txt)$/.test(served) &&
      request.headers['accept-encoding']?.includes('gzip') === true;
    if (isPacked) {
      response.setHeader('Content-Encoding', 'gzip');
      content.pipe(createGzip()).pipe(response);
    } else content.pipe(response);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function findFile(output: string, base: string, pathname: string): string | null {
  if (!pathname.startsWith(base)) return null;
  const file = path.join(output, decodeURIComponent(pathname.slice(base.length)));
  if (!existsSync(file)) return null;
  if (statSync(file).isFile()) return file;
  const index = path.join(file, 'index.html');
  return pathname.endsWith('/') && existsSync(index) ? index : null;
}

/** A path at the margin, then its headers, indented; `*` stands for anything, `!` takes a header back. */
export function readHeaderRules(text: string): readonly HeaderRule[] {
  const rules: { pattern: RegExp; headers: (readonly [string, string])[] }[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([^:\s]+):\s*(.+)$/.exec(line);
    // What a later rule sets replaces what an earlier one did, here as there.
    if (/^\s+! /.test(line)) continue;
    if (header === null && line.trim() !== '') {
      const source = line.trim().split('*').map(escapeRegExp).join('.*');
      rules.push({ pattern: new RegExp(`^${source}$`), headers: [] });
    } else if (header?.[1] !== undefined && header[2] !== undefined) {
      rules.at(-1)?.headers.push([header[1], header[2]]);
    }
  }
  return rules;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
