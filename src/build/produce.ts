import type { Site } from '../model/site.ts';
import type { PageRenderer } from '../render/renderPages.ts';
import { outputFile, type SitePath } from '../urls/paths.ts';
import { isSamePage, keyOfPage } from '../views/plan.ts';
import { planViews, type Views } from '../views/planViews.ts';
import { hashParts } from '../views/viewKey.ts';
import { keyOfAsset, planFiles, writeFiles } from './writeFiles.ts';

/** Every file of the output, by its path there, with its key. */
export type OutputKeys = ReadonlyMap<string, string>;

export interface ProduceOptions {
  /** Folders of layouts, the operator's before ours. */
  readonly layouts: readonly string[];
  /** The folder into which new files are written. */
  readonly staging: string;
  /** The key of a file in the output, as it was published; null where there is no such file. */
  readonly lastKey: (file: string) => string | null;
  readonly renderer: PageRenderer;
}

export interface Produced {
  readonly keys: OutputKeys;
  readonly pages: number;
  readonly files: number;
}

/** Renders and writes what is not current. */
export async function produce(site: Site, options: ProduceOptions): Promise<Produced> {
  const { layouts, staging, lastKey, renderer } = options;
  const views = planViews(site);
  // What every page shows: its change changes all of them.
  const common = hashParts(views.site);
  const keys = new Map<string, string>();
  const pages = views.pages.filter((plan) => {
    const file = outputFile(plan.path);
    const last = lastKey(file);
    const key = keyOfPage(plan, common, last);
    keys.set(file, key);
    return last === null || !isSamePage(last, key);
  });
  const isNew = (path: SitePath, key: string): boolean => {
    const file = outputFile(path);
    keys.set(file, key);
    return lastKey(file) !== key;
  };
  const [files] = await Promise.all([
    writeOthers(site, views, options, isNew),
    renderer.render(pages, { layouts, output: staging, site: views.site }),
  ]);
  return { keys, pages: views.pages.length, files };
}

/** Files that are no pages. What feeds hold is let go at the end, while pages are still rendered. */
async function writeOthers(
  site: Site,
  views: Views,
  { layouts, staging }: ProduceOptions,
  isNew: (path: SitePath, key: string) => boolean,
): Promise<number> {
  const all = planFiles(site, views, layouts);
  const files = all.filter((file) => isNew(file.path, file.key()));
  const assets = site.assets.filter((asset) => isNew(asset.path, keyOfAsset(asset)));
  await writeFiles(files, assets, staging);
  return all.length + site.assets.length;
}
