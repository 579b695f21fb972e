import path from 'node:path';
import { lstatSync, readFileSync } from 'node:fs';
import {
  formatOutput,
  keyOfOutput,
  openCache,
  type BuildCache,
  type NewBuildRecord,
} from '../cache/cache.ts';
import { hashEnvironment } from '../cache/environment.ts';
import { searchTouched } from '../cache/touched.ts';
import { filesOf, takeSnapshot, type Snapshot } from '../cache/snapshot.ts';
import type { Instant } from '../dates/instant.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { hashLoading } from '../load/withContent.ts';
import { loadSiteCached, type CachedLoad } from '../load/loadSite.ts';
import { listContentFolder, type ListedContent } from '../load/listContentFolder.ts';
import type { Site } from '../model/site.ts';
import type { Places } from '../publish/places.ts';
import { holdOutput, type OutputOptions } from '../publish/publish.ts';
import { PageRenderer } from '../render/renderPages.ts';
import type { Progress } from '../workers/pool.ts';
import { countSite, produceInto, type BuildResult, type SiteCounts } from './build.ts';
import type { Produced } from './produce.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

export interface CachedBuildOptions extends OutputOptions {
  readonly content: string;
  readonly layouts: readonly string[];
  readonly now: Instant;
  readonly purpose: Purpose;
  /** The folder of the cache. */
  readonly cache: string;
  /** Told how far the build is. */
  readonly progress: Progress;
  /** Told of trouble with the cache, which is ignored. */
  readonly warn: (message: string) => void;
}

/**
 * What a site is built for. A preview may hold drafts and embargoed items, and has no search indexes and
 * pictures: the development server makes them when a browser asks for one.
 */
export type Purpose =
  { readonly kind: 'publish' } | { readonly kind: 'preview'; readonly drafts: boolean };

