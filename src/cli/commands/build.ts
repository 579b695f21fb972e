import { common, type AddCommand } from '../command.ts';
import type { BuildCommandOptions } from '../runBuild.ts';

export const addBuild: AddCommand = (program, done) => {
  common(program.command('build'), 'content → output, all or nothing')
    .option(
      '--layouts <dir>',
      'your own layouts, before those of Dateline (default: layouts, where it exists)',
    )
    .option('--output <dir>', 'where the site goes', '_site')
    .option('--now <timestamp>', 'what counts as now, with an offset; embargoes look at it')
    .option('--clean', 'throw the cache away')
    .option('--force', 'replace an output folder that Dateline did not make')
    .action(async (options: BuildCommandOptions) => {
      const { runBuild } = await import('../runBuild.ts');
      done(await runBuild(options));
    });
};
