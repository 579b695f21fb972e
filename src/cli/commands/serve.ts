import { common, type AddCommand } from '../command.ts';
import type { ServeCommandOptions } from '../runServe.ts';

export const addServe: AddCommand = (program, done) => {
  common(program.command('serve'), 'development server: rebuilds and reloads on a change')
    .option(
      '--layouts <dir>',
      'your own layouts, before those of Dateline (default: layouts, where it exists)',
    )
    .option(
      '--host <address>',
      'listen on this name or address of the machine, for others on the network to see (default: this machine alone)',
    )
    .option('--port <number>', 'the port to listen on; the next free one is taken', '8080')
    .option('--now <timestamp>', 'what counts as now, with an offset; embargoes look at it')
    .option('--drafts', 'show drafts and embargoed items, marked as such')
    .action(async (options: ServeCommandOptions) => {
      const { runServe } = await import('../runServe.ts');
      done(await runServe(options));
    });
};
