import { spawn, spawnSync } from 'node:child_process';

/** Debian's Python by its path: another one before it on the PATH has not Debian's modules. */
export const pythonFile = '/usr/bin/python3';
export const chromiumFile = '/usr/bin/chromium';
/** Not on the PATH of who is not root. */
export const nginxFile = '/usr/sbin/nginx';

/** Runs a program; gives what it wrote. It must end with 0. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { input?: string; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    ...options,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 120_000,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/** Runs a program while this process goes on serving it; it must end with 0. */
export function runBeside(program: string, args: readonly string[], home: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: home,
      env: { PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8', TERM: 'dumb' },
      timeout: 120_000,
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code}: ${output}`));
    });
  });
}
