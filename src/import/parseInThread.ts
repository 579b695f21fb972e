import { Worker } from 'node:worker_threads';
import { ImportError } from './decodeRaw.ts';
import type { RawContent, RawMaterial } from './parseRaw.ts';
import type { ParseAnswer } from './parseWorker.ts';

/** Milliseconds that reading one page or feed may take. */
const longest = 8000;
const memory = { maxOldGenerationSizeMb: 512 };

/** Reads raw material in a thread, one after the other. */
export interface Parser {
  /** @throws ImportError */
  readonly parse: (material: RawMaterial) => Promise<RawContent>;
  readonly close: () => void;
}

/**
 * Opens a thread that reads raw material. It is ended after eight seconds with one, as libraries take minutes for pages
 * that are made to be slow, and the next material gets a new one. To start one takes longer than to read most reports.
 */
export function openParser(): Parser {
  let worker: Worker | null = null;
  let isReady = false;
  const close = (): void => {
    void worker?.terminate();
    worker = null;
  };
  const open = (): Worker => {
    const url = new URL('./parseWorker.js', import.meta.url);
    const opened = new Worker(url, { resourceLimits: memory });
    isReady = false;
    const forget = (): void => {
      if (worker === opened) worker = null;
    };
    return opened.on('error', forget).on('exit', forget);
  };
  const parse = (material: RawMaterial): Promise<RawContent> =>
    new Promise((resolve, reject) => {
      const thread = (worker ??= open());
      let isOver = false;
      const end = (act: () => void): void => {
        if (isOver) return;
        isOver = true;
        clearTimeout(timer);
        thread.off('message', take).off('error', fail).off('exit', leave);
        act();
      };
      const refuse = (message: string): void => end(() => reject(new ImportError(message)));
      const take = (answer: ParseAnswer): void => {
        if (answer.kind === 'ready') startTimer();
        else if (answer.kind === 'refused') refuse(answer.message);
        else end(() => resolve(answer.content));
      };
      const fail = (error: Error): void => refuse(`it can't be read (${error.message})`);
      const leave = (): void => refuse("it can't be read (its thread ended)");
      const timeout = (): void => {
        if (!isOver) close();
        refuse(`reading it took longer than ${longest / 1000} s`);
      };
      let timer: NodeJS.Timeout | undefined;
      // To load the thread counts for nothing, which takes its time on a busy machine.
      const startTimer = (): void => {
        isReady = true;
        // An answer may have come while this thread was busy: it is taken before the timer counts.
        timer = setTimeout(() => setImmediate(timeout), longest);
      };
      if (isReady) startTimer();
      thread.on('message', take).on('error', fail).on('exit', leave);
      thread.postMessage(material);
    });
  return { parse, close };
}
