import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findOwnFont } from '../model/pictured.ts';
import type { Site } from '../model/site.ts';
import { drawPictures, type PictureFile } from '../social/drawPictures.ts';
import { findFonts, hashDrawing } from '../social/fonts.ts';
import { keyOfPicture } from '../social/picture.ts';
import { keyOfPng } from '../social/png.ts';
import { outputFile } from '../urls/paths.ts';
import { planPictures } from '../views/pictures.ts';
import type { Progress } from '../workers/pool.ts';
import type { LastOutput } from './lastOutput.ts';

export interface PictureOptions {
  /** The folder into which new pictures are drawn. */
  readonly staging: string;
  /** The folder in which those of the last build lie. */
  readonly target: string;
  readonly lastKey: LastOutput['lastKey'];
  readonly progress: Progress;
}

/**
 * Draws the pictures that are not there yet. A picture says of what it was made, so that it stays when
 * nothing is known of the build that drew it: after a change of layouts, or where the cache is lost.
 * @returns the file of every picture, with its key
 */
export async function writePictures(
  site: Site,
  { staging, target, lastKey, progress }: PictureOptions,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  if (site.pictured.size === 0) return keys;
  const fonts = findFonts(findOwnFont(site.config, site.assets));
  const drawing = hashDrawing(fonts);
  const missing: PictureFile[] = [];
  for (const plan of planPictures(site)) {
    const file = outputFile(plan.path);
    const key = keyOfPicture(plan.picture, drawing);
    keys.set(file, key);
    const last = lastKey(file) ?? readKey(path.join(target, file));
    if (last !== key) missing.push({ file, picture: plan.picture });
  }
  await drawPictures(missing, staging, { fonts, drawing }, progress);
  return keys;
}

function readKey(file: string): string | null {
  try {
    return keyOfPng(readFileSync(file));
  } catch {
    return null;
  }
}
