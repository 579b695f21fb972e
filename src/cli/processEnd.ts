import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { standardError } from './standardStreams.ts';

/** The status with which the command ended; null while it runs. */
let settled: ExitStatus | null = null;

/**
 * Holds the promise of the exit statuses: Node's own, which are 1 for an exception that nobody caught and
 * 13 where nothing is left to wait for, would say that the content has errors, or nothing.
 */
export function watchProcess(): void {
  process.on('uncaughtException', (error: unknown) => {
    standardError.write(`${describeFailure(error)}\n`);
    settled = exitStatus.failure;
    process.exit(settled);
  });
  process.on('exit', () => {
    if (settled === null) {
      standardError.write('dateline: internal failure: it ended before it was done\n');
    }
    process.exitCode = settled ?? exitStatus.failure;
  });
}

/** The command is done; the process ends when nothing is left to do. */
export function settle(status: ExitStatus): void {
  settled = status;
}

/** One line; where DEBUG is set, with the stack. */
function describeFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = `dateline: internal failure: ${message.replace(/\s*\n\s*/g, ' ')}`;
  const stack = error instanceof Error ? error.stack : undefined;
  return process.env['DEBUG'] === undefined ? line : `${line}\n${stack ?? ''}`;
}
