import type { BuildResult } from '../build/build.ts';
import { buildCached } from '../build/buildCached.ts';
import { findLayoutFolders } from '../build/layoutFolders.ts';
import type { Instant } from '../dates/instant.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import type { MachineKey } from '../files/signed.ts';
import type { Progress } from '../workers/pool.ts';
import { formatErrorPage } from './errorPage.ts';
import { Pictures } from './pictures.ts';
import { SearchIndexes } from './searchIndexes.ts';

export interface PreviewOptions {
  readonly content: string;
  readonly layouts: string;
  /** A folder of the server's own, in which the site is built. */
  readonly output: string;
  /** The folder of the cache of its builds. */
  readonly cache: string;
  /** Signs the cache. */
  readonly key: MachineKey;
  readonly drafts: boolean;
  readonly now: () => Instant;
}

export interface PreviewEvents {
  readonly built: (result: BuildResult, diagnostics: readonly Diagnostic[]) => void;
  readonly failed: (message: string, diagnostics: readonly Diagnostic[]) => void;
  readonly serverMessage: (message: string) => void;
  /** Told how far each build is, and when it has ended. */
  readonly watchBuild: () => { readonly progress: Progress; readonly end: () => void };
}

/** The site as the last build left it, and what is made of it on request. */
export class Preview {
  readonly #options: PreviewOptions;
  readonly #events: PreviewEvents;
  /** The site's base path, escaped; that of the last site while content has errors. */
  base = '';
  /** What stands in place of every page while the site can't be built. */
  errorPage: string | null = null;
  indexes: SearchIndexes | null = null;
  pictures: Pictures | null = null;

  constructor(options: PreviewOptions, events: PreviewEvents) {
    this.#options = options;
    this.#events = events;
  }

  /** Never rejects: what goes wrong is told, and shown in the browser. */
  async rebuild(): Promise<void> {
    let diagnostics: readonly Diagnostic[] = [];
    const fail = (message: string): void => {
      this.errorPage = formatErrorPage(message, diagnostics);
      this.#events.failed(message, diagnostics);
    };
    try {
      const built = await this.#build();
      ({ diagnostics } = built);
      const { site, result } = built;
      if (site === null || result === null) {
        fail('the content has errors');
        return;
      }
      this.base = site.config.address.base;
      this.indexes = new SearchIndexes(site, this.indexes);
      this.pictures = new Pictures(site);
      this.errorPage = null;
      this.#events.built(result, diagnostics);
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  }

  #build(): ReturnType<typeof buildCached> {
    const { content, layouts, output, cache, key, drafts, now } = this.#options;
    const line = this.#events.watchBuild();
    return buildCached({
      content,
      layouts: findLayoutFolders(layouts),
      output,
      cache,
      key,
      now: now(),
      purpose: { kind: 'preview', drafts },
      progress: line.progress,
      force: false,
      warn: this.#events.serverMessage,
      waiting: () => undefined,
    }).finally(line.end);
  }
}
