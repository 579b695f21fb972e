import { spawnSync } from 'node:child_process';
import { cliFile } from './cli.ts';
import { root } from './site.ts';

/** What to wait for on the screen, and the keys to press then. */
export type Step = readonly [shown: string, keys: string];

export const enter = '\r';
export const down = '\u001b[B';
export const escape = '\u001b';

/** Runs a program under a terminal of its own and presses keys; Python has the system call. */
const driver = `
import json, os, pty, select, sys, time
steps, argv, columns = json.load(sys.stdin)
pid, fd = pty.fork()
if pid == 0:
    os.execvp(argv[0], argv)
import fcntl, struct, termios
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', 40, columns, 0, 0))
screen, since, deadline = b'', 0, time.time() + 60
def read():
    global screen
    try:
        data = os.read(fd, 65536)
    except OSError:
        return False
    screen += data
    return bool(data)
open_ = True
for shown, keys in steps:
    while open_ and shown.encode() not in screen[since:] and time.time() < deadline:
        if select.select([fd], [], [], 0.5)[0]:
            open_ = read()
    since = len(screen)
    time.sleep(0.15)
    for key in keys:
        os.write(fd, key.encode())
        time.sleep(0.03)
while open_ and time.time() < deadline:
    if select.select([fd], [], [], 0.5)[0]:
        open_ = read()
if open_:
    os.kill(pid, 9)
_, status = os.waitpid(pid, 0)
json.dump([os.waitstatus_to_exitcode(status), screen.decode('utf-8', 'replace')], sys.stdout)
`;

export interface TerminalResult {
  readonly status: number;
  /** Everything that was drawn, without colours and movements. */
  readonly screen: string;
  /** The same with them, as the terminal got it. */
  readonly bytes: string;
}

/** How wide the terminal is, in characters. */
const usualColumns = 120;

/** Runs the command line at a terminal; fails where the end does not come within a minute. */
export function runAtTerminal(
  args: readonly string[],
  steps: readonly Step[],
  options: {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly columns?: number;
  } = {},
): TerminalResult {
  // An arrow is one key of several characters, sent at once.
  const keys = steps.map(([shown, text]) => [
    shown,
    text.match(/\u001b\[.|[^]/gu)?.map(String) ?? [],
  ]);
  const { stdout, stderr, status } = spawnSync('python3', ['-c', driver], {
    cwd: options.cwd ?? root,
    env: { ...process.env, TERM: 'xterm', ...options.env },
    encoding: 'utf8',
    input: JSON.stringify([
      keys,
      [process.execPath, cliFile, ...args],
      options.columns ?? usualColumns,
    ]),
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(stderr);
  const [exit, screen] = JSON.parse(stdout) as [number, string];
  return {
    status: exit,
    screen: screen.replace(/\u001b\[[?\d;]*[A-Za-z]/g, ''),
    bytes: screen,
  };
}
