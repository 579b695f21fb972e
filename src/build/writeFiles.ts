import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatFeeds, type SiteFile } from '../feeds/feedFiles.ts';
import { formatHostingFiles } from '../hosting/hostingFiles.ts';
import type { Site } from '../model/site.ts';
import { markerFile, markerText } from '../publish/marker.ts';
import { readStyleSheet } from '../render/styleSheet.ts';
import { outputFile, staticPath } from '../urls/paths.ts';
import type { Views } from '../views/planViews.ts';

/** Writes everything that is no page: feeds, what hosts read, the style sheet, assets. */
export function writeFiles(
  site: Site,
  views: Views,
  layouts: readonly string[],
  output: string,
): number {
  const made = new Set<string>();
  let count = 0;
  const prepare = (file: string): string => {
    const target = path.join(output, file);
    const folder = path.dirname(target);
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    count++;
    return target;
  };
  const write = (file: SiteFile): void => writeFileSync(prepare(outputFile(file.path)), file.text);
  for (const file of formatFeeds(site)) write(file);
  for (const file of formatHostingFiles(site, views)) write(file);
  write(readStyleSheet(layouts, site.config));
  write({ path: staticPath(markerFile), text: markerText });
  for (const asset of site.assets) copyFileSync(asset.source, prepare(outputFile(asset.path)));
  return count;
}
