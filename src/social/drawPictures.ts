import { availableParallelism } from 'node:os';
import { runAll, WorkerPool, type Progress } from '../workers/pool.ts';
import type { Fonts } from './fonts.ts';
import type { Picture } from './picture.ts';

/** What each thread is given at its start. */
export interface PictureData {
  readonly fonts: Fonts;
  /** `hashDrawing` of the fonts. */
  readonly drawing: string;
}

export interface PictureFile {
  /** Below the output folder. */
  readonly file: string;
  readonly picture: Picture;
}

/** Pictures that one thread draws and writes. */
export interface PictureJob {
  readonly pictures: readonly PictureFile[];
  readonly output: string;
}

/** Pictures of one job, some tenth of a second. */
const batchSize = 16;

/** Draws pictures into a folder, on all cores where there are many, and never on this thread. */
export async function drawPictures(
  pictures: readonly PictureFile[],
  output: string,
  data: PictureData,
  progress: Progress,
): Promise<void> {
  if (pictures.length === 0) return;
  const entry = new URL('./pictureWorker.js', import.meta.url);
  const size = Math.min(availableParallelism(), Math.ceil(pictures.length / batchSize));
  const pool = new WorkerPool<PictureJob, number>(entry, data, size);
  let done = 0;
  try {
    await runAll(pool, makeJobs(pictures, output), (count) => {
      done += count;
      if (pictures.length > batchSize) progress('pictures', done, pictures.length);
    });
  } finally {
    await pool.close();
  }
}

function* makeJobs(pictures: readonly PictureFile[], output: string): Generator<PictureJob> {
  for (let start = 0; start < pictures.length; start += batchSize) {
    yield { pictures: pictures.slice(start, start + batchSize), output };
  }
}
