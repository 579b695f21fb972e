import type { AssetFile } from '../read/readContent.ts';
import { iconPath, staticPath, type SitePath } from '../urls/paths.ts';

/** Files of `static/` that are a site's icon, the first of them that there is. */
const iconFiles: readonly SitePath[] = [
  iconPath,
  ...['favicon.svg', 'icon.png', 'favicon.png', 'favicon.ico'].map(staticPath),
];

/** The site's own icon; null where it has none and Dateline draws one. */
export function findOwnIcon(assets: readonly AssetFile[]): SitePath | null {
  const paths = new Set(assets.map(({ path }) => path));
  return iconFiles.find((path) => paths.has(path)) ?? null;
}