export interface CachedBuild {
  /** The site, for a preview that was built. */
  readonly site: Site | null;
  /** Milliseconds by stage. */
  readonly times: Readonly<Record<string, number>>;
  /** Null where the content has errors: nothing was built. */
  readonly result: BuildResult | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds what changed since the last build of this content into this output. */
export function buildCached(options: CachedBuildOptions): Promise<CachedBuild> {
  return holdOutput(options, async (places) => {
    const { content, layouts, purpose } = options;
    const watch = createStopwatch();
    const shown = purpose.kind === 'preview' && purpose.drafts ? 'drafts' : 'published';
    const code = hashLoading(content);
    const environment = hashEnvironment(layouts, `${code} ${shown}`);
    const cache = openCache(options.cache, content, places.target, environment, options.warn);
    const renderer = new PageRenderer(options.progress);
    try {
      return await buildFromCache(options, { places, cache, environment, code, watch, renderer });
    } finally {
      await renderer.close();
      cache.bodies.close();
    }
  });
}

/** Content files from which on a second thread prepares while this one loads. */
const warmUpFrom = 2000;

interface Opened {
  readonly places: Places;
  readonly cache: BuildCache;
  readonly environment: string;
  readonly code: string;
  readonly watch: Stopwatch;
  readonly renderer: PageRenderer;
}

async function buildFromCache(
  { content, layouts, now, purpose, progress }: CachedBuildOptions,
  { places, cache, environment, code, watch, renderer }: Opened,
): Promise<CachedBuild> {
  const list = listContentFolder(content);
  const taken = statClock(places.lock);
  const search = searchTouched(cache.outputs, places.target);
  // Whoever needs its answer hears of its failure.
  search.catch(() => undefined);
  const snapshot = takeSnapshot(filesOf(list), cache.inputs, cache.last?.taken ?? 0);
  watch.lap('look');
  const isPreview = purpose.kind === 'preview';
  const known = isPreview ? null : await reuseLast({ cache, list, snapshot, search, now, taken });
  watch.lap('compare');
  if (known !== null) return { ...known, site: null, times: watch.times };
  // Where most is known, the content is loaded by one thread, and loading takes longer than Eleventy.
  if (cache.last !== null && list.entries.length >= warmUpFrom) renderer.warmUp();
  const loadOptions = { content, now, drafts: isPreview && purpose.drafts, progress };
  const loaded = await loadSiteCached(list, loadOptions, cache, snapshot);
  watch.lap('load');
  const { site, diagnostics } = loaded;
  if (site === null) return { site, result: null, diagnostics, times: watch.times };
  const touched = await search;
  const lastKey = (file: string): string | null => {
    const record = touched.has(file) ? undefined : cache.outputs.get(file);
    return record === undefined ? null : keyOfOutput(record);
  };
  // Where somebody else wrote to the output, it is looked through for files of theirs.
  const isOurs = cache.last !== null && touched.size === 0;
  const present = ({ keys, changed }: Produced): Iterable<string> => {
    const added = changed.filter((file) => cache.outputs.get(file) === undefined).length;
    // Where as many are left as there were, none goes.
    return keys.size - added === cache.outputs.size ? [] : [...cache.outputs.keys()];
  };
  const { produced, published } = await produceInto(
    places,
    site,
    {
      layouts,
      lastKey,
      lastYears: { years: cache.last?.years ?? {}, touched: loaded.touched },
      lastFiles: () => cache.outputs.keys(),
      lastBytes: (file) => readFileSync(path.join(places.target, file)),
      renderer,
      isWhole: !isPreview,
      progress,
    },
    isOurs ? present : null,
  );
  watch.lap('make');
  const counts = countSite(site, produced);
  save({
    cache,
    snapshot,
    produced,
    places,
    loaded,
    site,
    environment,
    code,
    taken,
    counts,
  });
  watch.lap('save');
  const result = { ...counts, ...published };
  return { site: isPreview ? site : null, result, diagnostics, times: watch.times };
}

/** Nothing that a build looks at has changed, and the output is as it was published. */
async function reuseLast(begun: Begun): Promise<Omit<CachedBuild, 'site' | 'times'> | null> {
  const { cache, list, snapshot, search, now, taken } = begun;
  const { last } = cache;
  const { changed, removed } = snapshot;
  const isChanged = list.problems.length > 0 || changed.size > 0 || removed.length > 0;
  if (last === null || isChanged) return null;
  if (now.time < last.from || (last.until !== null && now.time >= last.until)) return null;
  const { counts, diagnostics } = last;
  const total = counts.pages + counts.files;
  if (cache.outputs.size !== total) return null;
  if ((await search).size > 0) return null;
  // Touched files were read; the next build need not.
  if (keepStates(cache, snapshot)) cache.save({ ...last, taken });
  return { result: { ...counts, written: 0, kept: total, removed: 0 }, diagnostics };
}

interface Begun {
  readonly cache: BuildCache;
  readonly list: ListedContent;
  readonly snapshot: Snapshot;
  readonly search: Promise<ReadonlySet<string>>;
  readonly now: Instant;
  readonly taken: number;
}

/** Writes down what files are now; whether anything is new. */
function keepStates({ inputs, articles }: BuildCache, { fresh, removed }: Snapshot): boolean {
  for (const [relative, state] of fresh) inputs.set(relative, state);
  for (const relative of removed) {
    inputs.delete(relative);
    articles.delete(relative);
  }
  return fresh.size > 0 || removed.length > 0;
}

interface Finished {
  readonly cache: BuildCache;
  readonly snapshot: Snapshot;
  readonly produced: Produced;
  readonly places: Places;
  readonly loaded: CachedLoad;
  readonly site: Site;
  readonly environment: string;
  readonly code: string;
  readonly taken: number;
  readonly counts: SiteCounts;
}

/** Writes down what was built from what. */
function save(finished: Finished): void {
  const { cache, snapshot, produced, places, loaded, site, counts } = finished;
  keepStates(cache, snapshot);
  for (const file of produced.changed) {
    const key = produced.keys.get(file) ?? '';
    const stat = lstatSync(path.join(places.target, file));
    const record = formatOutput({ size: stat.size, modified: stat.mtimeMs, key });
    if (cache.outputs.get(file) !== record) cache.outputs.set(file, record);
  }
  // All that was produced is in there now.
  if (cache.outputs.size > produced.keys.size) cache.outputs.keepOnly(produced.keys);
  const record: NewBuildRecord = {
    environment: finished.environment,
    code: finished.code,
    names: loaded.names,
    years: produced.years,
    taken: finished.taken,
    from: site.now.time,
    until: site.changesAt,
    diagnostics: loaded.diagnostics,
    counts,
  };
  cache.save(record);
}

/** The file system's own clock, read from a file that was just written. */
function statClock(file: string): number {
  return lstatSync(file).mtimeMs;
}
