import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, Socket } from 'node:net';
import { cliFile } from './cli.ts';

/** `dateline serve` in a process of its own. */
export interface Serving {
  /** What the server says it serves, such as `http://localhost:8080/`. */
  readonly url: string;
  /** Everything it wrote so far. */
  readonly output: () => string;
  /** Waits until it wrote something that matches, after the mark. */
  readonly waitFor: (pattern: RegExp, from?: number) => Promise<void>;
  /** Ends it by a signal; gives the exit status. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** @param cwd the folder that holds `content/`; the server keeps its `.cache` there */
export async function startServing(cwd: string, ...args: readonly string[]): Promise<Serving> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [cliFile, 'serve', '--port', String(port), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const take = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  children.add(child);
  // A test that fails leaves its server running; it must not keep the tests from ending.
  const pipes = [child.stdout, child.stderr].filter((pipe) => pipe instanceof Socket);
  const handles = [child, ...pipes];
  for (const handle of handles) handle.unref();
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  void ended.then(() => children.delete(child));
  const waitFor = (pattern: RegExp, from = 0): Promise<void> =>
    waitUntil(
      () => Promise.resolve(pattern.test(text.slice(from))),
      `${pattern} in\n${text}`,
      30_000,
    ).catch((error: unknown) => {
      // A server that goes on would keep the tests from ending.
      child.kill('SIGKILL');
      throw error;
    });
  await waitFor(/serving http/);
  return {
    url: /serving (\S+)/.exec(text)?.[1] ?? '',
    output: () => text,
    waitFor,
    stop: (signal = 'SIGTERM') => {
      for (const handle of handles) handle.ref();
      child.kill(signal);
      return ended;
    },
  };
}

/** Asks again and again, for at most ten seconds unless another time is given. */
export async function waitUntil(
  isSo: () => Promise<boolean>,
  what: string,
  milliseconds = 10_000,
): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain: ${what}`);
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}
