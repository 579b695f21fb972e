import { isIPv6 } from 'node:net';
import path from 'node:path';
import { watch } from 'chokidar';
import { findLayoutFolders } from '../build/layoutFolders.ts';
import { isIgnoredName } from '../read/places.ts';
import { createHandlers } from './handlers.ts';
import { listen } from './listen.ts';
import { Preview, type PreviewEvents, type PreviewOptions } from './preview.ts';
import { Reloader } from './reload.ts';

export interface ServeOptions extends PreviewOptions {
  /** The name or address to listen on; null for this machine alone. */
  readonly host: string | null;
  readonly port: number;
}

export interface RunningServer {
  /** Such as `http://localhost:8080/`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** A quiet spell, in milliseconds, after which a burst of changes is built at once. */
const quietSpell = 80;

/**
 * Serves the site and builds it again on a change of content or layouts. A build that fails shows in
 * the browser in place of every page; the server lives on.
 * @throws ListenError
 */
export async function serve(options: ServeOptions, events: PreviewEvents): Promise<RunningServer> {
  const { host, output } = options;
  const preview = new Preview(options, events);
  const reloader = new Reloader();
  await preview.rebuild();
  const handlers = createHandlers({ host, output, preview, reloader }, events.serverMessage);
  const server = await listen(host, options.port, handlers);
  const watching = await watchFolders(options, async () => {
    await preview.rebuild();
    reloader.announce();
  });
  // Only now is no change missed.
  return {
    address: `http://${formatHost(host)}:${server.port}${preview.base}/`,
    close: async () => {
      await watching.close();
      reloader.close();
      await server.close();
    },
  };
}

/** The host of the address that is printed: one that a browser on this machine finds. */
function formatHost(host: string | null): string {
  if (host === null || host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

/** Calls `change` once after each burst of changes, never while it is at work. */
async function watchFolders(
  { content, layouts }: ServeOptions,
  change: () => Promise<void>,
): Promise<{ readonly close: () => Promise<void> }> {
  let work = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([content, layouts, ...findLayoutFolders(layouts)], {
    ignoreInitial: true,
    ignored: (file) => isIgnoredName(path.basename(file)) && path.basename(file) !== '.',
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(change);
    }, quietSpell);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      await work;
    },
  };
}
