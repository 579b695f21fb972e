import { copyFileSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { planFeeds } from '../feeds/feedFiles.ts';
import { smallFile, type SiteFile } from '../feeds/siteFile.ts';
import { planHostingFiles } from '../hosting/hostingFiles.ts';
import type { Site } from '../model/site.ts';
import { markerFile, markerText } from '../publish/marker.ts';
import type { AssetFile } from '../read/readContent.ts';
import { readStyleSheet } from '../render/styleSheet.ts';
import { outputFile, staticPath } from '../urls/paths.ts';
import type { Views } from '../views/planViews.ts';

/** Every text file that is no page: feeds, what hosts read, the style sheet. */
export function planFiles(
  site: Site,
  views: Views,
  layouts: readonly string[],
): readonly SiteFile[] {
  return [
    ...planFeeds(site),
    ...planHostingFiles(site, views),
    readStyleSheet(layouts, site.config),
    smallFile(staticPath(markerFile), markerText),
  ];
}

/** Milliseconds for which writing keeps this thread to itself. */
const longestHold = 10;

/** Changes when an asset's bytes may have changed. */
export function keyOfAsset({ source }: AssetFile): string {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(source);
  return [size, mtimeMs, ctimeMs, ino].join(' ');
}

/**
 * Writes files and copies assets into a folder. Now and then it lets others go on: while pages are
 * rendered in threads, this thread hands out their work.
 */
export async function writeFiles(
  files: Iterable<SiteFile>,
  assets: Iterable<AssetFile>,
  output: string,
): Promise<void> {
  const made = new Set<string>();
  const prepare = (file: string): string => {
    const target = path.join(output, file);
    const folder = path.dirname(target);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    return target;
  };
  let since = performance.now();
  for (const file of files) {
    writeFileSync(prepare(outputFile(file.path)), file.make());
    if (performance.now() - since < longestHold) continue;
    await setImmediate();
    since = performance.now();
  }
  for (const asset of assets) copyFileSync(asset.source, prepare(outputFile(asset.path)));
}
