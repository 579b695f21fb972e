import { Worker } from 'node:worker_threads';
import { ImportError } from './decodeRaw.ts';
import type { RawContent, RawMaterial } from './parseRaw.ts';
import type { ParseAnswer } from './parseWorker.ts';

/** Milliseconds that reading one page or feed may take. */
const longest = 8000;
const memory = { maxOldGenerationSizeMb: 512 };

/**
 * Reads raw material in a thread that is ended after eight seconds: libraries take minutes for pages
 * that are made to be slow.
 * @throws ImportError
 */
export function parseInThread(material: RawMaterial): Promise<RawContent> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./parseWorker.js', import.meta.url), {
      workerData: material,
      resourceLimits: memory,
    });
    const end = (act: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      act();
    };
    const refuse = (message: string): void => end(() => reject(new ImportError(message)));
    const timeout = (): void => refuse(`reading it took longer than ${longest / 1000} s`);
    // An answer may have come while this thread was busy: it is taken before the timer counts.
    const timer = setTimeout(() => setImmediate(timeout), longest);
    worker.on('message', (answer: ParseAnswer) => {
      if (answer.kind === 'refused') refuse(answer.message);
      else end(() => resolve(answer.content));
    });
    worker.on('error', (error) => refuse(`it can't be read (${error.message})`));
  });
}
