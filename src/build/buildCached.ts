import path from 'node:path';
import { existsSync, lstatSync } from 'node:fs';
import {
  openCache,
  type BuildCache,
  type BuildRecord,
  type CacheHome,
  type NewBuildRecord,
} from '../cache/cache.ts';
import { hashEnvironment } from '../cache/environment.ts';
import { formatOutput, keyOfOutput, type OutputTables } from '../cache/outputs.ts';
import { searchTouched, type Touched } from '../cache/touched.ts';
import type { Year } from '../dates/day.ts';
import { filesOf, takeSnapshot, type Snapshot } from '../cache/snapshot.ts';
import type { Instant } from '../dates/instant.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { hasWithdrawn } from '../load/cachedArticles.ts';
import { hashLoading } from '../load/withContent.ts';
import { loadSiteCached, type CachedLoad } from '../load/loadSite.ts';
import { listContentFolder, type ListedContent } from '../load/listContentFolder.ts';
import { locateAll } from '../load/locateAll.ts';
import type { Site } from '../model/site.ts';
import { readRegular } from '../files/regular.ts';
import { holdOutput, type HeldOutput, type OutputOptions } from '../publish/publish.ts';
import { PageRenderer } from '../render/renderPages.ts';
import { letHeapsGrow, type Progress } from '../workers/pool.ts';
import { countSite, produceInto, type BuildResult, type SiteCounts } from './build.ts';
import type { Produced } from './produce.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';
import { outputFile, type SitePath } from '../urls/paths.ts';
import { findShownBefore, findStillPublished } from './stillPublished.ts';

export interface CachedBuildOptions extends OutputOptions {
  readonly content: string;
  readonly layouts: readonly string[];
  readonly now: Instant;
  readonly purpose: Purpose;
  /** Where the folder of the cache is. Its key is that of `OutputOptions`. */
  readonly cache: string;
  /** Told how far the build is. */
  readonly progress: Progress;
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
  /** Whether an article that the last build showed is shown no more. */
  readonly withdrawn: boolean;
}

/** Builds what changed since the last build of this content into this output. */
export function buildCached(options: CachedBuildOptions): Promise<CachedBuild> {
  return holdOutput(options, async (places) => {
    const { content, layouts, purpose } = options;
    const watch = createStopwatch();
    const shown = purpose.kind === 'preview' && purpose.drafts ? 'drafts' : 'published';
    const code = hashLoading(content);
    const environment = hashEnvironment(layouts, `${code} ${shown}`);
    const home: CacheHome = { folder: options.cache, key: options.key };
    const cache = openCache(home, content, places.target, environment, options.warn);
    const renderer = new PageRenderer(options.progress);
    try {
      return await buildFromCache(options, { places, cache, environment, code, watch, renderer });
    } finally {
      await renderer.close();
      cache.bodies.close();
    }
  });
}

/** Content files from which on threads prepare while this one loads or plans. */
const warmUpFrom = 2000;

/** Content files from which on memory is spent on speed. */
const largeFrom = 25_000;

interface Opened {
  readonly places: HeldOutput;
  readonly cache: BuildCache;
  readonly environment: string;
  readonly code: string;
  readonly watch: Stopwatch;
  readonly renderer: PageRenderer;
}

