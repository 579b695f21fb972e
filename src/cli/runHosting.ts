import path from 'node:path';
import { formatCaddy } from '../hosting/formatCaddy.ts';
import { formatNginx } from '../hosting/formatNginx.ts';
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

const formatters = { nginx: formatNginx, caddy: formatCaddy } as const;

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
  if (listen !== undefined && !/^[\w.:/[\]-]+$/.test(listen)) {
    throw new UsageError(`--listen ${listen} is no port or address`);
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
  const text = formatters[server](site, {
    root: path.resolve(options.output),
    listen: listen ?? null,
  });
  printer.result(text.trimEnd(), { server, configuration: text });
  return exitStatus.done;
}
