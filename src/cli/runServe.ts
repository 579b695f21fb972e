import { serve } from '../serve/serve.ts';
import { beginSession } from '../serve/session.ts';
import { readClock } from './clock.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkContentFolder, checkLayoutsFolder, parseNow, type CommonOptions } from './options.ts';
import { cachesFolder } from './cacheFolder.ts';
import { createProgressLine } from './progress.ts';
import { countProblems, createPrinter, formatCounts, formatNumber } from './printer.ts';
import { standardError } from './standardStreams.ts';
import { UsageError } from './usageError.ts';

export interface ServeCommandOptions extends CommonOptions {
  readonly layouts?: string;
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
  const content = checkContentFolder(options.content);
  const layouts = checkLayoutsFolder(options.layouts);
  const fixed = options.now === undefined ? null : parseNow(options.now);
  const session = beginSession(cachesFolder, options.drafts ?? false);
  const server = await serve(
    {
      content,
      layouts,
      output: session.output,
      cache: session.cache,
      port,
      drafts: options.drafts ?? false,
      now: () => fixed ?? readClock(),
    },
    {
      listening: (address) => printer.result(`serving ${address} (Ctrl-C stops)`, { address }),
      built: ({ articles, pages }, diagnostics) => {
        printer.diagnostics(diagnostics);
        const counts = countProblems(diagnostics);
        printer.result(
          `built ${formatNumber(pages, 'page')} of ${formatNumber(articles, 'article')} (${formatCounts(counts)})`,
          {
            built: true,
            ...counts,
          },
        );
      },
      failed: (message, diagnostics) => {
        printer.diagnostics(diagnostics);
        printer.error(`not built: ${message}; the server goes on and waits for a change`);
      },
      serverMessage: (message) => printer.error(message),
      watchBuild: () => createProgressLine(standardError, printer.isJson),
    },
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.close();
  session.end();
  return exitStatus.done;
}
