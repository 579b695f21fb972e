import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChildAnswer } from './child.ts';
import type { GrowthSpec } from './growths.ts';
import type { Verdict } from './measure.ts';

/** Milliseconds after which an input counts as one that hangs. */
const longest = 120_000;

/** Measures inputs in a process of their own, so that one that hangs fails and holds up nothing. */
export class Meter {
  #child: ChildProcess | null = null;

  /** @throws Error where the input takes too long, or something throws */
  async measure(spec: GrowthSpec): Promise<Verdict> {
    const child = (this.#child ??= fork(fileURLToPath(new URL('./child.js', import.meta.url)), {
      execArgv: ['--expose-gc', '--max-semi-space-size=64'],
    }));
    const answer = await new Promise<ChildAnswer>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.close();
        reject(new Error(`it took longer than ${longest / 1000} s`));
      }, longest);
      child.removeAllListeners();
      child.once('message', (message) => {
        clearTimeout(timer);
        resolve(message as ChildAnswer);
      });
      child.once('exit', (code) => {
        clearTimeout(timer);
        this.#child = null;
        reject(new Error(`the process ended with ${String(code)}`));
      });
      child.send(spec);
    });
    if ('error' in answer) throw new Error(answer.error);
    return answer.verdict;
  }

  close(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}
