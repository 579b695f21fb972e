import { common, type AddCommand } from '../command.ts';
import type { HostingCommandOptions } from '../runHosting.ts';

export const addHosting: AddCommand = (program, done) => {
  common(program.command('hosting'), 'the configuration of a web server, printed')
    .argument('<server>', 'nginx or caddy')
    .option('--output <dir>', 'the folder that is served', '_site')
    .option('--listen <address>', 'the port or address (default: that of the site)')
    .option('--now <timestamp>', 'what counts as now, with an offset')
    .action(async (server: string, options: HostingCommandOptions) => {
      const { runHosting } = await import('../runHosting.ts');
      done(await runHosting(server, options));
    });
};
