import type { Command } from 'commander';
import type { ExitStatus } from './exitStatus.ts';

/**
 * Adds a command to the program. What a command needs is loaded when it runs, so that none waits for the
 * packages of another.
 * @param done told how the command ended
 */
export type AddCommand = (program: Command, done: (status: ExitStatus) => void) => void;

/** What all commands that look at content take. */
export function common(command: Command, description: string): Command {
  return bare(command, description)
    .option('--content <dir>', 'the content folder', 'content')
    .option('--json', 'diagnostics and results as one JSON object a line');
}

export function bare(command: Command, description: string): Command {
  return command
    .description(description)
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .exitOverride();
}

/** Which articles are meant, for commands that look at some. */
export function articleOptions(command: Command): Command {
  return command
    .option('--from <day>', 'from this day, month or year on')
    .option('--to <day>', 'up to this day, month or year')
    .option('--topic <name>', 'of a topic')
    .option('--actor <name>', 'of an actor')
    .option('--story <name>', 'of a story')
    .option('--source <name>', 'that cite a source');
}

/** For an option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** What `--allow-local` does, for all commands that ask other machines. */
export const allowLocalHelp = 'let addresses of this machine and its network be asked';
