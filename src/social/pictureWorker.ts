import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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
  }
  return pictures.length;
});
