import type { LastFile, SiteFile } from '../feeds/siteFile.ts';
import type { YearRecord } from '../cache/cache.ts';
import type { Year } from '../dates/day.ts';
import type { Site } from '../model/site.ts';
import { readCodeFiles, versionsOf } from '../render/codeFiles.ts';
import { listFiles } from '../publish/listFiles.ts';
import type { PageRenderer } from '../render/renderPages.ts';
import { outputFile, type SitePath } from '../urls/paths.ts';
import { isSamePage, keyOfPage, planOnce, type PageGroup, type PagePlan } from '../views/plan.ts';
import { planViews, type Views } from '../views/planViews.ts';
import { hashParts } from '../views/viewKey.ts';
import type { YearKey } from '../views/yearKey.ts';
import type { Progress } from '../workers/pool.ts';
import type { LastOutput, LastYears } from './lastOutput.ts';
import { OutputKeys, type OutputFile } from './outputKeys.ts';
import { keyOfAsset, planFiles, writeFiles } from './writeFiles.ts';
import { writeCompressed } from './writeCompressed.ts';
import { findDrawing, writePictures } from './writePictures.ts';
import { writeSearch } from './writeSearch.ts';

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
  /** All files but those of years that were skipped. */
  readonly keys: OutputKeys;
  /** Files whose keys are not those of the last build. */
  readonly changed: readonly OutputFile[];
  readonly years: Readonly<Record<Year, YearRecord>>;
  /** Years of which all files are as they were published: none was looked at. */
  readonly skipped: ReadonlySet<Year>;
  readonly pages: number;
  readonly files: number;
}

/** Renders and writes what is not current. */
export async function produce(site: Site, options: ProduceOptions): Promise<Produced> {
  const { layouts, staging, lastKey, renderer, lastYears } = options;
  const code = readCodeFiles(layouts, site.config);
  const views = planViews(site, versionsOf(code));
  // What every page shows: its change changes all of them.
  const common = hashParts(views.site);
  const drawing = options.isWhole ? findDrawing(site) : null;
  const wholes = wholeKeys(views, lastYears, common + (drawing?.drawing ?? ''));
  const settled = new Set(
    Array.from(wholes.keys()).filter(
      (year) => lastYears.years[year]?.whole === wholes.get(year)?.whole,
    ),
  );
  const skipped = lastYears.isIntact ? settled : new Set<Year>();
  const groups = views.groups.filter(({ year }) => year === null || !skipped.has(year));
  const keys = new OutputKeys();
  const changed: OutputFile[] = [];
  // Notes a file, and whether its key is another than it was.
  const put = (last: string | null, output: OutputFile): void => {
    keys.set(output);
    if (last !== output.key) changed.push(output);
  };
  let left = countPages(groups);
  const changedPages = function* (): Generator<PagePlan> {
    for (const each of networkFirst(groups)) {
      const plan = planOnce(each);
      const file = outputFile(plan.path);
      const year = plan.year ?? null;
      const last = lastKey(file, year);
      const key = keyOfPage(plan, common, last, settled);
      put(last, { file, key, year });
      left--;
      if (last === null || (last !== key && !isSamePage(last, key))) yield plan;
    }
  };
  const isNew = (path: SitePath, makeKey: () => string, year: Year | null = null): boolean => {
    const file = outputFile(path);
    const last = lastKey(file, null);
    const key = last !== null && year !== null && settled.has(year) ? last : makeKey();
    put(last, { file, key, year: null });
    return last !== key;
  };
  // Threads render while the rest is made here, Pagefind's process and the threads that draw too.
  const none = Promise.resolve<ReadonlyMap<string, string>>(new Map());
  const target = { layouts, output: staging, site: views.site };
  const work = [
    options.isWhole ? writeSearch(site, staging, options) : none,
    writePictures(site, { ...options, settled, skipped, drawing }),
    writeOthers({ site, views, code }, options, isNew),
    renderer.render(changedPages(), target, () => left),
  ] as const;
  // Nothing writes to staging any more when a failure is told.
  await Promise.allSettled(work);
  const [indexes, pictures] = await Promise.all(work);
  for (const [file, key] of indexes) put(lastKey(file, null), { file, key, year: null });
  for (const each of pictures) put(lastKey(each.file, each.year), each);
  const copies = options.isWhole ? await writeCopies(site, keys, options) : [];
  for (const each of copies) put(lastKey(each.file, each.year), each);
  const years = Array.from(wholes, ([year, key]): readonly [Year, YearRecord] => {
    const pages = countPages(views.groups.filter((group) => group.year === year));
    const known = skipped.has(year) ? lastYears.years[year]?.files : undefined;
    return [year, { ...key, files: known ?? keys.of(year).size - pages }];
  });
  const ofSkipped = years.filter(([year]) => skipped.has(year));
  const files =
    keys.size - countPages(groups) + ofSkipped.reduce((sum, [, record]) => sum + record.files, 0);
  // A day's files for mail are rendered as pages are, and are none.
  const mail = countPages(views.groups.filter(({ layout }) => layout === 'email'));
  const pages = countPages(views.groups) - mail;
  return {
    ...{ keys, changed, years: Object.fromEntries(years), skipped },
    ...{ pages, files: files + mail },
  };
}

/** The keys of years, with all else that stands for their pages and pictures. */
function wholeKeys(
  views: Views,
  { years, touched }: LastYears,
  common: string,
): ReadonlyMap<Year, YearKey & { readonly whole: string }> {
  const keys = views.years({ keys: years, touched });
  return new Map(
    Array.from(keys, ([year, key]) => [year, { ...key, whole: `${common} ${key.key}` }] as const),
  );
}

function countPages(groups: readonly PageGroup[]): number {
  return groups.reduce((sum, { size }) => sum + size, 0);
}

/** Drawing the network takes a thread longest, so that it is begun first. */
function* networkFirst(groups: readonly PageGroup[]): Generator<PagePlan> {
  const isNetwork = ({ layout }: PagePlan): boolean => layout === 'network';
  for (const { layout, plans } of groups) if (layout === null) yield* plans().filter(isNetwork);
  for (const { plans } of groups) for (const plan of plans()) if (!isNetwork(plan)) yield plan;
}

/** Compressed copies, once everything else lies in staging. */
function writeCopies(
  { config }: Site,
  files: OutputKeys,
  { staging, target, lastKey }: ProduceOptions,
): Promise<readonly OutputFile[]> {
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
): Promise<void> {
  const all = planFiles(site, views, layouts, code);
  const files = all.filter((file) => isNew(file.path, file.key, file.year));
  const lastOf = (path: SitePath): LastFile | null => {
    const file = outputFile(path);
    const key = last.lastKey(file, null);
    return key === null ? null : { key, read: () => last.lastBytes(file) };
  };
  const assets = site.assets.filter((asset) => isNew(asset.path, () => keyOfAsset(asset)));
  await writeFiles(files, assets, staging, lastOf);
}
