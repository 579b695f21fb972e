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
import type { OutputFile } from './outputKeys.ts';

export interface PictureOptions {
  /** The folder into which new pictures are drawn. */
  readonly staging: string;
  /** The folder in which those of the last build lie. */
  readonly target: string;
  readonly lastKey: LastOutput['lastKey'];
  /** Years whose pictures are what they were: see `keysOfYears`. */
  readonly settled: ReadonlySet<Year>;
  /** Those of which the files are known to be there too. */
  readonly skipped: ReadonlySet<Year>;
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
 * @returns every picture but those of years that are skipped
 */
export async function writePictures(
  site: Site,
  { staging, target, lastKey, settled, skipped, drawing: data, progress }: PictureOptions,
): Promise<readonly OutputFile[]> {
  const pictures: OutputFile[] = [];
  if (data === null) return pictures;
  const missing: PictureFile[] = [];
  for (const plan of planPictures(site)) {
    const { year } = plan;
    if (skipped.has(year)) continue;
    const file = outputFile(plan.path);
    const known = lastKey(file, year);
    if (known !== null && settled.has(year)) {
      pictures.push({ file, key: known, year });
      continue;
    }
    const picture = plan.build();
    const key = keyOfPicture(picture, data.drawing);
    pictures.push({ file, key, year });
    const last = known ?? readKey(path.join(target, file));
    if (last !== key) missing.push({ file, picture });
  }
  await drawPictures(missing, staging, data, progress);
  return pictures;
}

function readKey(file: string): string | null {
  try {
    return keyOfPng(readFileSync(file));
  } catch {
    return null;
  }
}
