import { bare, type AddCommand } from '../command.ts';
import type { InitCommandOptions } from '../runInit.ts';

export const addInit: AddCommand = (program, done) => {
  bare(program.command('init'), 'a new site’s folder; nothing that is there is overwritten')
    .argument('[dir]', 'where', '.')
    .option('--title <text>', 'the title of the site')
    .option('--url <url>', 'its address; a path in it is the base path')
    .option('--language <tag>', 'BCP 47', 'en')
    .option('--zone <zone>', 'the IANA time zone of its days (default: the machine’s)')
    .option('--json', 'the result as a JSON object')
    .action(async (folder: string, options: InitCommandOptions) => {
      const { runInit } = await import('../runInit.ts');
      done(await runInit(folder, options));
    });
};
