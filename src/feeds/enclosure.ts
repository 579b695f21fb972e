import path from 'node:path';
import type { AssetFile } from '../read/readContent.ts';
import { measureAsset } from '../read/assetBytes.ts';
import { toUrl, type SiteAddress } from '../urls/address.ts';
import { parseSitePath } from '../urls/paths.ts';
import type { FeedEnclosure } from './feed.ts';

/** The media types of pictures (IANA), by the end of the file's name. */
const imageTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/**
 * Finds what a picture's address stands for among the site's own files. Null for one from elsewhere,
 * whose size nobody knows: an enclosure's length is required, and never made up.
 */
export function createEnclosureFinder(
  assets: readonly AssetFile[],
  address: SiteAddress,
): (src: string) => FeedEnclosure | null {
  const byPath = new Map<string, AssetFile>(assets.map((asset) => [asset.path, asset]));
  const found = new Map<AssetFile, FeedEnclosure>();
  return (src) => {
    const asset = byPath.get(parseSitePath(src) ?? '');
    const type = imageTypes[path.posix.extname(src).toLowerCase()];
    if (asset === undefined || type === undefined) return null;
    let enclosure = found.get(asset);
    if (enclosure === undefined) {
      enclosure = { url: toUrl(address, asset.path), type, bytes: measureAsset(asset) };
      found.set(asset, enclosure);
    }
    return enclosure;
  };
}
