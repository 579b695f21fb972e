import { closeSync, lstatSync, mkdirSync, openSync, writeFileSync, writevSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { planAdmin } from '../admin/planAdmin.ts';
import { planFeeds } from '../feeds/feedFiles.ts';
import { planExports } from '../export/planExports.ts';
import { smallFile, type LastFile, type SiteFile } from '../feeds/siteFile.ts';
import { planHostingFiles } from '../hosting/hostingFiles.ts';
import type { Site } from '../model/site.ts';
import { markerFile, markerText } from '../publish/marker.ts';
import type { AssetFile } from '../read/readContent.ts';
import { readFeedStyle } from '../render/feedStyle.ts';
import { planIcon } from '../render/icon.ts';
import { outputFile, staticPath, type SitePath } from '../urls/paths.ts';
import { planSearchNames } from '../search/planSearch.ts';
import type { Views } from '../views/planViews.ts';
import { forEachAtOnce } from '../workers/atOnce.ts';

/**
 * Every text file that is no page: feeds, what hosts read, the style sheet, scripts.
 * @param code the last two, which pages name by what is in them
 */
export function planFiles(
  site: Site,
  views: Views,
  layouts: readonly string[],
  code: readonly SiteFile[],
): readonly SiteFile[] {
  return [
    ...planFeeds(site),
    ...planSearchNames(site),
    ...planExports(site),
    ...planAdmin(site),
    ...planHostingFiles(site, views),
    readFeedStyle(layouts, site.config),
    ...code,
    ...planIcon(site),
    smallFile(staticPath(markerFile), markerText),
  ];
}

/** Changes when an asset's bytes may have changed. */
export function keyOfAsset({ source }: AssetFile): string {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(source);
  return [size, mtimeMs, ctimeMs, ino].join(' ');
}

/**
 * Milliseconds for which files are written before other pages are looked for: as long as a batch of those
 * takes, so that neither is left over when the other is done.
 */
const turn = 50;

/**
 * Writes files and copies assets into a folder. While the file system works, this thread makes the
 * next files, and hands out pages to the threads that render them.
 * @param lastOf a file as the last build left it
 */
export async function writeFiles(
  files: Iterable<SiteFile>,
  assets: Iterable<AssetFile>,
  output: string,
  lastOf: (path: SitePath) => LastFile | null,
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
  let begun = performance.now();
  for (const file of files) {
    write(prepare(outputFile(file.path)), file.make(lastOf(file.path)));
    if (performance.now() - begun < turn) continue;
    // Threads that have rendered their pages are given others.
    await setImmediate();
    begun = performance.now();
  }
  await forEachAtOnce(assets, (asset) => copyFile(asset.source, prepare(outputFile(asset.path))));
}

/** Writes a file without putting its parts together first. */
function write(file: string, parts: string | readonly Uint8Array[]): void {
  if (typeof parts === 'string') {
    writeFileSync(file, parts);
    return;
  }
  const descriptor = openSync(file, 'w');
  try {
    let rest = parts;
    while (rest.length > 0) rest = withoutFirst(rest, writevSync(descriptor, rest));
  } finally {
    closeSync(descriptor);
  }
}

/** What is left of parts after so many bytes: a disk may take fewer than it was given. */
function withoutFirst(parts: readonly Uint8Array[], bytes: number): readonly Uint8Array[] {
  let left = bytes;
  for (const [index, part] of parts.entries()) {
    if (left < part.length) return [part.subarray(left), ...parts.slice(index + 1)];
    left -= part.length;
  }
  return [];
}
