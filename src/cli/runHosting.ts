import path from 'node:path';
import { formatCaddy } from '../hosting/formatCaddy.ts';
import { formatNginx } from '../hosting/formatNginx.ts';
import { parseCaddyListen, parseNginxListen } from '../hosting/listen.ts';
import { locate } from '../load/stages.ts';
import { withContent } from '../load/withContent.ts';
import { openCaches } from './caches.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkContentFolder, parseNow, type CommonOptions } from './options.ts';
import { createPrinter } from './printer.ts';
import { UsageError } from './usageError.ts';

export interface HostingCommandOptions extends CommonOptions {
  readonly output: string;
  readonly listen?: string;
  readonly now?: string;
}

const servers = {
  nginx: { format: formatNginx, parseListen: parseNginxListen, notInFolders: /[$\p{Cc}]/u },
  caddy: { format: formatCaddy, parseListen: parseCaddyListen, notInFolders: /[{}`\p{Cc}]/u },
} as const;

/** `dateline hosting SERVER`: prints the configuration of a web server for this site. */
export async function runHosting(
  server: string,
  options: HostingCommandOptions,
): Promise<ExitStatus> {
  const { listen } = options;
  if (server !== 'nginx' && server !== 'caddy') {
    throw new UsageError(
      `there is no configuration for ${server}; there is one for nginx and caddy`,
    );
  }
  const { format, parseListen, notInFolders } = servers[server];
  const place = listen === undefined ? null : parseListen(listen);
  if (listen !== undefined && place === null) {
    throw new UsageError(`--listen ${listen} is no port or address of ${server}`);
  }
  const root = path.resolve(options.output);
  const sign = notInFolders.exec(root)?.[0];
  if (sign !== undefined) {
    throw new UsageError(
      `${server} can't be told a folder with ${JSON.stringify(sign)} in its name`,
    );
  }
  const printer = createPrinter(options.json ?? false);
  const content = checkContentFolder(options.content);
  const { site, diagnostics } = await withContent(
    { content, now: parseNow(options.now), drafts: false },
    openCaches(printer).build,
    locate,
  );
  printer.diagnostics(diagnostics.filter(({ severity }) => severity === 'error'));
  if (site === null) return exitStatus.content;
  const text = format(site, { root, listen: place });
  printer.result(text.trimEnd(), { server, configuration: text });
  return exitStatus.done;
}
