import type { LastFile, SiteFile } from '../feeds/siteFile.ts';
import type { YearRecord } from '../cache/cache.ts';
import type { Year } from '../dates/day.ts';
import type { Site } from '../model/site.ts';
import { readCodeFiles, versionsOf } from '../render/codeFiles.ts';
import { listFiles } from '../publish/listFiles.ts';
import type { PageRenderer } from '../render/renderPages.ts';
import { outputFile, type SitePath } from '../urls/paths.ts';
import { isSamePage, keyOfPage, type PagePlan } from '../views/plan.ts';
import { planViews, type Views } from '../views/planViews.ts';
import { hashParts } from '../views/viewKey.ts';
import type { Progress } from '../workers/pool.ts';
import type { LastOutput } from './lastOutput.ts';
import { keyOfAsset, planFiles, writeFiles } from './writeFiles.ts';
import { writeCompressed } from './writeCompressed.ts';
import { findDrawing, writePictures } from './writePictures.ts';
import { writeSearch } from './writeSearch.ts';

/** Every file of the output, by its path there, with its key. */
export type OutputKeys = ReadonlyMap<string, string>;

export interface ProduceOptions extends LastOutput {
  /** Folders of layouts, the operator's before ours. */
  readonly layouts: readonly string[];
  /** The folder into which new files are written. */
  readonly staging: string;
  /** The output folder, as the last build left it. */
  readonly target: string;
  readonly renderer: PageRenderer;
  /** Whether search indexes and pictures are written too; the development server makes them when asked. */
  readonly isWhole: boolean;
  readonly progress: Progress;
}

export interface Produced {
  readonly keys: OutputKeys;
  /** Files whose keys are not those of the last build. */
  readonly changed: readonly string[];
  readonly years: Readonly<Record<Year, YearRecord>>;
  readonly pages: number;
  readonly files: number;
}

/** Renders and writes what is not current. */
export async function produce(site: Site, options: ProduceOptions): Promise<Produced> {
  const { layouts, staging, lastKey, renderer } = options;
  const code = readCodeFiles(layouts, site.config);
  const views = planViews(site, versionsOf(code));
  // What every page shows: its change changes all of them.
  const common = hashParts(views.site);
  const drawing = options.isWhole ? findDrawing(site) : null;
  const last = options.lastYears;
  const yearKeys = views.years({ keys: last.years, touched: last.touched });
  const years = Array.from(yearKeys, ([year, keys]): readonly [Year, YearRecord] => [
    year,
    { ...keys, whole: common + keys.key + (drawing?.drawing ?? '') },
  ]);
  const settled = new Set(
    years.filter(([year, { whole }]) => last.years[year]?.whole === whole).map(([year]) => year),
  );
  const keys = new Map<string, string>();
  const changed: string[] = [];
  // Notes a file's key, and whether it is another than it was.
  const put = (file: string, last: string | null, key: string): void => {
    keys.set(file, key);
    if (last !== key) changed.push(file);
  };
  let left = views.pages.length;
  const changedPages = function* (): Generator<PagePlan | null> {
    for (const plan of likelyFirst(views.pages, settled)) {
      if (plan === null) {
        yield null;
        continue;
      }
      const file = outputFile(plan.path);
      const last = lastKey(file);
      const key = keyOfPage(plan, common, last, settled);
      put(file, last, key);
      left--;
      if (last === null || (last !== key && !isSamePage(last, key))) yield plan;
    }
  };
  const isNew = (path: SitePath, makeKey: () => string, year: Year | null = null): boolean => {
    const file = outputFile(path);
    const last = lastKey(file);
    const key = last !== null && year !== null && settled.has(year) ? last : makeKey();
    put(file, last, key);
    return last !== key;
  };
  // Threads render while the rest is made here, Pagefind's process and the threads that draw too.
  const none = Promise.resolve<OutputKeys>(new Map());
  const target = { layouts, output: staging, site: views.site };
  const work = [
    options.isWhole ? writeSearch(site, staging, options) : none,
    writePictures(site, { ...options, settled, drawing }),
    writeOthers({ site, views, code }, options, isNew),
    renderer.render(changedPages(), target, () => left),
  ] as const;
  // Nothing writes to staging any more when a failure is told.
  await Promise.allSettled(work);
  const [indexes, pictures, files] = await Promise.all(work);
  for (const [file, key] of [...indexes, ...pictures]) put(file, lastKey(file), key);
  const copies = options.isWhole ? await writeCopies(site, keys, options) : await none;
  for (const [file, key] of copies) put(file, lastKey(file), key);
  const counts = {
    pages: views.pages.length,
    files: files + indexes.size + pictures.size + copies.size,
  };
  return { keys, changed, years: Object.fromEntries(years), ...counts };
}

/**
 * The pages that may have changed, then null, then those of settled years, most of which are not even
 * asked. Drawing the network takes a thread longest, so that it is begun first.
 */
function* likelyFirst(
  pages: readonly PagePlan[],
  settled: ReadonlySet<Year>,
): Generator<PagePlan | null> {
  const isSettled = ({ year }: PagePlan): boolean => year !== undefined && settled.has(year);
  for (const plan of pages) if (plan.layout === 'network') yield plan;
  for (const plan of pages) if (plan.layout !== 'network' && !isSettled(plan)) yield plan;
  if (settled.size === 0) return;
  yield null;
  for (const plan of pages) if (plan.layout !== 'network' && isSettled(plan)) yield plan;
}

/** Compressed copies, once everything else lies in staging. */
function writeCopies(
  { config }: Site,
  files: OutputKeys,
  { staging, target, lastKey }: ProduceOptions,
): Promise<OutputKeys> {
  const staged = new Set(config.precompress.length === 0 ? [] : listFiles(staging));
  return writeCompressed(config.precompress, files, { staging, target, staged, lastKey });
}

interface Planned {
  readonly site: Site;
  readonly views: Views;
  readonly code: readonly SiteFile[];
}

/** Files that are no pages. What feeds hold is let go at the end, while pages are still rendered. */
async function writeOthers(
  { site, views, code }: Planned,
  { layouts, staging, ...last }: ProduceOptions,
  isNew: (path: SitePath, makeKey: () => string, year?: Year | null) => boolean,
): Promise<number> {
  const all = planFiles(site, views, layouts, code);
  const files = all.filter((file) => isNew(file.path, file.key, file.year));
  const lastOf = (path: SitePath): LastFile | null => {
    const file = outputFile(path);
    const key = last.lastKey(file);
    return key === null ? null : { key, read: () => last.lastBytes(file) };
  };
  const assets = site.assets.filter((asset) => isNew(asset.path, () => keyOfAsset(asset)));
  await writeFiles(files, assets, staging, lastOf);
  return all.length + site.assets.length;
}
