import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import EleventyDevServer from '@11ty/eleventy-dev-server';
import { watch } from 'chokidar';
import type { BuildResult } from '../build/build.ts';
import { buildCached } from '../build/buildCached.ts';
import { findLayoutFolders } from '../build/layoutFolders.ts';
import type { Instant } from '../dates/instant.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import type { MachineKey } from '../files/signed.ts';
import { isIgnoredName } from '../read/places.ts';
import { pictureType } from '../social/picture.ts';
import type { Progress } from '../workers/pool.ts';
import { adminPath, outputFile, picturePath, searchFolder, type SitePath } from '../urls/paths.ts';
import { formatErrorPage } from './errorPage.ts';
import { Pictures } from './pictures.ts';
import { SearchIndexes, typeOfIndexFile } from './searchIndexes.ts';

export interface ServeOptions {
  readonly content: string;
  readonly layouts: string;
  /** A folder of the server's own, in which the site is built. */
  readonly output: string;
  /** The folder of the cache of its builds. */
  readonly cache: string;
  /** Signs the cache. */
  readonly key: MachineKey;
  readonly port: number;
  readonly drafts: boolean;
  readonly now: () => Instant;
}

/** What the server tells while it runs. */
export interface ServeEvents {
  readonly listening: (address: string) => void;
  readonly built: (result: BuildResult, diagnostics: readonly Diagnostic[]) => void;
  readonly failed: (message: string, diagnostics: readonly Diagnostic[]) => void;
  readonly serverMessage: (message: string) => void;
  /** Told how far each build is, and when it has ended. */
  readonly watchBuild: () => { readonly progress: Progress; readonly end: () => void };
}

export interface RunningServer {
  readonly close: () => Promise<void>;
}

/** A quiet spell, in milliseconds, after which a burst of changes is built at once. */
const quietSpell = 80;

/**
 * Serves the site and builds it again on a change of content or layouts. A build that fails shows in
 * the browser in place of every page; the server lives on.
 */
export async function serve(options: ServeOptions, events: ServeEvents): Promise<RunningServer> {
  let errorPage: string | null = null;
  let basePath = '';
  let server: EleventyDevServer | null = null;
  let indexes: SearchIndexes | null = null;
  let pictures: Pictures | null = null;

  const rebuild = async (): Promise<void> => {
    let diagnostics: readonly Diagnostic[] = [];
    const fail = (message: string): void => {
      errorPage = formatErrorPage(message, diagnostics);
      events.failed(message, diagnostics);
    };
    try {
      const line = events.watchBuild();
      const built = await buildCached({
        content: options.content,
        layouts: findLayoutFolders(options.layouts),
        output: options.output,
        cache: options.cache,
        key: options.key,
        now: options.now(),
        purpose: { kind: 'preview', drafts: options.drafts },
        progress: line.progress,
        force: false,
        warn: events.serverMessage,
        waiting: () => undefined,
      }).finally(line.end);
      ({ diagnostics } = built);
      const { site, result } = built;
      if (site === null || result === null) {
        fail('the content has errors');
        return;
      }
      basePath = site.config.address.base;
      indexes = new SearchIndexes(site, indexes);
      pictures = new Pictures(site);
      if (server !== null) server.options.pathPrefix = `${basePath}/`;
      errorPage = null;
      events.built(result, diagnostics);
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  };

  await rebuild();
  let address = '';
  const running = EleventyDevServer.getServer('dateline', options.output, {
    pathPrefix: `${basePath}/`,
    domDiff: false,
    logger: { info: events.serverMessage, log: () => undefined, error: events.serverMessage },
    messageOnStart: ({ hosts }) => {
      address = hosts[0] ?? '';
      return false;
    },
    onRequest: {
      [`${searchFolder}*`]: async ({ url }) => {
        const bytes = await indexes?.read(url.pathname.slice(basePath.length));
        return bytes && { headers: { 'Content-Type': typeOfIndexFile(url.pathname) }, body: bytes };
      },
      [picturePath('/*/' as SitePath)]: async ({ url }) => {
        const bytes = await pictures?.read(url.pathname.slice(basePath.length));
        return bytes && { headers: { 'Content-Type': pictureType }, body: bytes };
      },
      // As bytes, into which the server puts no script that reloads: an editor is at work there.
      [adminPath]: () => {
        const page = path.join(options.output, outputFile(adminPath));
        const headers = { 'Content-Type': 'text/html; charset=utf-8' };
        return existsSync(page) ? { headers, body: readFileSync(page) } : undefined;
      },
      '/*': ({ url }) =>
        errorPage === null || /\.(?!html$)[a-z0-9]+$/i.test(url.pathname)
          ? undefined
          : {
              status: 500,
              headers: { 'Content-Type': 'text/html; charset=utf-8' },
              body: errorPage,
            },
    },
  });
  server = running;
  running.serve(options.port);
  await running.ready();

  let work = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(rebuild).then(() => running.reload({ files: [] }));
    }, quietSpell);
  };
  const watcher = watch([options.content, options.layouts, ...findLayoutFolders(options.layouts)], {
    ignoreInitial: true,
    ignored: (file) => isIgnoredName(path.basename(file)) && path.basename(file) !== '.',
  });
  watcher.on('all', schedule);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  // Only now is no change missed.
  events.listening(address);
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      await work;
      await running.close();
    },
  };
}
