import { Command, CommanderError } from 'commander';
import { MissingPackageError } from '../admin/decapPackage.ts';
import { ChangeError } from '../edit/changeError.ts';
import { OwnFileError } from '../files/ownFileError.ts';
import { OutputError } from '../publish/publish.ts';
import { LayoutError } from '../render/layoutError.ts';
import type { AddCommand } from './command.ts';
import { addArticleCommands } from './commands/articles.ts';
import { addBuild } from './commands/build.ts';
import { addCheck } from './commands/check.ts';
import { addExport } from './commands/export.ts';
import { addHosting } from './commands/hosting.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addLedger } from './commands/ledger.ts';
import { addListCommands } from './commands/list.ts';
import { addNew } from './commands/new.ts';
import { addPing } from './commands/ping.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { addTermCommands } from './commands/term.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { createPrinter } from './printer.ts';
import { standardError, standardOutput } from './standardStreams.ts';
import { UsageError } from './usageError.ts';
import { readVersion } from './version.ts';

/** In the order of the help. */
const commands: readonly AddCommand[] = [
  addBuild,
  addServe,
  addCheck,
  addLedger,
  addHosting,
  addPing,
  addExport,
  addImport,
  addNew,
  addListCommands,
  addArticleCommands,
  addTermCommands,
  addSchema,
  addInit,
];

/** Runs the command line and gives the exit status. Nothing is thrown. */
export async function runProgram(args: readonly string[]): Promise<ExitStatus> {
  // Of --format, only that of check is how problems are told; an export's is what it is made of.
  const isJson = args.includes('--json') || /^check\b.* --format[ =]json\b/.test(args.join(' '));
  const status = await runCommand(args, isJson);
  const failure = await standardOutput.finish();
  // Whoever reads what is printed may stop (`| head`): the work was done all the same.
  if (failure === null || failure === 'EPIPE') return status;
  createPrinter(isJson).error(`standard output can't be written (${failure})`);
  return exitStatus.failure;
}

async function runCommand(args: readonly string[], isJson: boolean): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.done;
  const program = createProgram(isJson, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return reportFailure(error, isJson);
  }
}

/**
 * The command line as it is parsed.
 * @param done told how a command ended
 */
export function createProgram(isJson: boolean, done: (status: ExitStatus) => void): Command {
  const program = new Command('dateline')
    .description(
      'Publishes dated news briefings: Markdown articles in, a static site and feeds out.',
    )
    .version(readVersion(), '--version', 'print the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => standardOutput.write(text),
      writeErr: (text) => standardError.write(text),
      ...(isJson ? { outputError: () => undefined } : {}),
    })
    .showHelpAfterError(isJson ? false : '(dateline --help lists the commands)')
    .addHelpText(
      'after',
      '\nExit status: 0 done; 1 the content has errors; 2 wrong usage, configuration or input; 3 an internal failure, or of the system.',
    );
  for (const add of commands) add(program, done);
  return program;
}

function reportFailure(error: unknown, isJson: boolean): ExitStatus {
  const printer = createPrinter(isJson);
  if (error instanceof CommanderError) {
    // Commander prints its own message, but as text; help and version are no errors.
    if (error.exitCode === 0) return exitStatus.done;
    if (isJson) printer.error(error.message.replace(/^error: /, '').replaceAll('\n', ' '));
    return exitStatus.usage;
  }
  if (
    error instanceof UsageError ||
    error instanceof OutputError ||
    error instanceof OwnFileError ||
    error instanceof LayoutError ||
    error instanceof ChangeError ||
    error instanceof MissingPackageError
  ) {
    printer.error(error.message);
    return exitStatus.usage;
  }
  const message = (error instanceof Error ? error.message : String(error)).replace(
    /\s*\n\s*/g,
    ' ',
  );
  const isSystem = error instanceof Error && ('syscall' in error || error.name === 'SystemError');
  printer.error(
    `${isSystem ? 'failed' : 'internal failure'}: ${message}; the output is as it was, or the next build finishes it`,
  );
  if (process.env['DEBUG'] !== undefined && error instanceof Error)
    printer.error(error.stack ?? '');
  return exitStatus.failure;
}
