import { copiedFile } from '../urls/compressed.ts';
import {
  adminFiles,
  adminPath,
  exportFormats,
  exportPath,
  exportSchemaPath,
  iconPath,
  llmsPath,
  searchFolder,
  searchPath,
  type SitePath,
} from '../urls/paths.ts';

const reserved: ReadonlySet<string> = new Set([
  searchPath,
  adminPath,
  ...Object.values(adminFiles),
  ...exportFormats.map(exportPath),
  exportSchemaPath,
  iconPath,
  llmsPath,
]);

/** Parts of a sitemap that has grown, the search index, pictures of days and of their items. */
const patterns: readonly RegExp[] = [
  /^\/sitemap-[\w-]+\.xml$/,
  new RegExp(`^${searchFolder}`),
  /^\/\d{4}\/\d\d\/\d\d\/(?:[^/]+\/)?social\.png$/,
];

/**
 * Whether Dateline has something at a former address as soon as the site grows or another line stands
 * in site.yaml, so that a redirect there works today and stops a build tomorrow.
 */
export function isReserved(path: SitePath): boolean {
  const file = path.replace(/\/$/, '');
  if (reserved.has(path) || reserved.has(file)) return true;
  if (patterns.some((pattern) => pattern.test(path) || pattern.test(file))) return true;
  // A server would send it for the file that it seems to be a copy of.
  return file.split('/').some((part) => copiedFile(part) !== null);
}
