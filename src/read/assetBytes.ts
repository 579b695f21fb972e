import { statSync } from 'node:fs';
import type { AssetFile } from './readContent.ts';

/** The size of an asset, in bytes. */
export function measureAsset({ source }: AssetFile): number {
  return statSync(source).size;
}
