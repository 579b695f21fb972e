import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * One run of a command: wall and processor time in seconds, peak resident memory in MB (the last two on
 * Linux; else null).
 */
export interface Run {
  readonly seconds: number;
  /** User and system time of the process and all its threads. */
  readonly processor: number | null;
  readonly megabytes: number | null;
  readonly status: number | null;
  readonly output: string;
}

/** Runs a command to its end. Memory is the kernel's own high-water mark, read while it runs. */
export function measure(command: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const processorBefore = readChildrenTime();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let megabytes: number | null = null;
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setInterval(() => {
      megabytes = Math.max(megabytes ?? 0, readPeak(child.pid) ?? 0) || null;
    }, 20);
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      const processorNow = readChildrenTime();
      const processor =
        processorNow === null || processorBefore === null ? null : processorNow - processorBefore;
      resolve({ seconds, processor, megabytes, status, output });
    });
  });
}

/** Hundredths of a second, in which Linux counts (`USER_HZ`, proc(5)). */
const ticks = 100;

/** User and system time of all processes that this one has waited for, in seconds. */
function readChildrenTime(): number | null {
  try {
    // The second field may hold blanks: the name of the program in brackets.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / ticks;
  } catch {
    return null;
  }
}

function readPeak(pid: number | undefined): number | null {
  try {
    const match = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'));
    return match?.[1] === undefined ? null : Number(match[1]) / 1024;
  } catch {
    return null;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
