import { Command, CommanderError } from 'commander';
import { ChangeError } from '../edit/changes.ts';
import { OutputError } from '../publish/publish.ts';
import { LayoutError } from '../render/layoutError.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { addNewCommands } from './newProgram.ts';
import { runBuild, type BuildCommandOptions } from './runBuild.ts';
import { checkFormats, runCheck, type CheckCommandOptions } from './runCheck.ts';
import { runLedger, type LedgerCommandOptions } from './runLedger.ts';
import { runPing, type PingCommandOptions } from './runPing.ts';
import type { InitCommandOptions } from './runInit.ts';
import type { ServeCommandOptions } from './runServe.ts';
import { createPrinter } from './printer.ts';
import { UsageError } from './usageError.ts';
import { readVersion } from './version.ts';

/** Runs the command line and gives the exit status. Nothing is thrown. */
export async function runProgram(args: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.done;
  const isJson = args.includes('--json') || /--format[ =]json\b/.test(args.join(' '));
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

function createProgram(isJson: boolean, done: (status: ExitStatus) => void): Command {
  const program = new Command('dateline')
    .description(
      'Publishes dated news briefings: Markdown articles in, a static site and feeds out.',
    )
    .version(readVersion(), '--version', 'print the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput(isJson ? { outputError: () => undefined } : {})
    .showHelpAfterError(isJson ? false : '(dateline --help lists the commands)')
    .addHelpText(
      'after',
      '\nExit status: 0 done; 1 the content has errors; 2 wrong usage or configuration; 3 an internal failure.',
    );
  common(program.command('build'), 'content → output, all or nothing')
    .option(
      '--layouts <dir>',
      'your own layouts, before those of Dateline (default: layouts, where it exists)',
    )
    .option('--output <dir>', 'where the site goes', '_site')
    .option('--now <timestamp>', 'what counts as now, with an offset; embargoes look at it')
    .option('--clean', 'throw the cache away')
    .option('--force', 'replace an output folder that Dateline did not make')
    .action(async (options: BuildCommandOptions) => done(await runBuild(options)));
  common(program.command('serve'), 'development server: rebuilds and reloads on a change')
    .option(
      '--layouts <dir>',
      'your own layouts, before those of Dateline (default: layouts, where it exists)',
    )
    .option('--port <number>', 'the port to listen on; the next free one is taken', '8080')
    .option('--now <timestamp>', 'what counts as now, with an offset; embargoes look at it')
    .option('--drafts', 'show drafts and embargoed items, marked as such')
    .action(async (options: ServeCommandOptions) => {
      // The server's packages are loaded by this command alone.
      const { runServe } = await import('./runServe.ts');
      done(await runServe(options));
    });
  common(program.command('check'), 'every problem in the content, writing nothing')
    .option('--now <timestamp>', 'what counts as now, with an offset')
    .option(
      '--format <format>',
      `${checkFormats.join(', ')} (default: text); --json is short for json`,
    )
    .option('--fix', 'mend what is safe, after a look at the changes')
    .option('--yes', 'write the changes without asking')
    .action(async (options: CheckCommandOptions) => done(await runCheck(options)));
  common(program.command('ledger'), 'every address and feed id published so far, and what is new')
    .option('--update', 'write what is new into ledger.tsv in the content folder')
    .option('--now <timestamp>', 'what counts as now, with an offset')
    .action((options: LedgerCommandOptions) => done(runLedger(options)));
  common(
    program.command('ping [feed...]'),
    'tells the hub (WebSub) which feeds changed, once they are on the web; or of the feeds named, changed or not',
  )
    .option('--output <dir>', 'the site as it was published', '_site')
    .option('--timeout <seconds>', 'how long the hub may take for one feed', '10')
    .action(async (feeds: readonly string[], options: PingCommandOptions) =>
      done(await runPing(feeds, options)),
    );
  addNewCommands(
    program
      .command('new')
      .description('a new article, briefing, topic, actor or story')
      .helpOption('--help', 'show this help')
      .helpCommand(false)
      .exitOverride(),
    common,
    done,
  );
  program
    .command('init')
    .description('a new site’s folder; nothing that is there is overwritten')
    .argument('[dir]', 'where', '.')
    .helpOption('--help', 'show this help')
    .option('--title <text>', 'the title of the site')
    .option('--url <url>', 'its address; a path in it is the base path')
    .option('--language <tag>', 'BCP 47', 'en')
    .option('--zone <zone>', 'the IANA time zone of its days (default: the machine’s)')
    .option('--json', 'the result as a JSON object')
    .exitOverride()
    .action(async (folder: string, options: InitCommandOptions) => {
      const { runInit } = await import('./runInit.ts');
      done(await runInit(folder, options));
    });
  return program;
}

function common(command: Command, description: string): Command {
  return command
    .description(description)
    .helpOption('--help', 'show this help')
    .option('--content <dir>', 'the content folder', 'content')
    .option('--json', 'diagnostics and results as one JSON object a line')
    .exitOverride();
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
    error instanceof LayoutError ||
    error instanceof ChangeError
  ) {
    printer.error(error.message);
    return exitStatus.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  const isSystem = error instanceof Error && ('syscall' in error || error.name === 'SystemError');
  printer.error(
    `${isSystem ? 'failed' : 'internal failure'}: ${message}; the output is as it was, or the next build finishes it`,
  );
  if (process.env['DEBUG'] !== undefined && error instanceof Error)
    printer.error(error.stack ?? '');
  return exitStatus.failure;
}