async function buildFromCache(
  { content, layouts, now, purpose, progress, warn }: CachedBuildOptions,
  { places, cache, environment, code, watch, renderer }: Opened,
): Promise<CachedBuild> {
  const list = listContentFolder(content);
  if (list.entries.length >= largeFrom) letHeapsGrow();
  const taken = statClock(places.lock);
  const search = searchTouched(cache.outputs, places.target, countFiles(cache.last));
  // Whoever needs its answer hears of its failure.
  search.catch(() => undefined);
  const snapshot = takeSnapshot(filesOf(list), cache.inputs, cache.last?.taken ?? 0);
  watch.lap('look');
  const isPreview = purpose.kind === 'preview';
  const mayReuse = !isPreview && !places.isDoubtful;
  const known = mayReuse ? await reuseLast({ cache, list, snapshot, search, now, taken }) : null;
  watch.lap('compare');
  if (known !== null) return { ...known, site: null, times: watch.times };
  const isLarge = list.entries.length >= warmUpFrom;
  // Where most is known, the content is loaded by one thread, and loading takes longer than Eleventy.
  if (cache.last !== null && isLarge) renderer.warmUp(1);
  const shownBefore = findShownBefore(cache, snapshot);
  const loadOptions = {
    ...{ content, now, progress, layouts: layouts.slice(0, -1) },
    drafts: isPreview && purpose.drafts,
    isPublished: (address: SitePath) =>
      !isPreview && existsSync(path.join(places.target, outputFile(address))),
  };
  const loaded = await loadSiteCached(list, loadOptions, cache, snapshot);
  watch.lap('load');
  const { site, diagnostics } = loaded;
  // All threads have loaded articles until now, and all pages are new.
  if (cache.last === null && isLarge && site !== null) renderer.warmUp();
  const findLeft = (): readonly Problem[] =>
    isPreview ? [] : findStillPublished(loaded, shownBefore, content, places.target);
  if (site === null) {
    const told = [...diagnostics, ...locateAll(findLeft(), [], new Map())];
    return { site, result: null, diagnostics: told, times: watch.times, withdrawn: false };
  }
  const found = await search;
  const touched = new Set(found.files);
  const lastKey = (file: string, year: Year | null): string | null => {
    const record = touched.has(file) ? undefined : cache.outputs.of(year).get(file);
    return record === undefined ? null : keyOfOutput(record);
  };
  const isIntact = !places.isDoubtful && isAsPublished(cache.last, found);
  const { produced, published } = await produceInto(
    places,
    site,
    {
      layouts,
      lastKey,
      lastYears: { years: cache.last?.years ?? {}, touched: loaded.touched, isIntact },
      lastFiles: () => cache.outputs.of(null).keys(),
      lastBytes: (file) => readRegular(path.join(places.target, file)),
      renderer,
      isWhole: !isPreview,
      progress,
    },
    // Where somebody else wrote to the output, it is looked through for files of theirs.
    isIntact ? (produced) => filesLeftOver(cache.outputs, produced) : null,
  ).catch((error: unknown) => {
    for (const { file, message } of findLeft()) warn(`${file}: ${message}`);
    throw error;
  });
  watch.lap('make');
  const counts = countSite(site, produced);
  const withdrawn = save({
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
  return { site: isPreview ? site : null, result, diagnostics, times: watch.times, withdrawn };
}

function countFiles(last: BuildRecord | null): number {
  return last === null ? 0 : last.counts.pages + last.counts.files;
}

/** Whether every file of the output is known, and as it was published. */
function isAsPublished(last: BuildRecord | null, { files, known }: Touched): boolean {
  return last !== null && files.length === 0 && known === countFiles(last);
}

/** Files of the last build that this one has not. */
function filesLeftOver(outputs: OutputTables, { keys, changed, skipped }: Produced): string[] {
  const added = new Map<Year | null, number>();
  for (const { file, year } of changed) {
    if (outputs.of(year).get(file) === undefined) added.set(year, (added.get(year) ?? 0) + 1);
  }
  return [...outputs.years()].flatMap((year) => {
    if (year !== null && skipped.has(year)) return [];
    const [table, now] = [outputs.of(year), keys.of(year)];
    // Where as many are left as there were, none goes.
    if (now.size - (added.get(year) ?? 0) === table.size) return [];
    return [...table.keys()].filter((file) => !now.has(file));
  });
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
  const total = countFiles(last);
  if (!isAsPublished(last, await search)) return null;
  // Touched files were read; the next build need not.
  if (keepStates(cache, snapshot)) cache.save({ ...last, taken });
  return {
    result: { ...counts, written: 0, kept: total, removed: 0 },
    ...{ diagnostics, withdrawn: false },
  };
}

interface Begun {
  readonly cache: BuildCache;
  readonly list: ListedContent;
  readonly snapshot: Snapshot;
  readonly search: Promise<Touched>;
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
  readonly places: HeldOutput;
  readonly loaded: CachedLoad;
  readonly site: Site;
  readonly environment: string;
  readonly code: string;
  readonly taken: number;
  readonly counts: SiteCounts;
}

/**
 * Writes down what was built from what.
 * @returns whether an article that the last build showed is shown no more
 */
function save(finished: Finished): boolean {
  const { cache, snapshot, produced, places, loaded, site, counts } = finished;
  keepStates(cache, snapshot);
  const withdrawn = hasWithdrawn(cache.articles);
  for (const { file, key, year } of produced.changed) {
    const stat = lstatSync(path.join(places.target, file));
    const record = formatOutput({ size: stat.size, modified: stat.mtimeMs, key });
    const table = cache.outputs.of(year);
    if (table.get(file) !== record) table.set(file, record);
  }
  for (const year of cache.outputs.years()) {
    if (year !== null && produced.skipped.has(year)) continue;
    // All that was produced is in there now.
    const [table, wanted] = [cache.outputs.of(year), produced.keys.of(year)];
    if (table.size > wanted.size) table.keepOnly(wanted);
  }
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
  return withdrawn;
}

/** The file system's own clock, read from a file that was just written. */
function statClock(file: string): number {
  return lstatSync(file).mtimeMs;
}
