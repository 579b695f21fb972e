import type { Progress } from '../workers/pool.ts';

/** Milliseconds after which a build shows signs of life, and between two of them in a log. */
const quietFor = 1000;
const betweenLines = 5000;

/** Standard error, or what stands for it. */
interface ProgressStream {
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
}

/** Shows how far a build is, on standard error. */
export interface ProgressLine {
  readonly progress: Progress;
  /** Takes the line away, before anything else is printed. */
  readonly end: () => void;
}

/**
 * On a terminal one line that is written over: stage, count and rate. In a log a plain line now and
 * then. Nothing for a build that takes less than a second.
 */
export function createProgressLine(stream: ProgressStream, isJson: boolean): ProgressLine {
  const started = performance.now();
  let stage = '';
  let stageStart = started;
  let doneBefore = 0;
  let printed = started;
  let isShown = false;
  return {
    progress: (name, done, total) => {
      const now = performance.now();
      if (name !== stage) {
        stage = name;
        stageStart = now;
        doneBefore = done;
      }
      if (isJson || now - started < quietFor) return;
      const rate = Math.round(((done - doneBefore) / Math.max(1, now - stageStart)) * 1000);
      const text = `${name}: ${done} of ${total}${rate > 0 ? `, ${rate} a second` : ''}`;
      if (stream.isTTY) {
        stream.write(`\r\u001b[K${text}`);
        isShown = true;
      } else if (now - printed >= betweenLines) {
        stream.write(`${text}\n`);
        printed = now;
      }
    },
    end: () => {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}
