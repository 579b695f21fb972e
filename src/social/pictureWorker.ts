import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { answerJobs } from '../workers/answer.ts';
import { createPainter } from './drawPicture.ts';
import type { PictureData, PictureJob } from './drawPictures.ts';

const { fonts, drawing } = workerData as PictureData;
const painter = createPainter(fonts, drawing);

answerJobs(async (job) => {
  const draw = await painter;
  const { pictures, output } = job as PictureJob;
  for (const { file, picture } of pictures) {
    const target = path.join(output, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, draw(picture));
    // The pixels of a picture, 3 MB outside of the heap, are let go between turns only.
    await nextTurn();
  }
  return pictures.length;
});
