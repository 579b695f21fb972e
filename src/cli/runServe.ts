import type { Instant } from '../dates/instant.ts';
import { isHostName, isLoopback } from '../serve/guard.ts';
import { ListenError } from '../serve/listen.ts';
import type { PreviewEvents } from '../serve/preview.ts';
import { serve } from '../serve/serve.ts';
import { beginSession } from '../serve/session.ts';
import { readClock } from './clock.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkContentFolder, checkLayoutsFolder, parseNow, type CommonOptions } from './options.ts';
import { openCaches } from './caches.ts';
import { createProgressLine } from './progress.ts';
import {
  countProblems,
  createPrinter,
  formatCounts,
  formatNumber,
  type Printer,
} from './printer.ts';
import { standardError } from './standardStreams.ts';
import { UsageError } from './usageError.ts';

export interface ServeCommandOptions extends CommonOptions {
  readonly layouts?: string;
  readonly host?: string;
  readonly port: string;
  readonly now?: string;
  readonly drafts?: boolean;
}

/** `dateline serve`: runs until it is interrupted. */
export async function runServe(options: ServeCommandOptions): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UsageError(`--port ${options.port} is no port`);
  }
  const host = parseHost(options.host);
  const content = checkContentFolder(options.content);
  const layouts = checkLayoutsFolder(options.layouts);
  const fixed = options.now === undefined ? null : parseNow(options.now);
  const drafts = options.drafts ?? false;
  const caches = openCaches(printer);
  const session = beginSession(caches.folder, drafts);
  const now = (): Instant => fixed ?? readClock();
  const { output, cache } = session;
  try {
    const server = await serve(
      { content, layouts, output, cache, key: caches.key, host, port, drafts, now },
      tellEvents(printer),
    );
    // Who reads the address may end the server at once.
    const interrupted = waitForInterruption();
    if (host !== null && !isLoopback(host)) printer.note(warnOfHost(host, drafts));
    printer.result(`serving ${server.address} (Ctrl-C stops)`, { address: server.address });
    await interrupted;
    await server.close();
  } catch (error) {
    throw error instanceof ListenError ? new UsageError(error.message) : error;
  } finally {
    session.end();
  }
  return exitStatus.done;
}

/** Null for this machine alone, by whichever of its names. */
function parseHost(text: string | undefined): string | null {
  if (text === undefined || text === 'localhost') return null;
  if (!isHostName(text)) {
    throw new UsageError(
      `--host ${text} is no name or address, such as 192.168.1.5; see --port too`,
    );
  }
  return text;
}

function waitForInterruption(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

function warnOfHost(host: string, drafts: boolean): string {
  const shown = drafts ? 'the site with drafts and embargoed items' : 'the unpublished site';
  return `warning: whoever reaches ${host} can see ${shown}; without --host only this machine can`;
}

function tellEvents(printer: Printer): PreviewEvents {
  return {
    built: ({ articles, pages }, diagnostics) => {
      printer.diagnostics(diagnostics);
      const counts = countProblems(diagnostics);
      printer.result(
        `built ${formatNumber(pages, 'page')} of ${formatNumber(articles, 'article')} (${formatCounts(counts)})`,
        { built: true, ...counts },
      );
    },
    failed: (message, diagnostics) => {
      printer.diagnostics(diagnostics);
      printer.error(`not built: ${message}; the server goes on and waits for a change`);
    },
    serverMessage: (message) => printer.error(message),
    watchBuild: () => createProgressLine(standardError, printer.isJson),
  };
}
