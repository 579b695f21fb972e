import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Year } from '../dates/day.ts';
import { findOwnFont } from '../model/pictured.ts';
import type { Site } from '../model/site.ts';
import { drawPictures, type PictureData, type PictureFile } from '../social/drawPictures.ts';
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
  /** Years whose pictures are what they were: see `keysOfYears`. */
  readonly settled: ReadonlySet<Year>;
  /** What draws (`findDrawing`); null on a site without pictures. */
  readonly drawing: PictureData | null;
  readonly progress: Progress;
}

/** What the pictures of a site are drawn with; null where it has none. */
export function findDrawing({ pictured, config, assets }: Site): PictureData | null {
  if (pictured.size === 0) return null;
  const fonts = findFonts(findOwnFont(config, assets));
  return { fonts, drawing: hashDrawing(fonts) };
}

/**
 * Draws the pictures that are not there yet. A picture says of what it was made, so that it stays when
 * nothing is known of the build that drew it: after a change of layouts, or where the cache is lost.
 * @returns the file of every picture, with its key
 */
export async function writePictures(
  site: Site,
  { staging, target, lastKey, settled, drawing: data, progress }: PictureOptions,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  if (data === null) return keys;
  const missing: PictureFile[] = [];
  for (const plan of planPictures(site)) {
    const file = outputFile(plan.path);
    const known = lastKey(file);
    if (known !== null && settled.has(plan.year)) {
      keys.set(file, known);
      continue;
    }
    const picture = plan.build();
    const key = keyOfPicture(picture, data.drawing);
    keys.set(file, key);
    const last = known ?? readKey(path.join(target, file));
    if (last !== key) missing.push({ file, picture });
  }
  await drawPictures(missing, staging, data, progress);
  return keys;
}

function readKey(file: string): string | null {
  try {
    return keyOfPng(readFileSync(file));
  } catch {
    return null;
  }
}
