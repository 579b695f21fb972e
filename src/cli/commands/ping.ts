import { allowLocalHelp, common, type AddCommand } from '../command.ts';
import type { PingCommandOptions } from '../runPing.ts';

export const addPing: AddCommand = (program, done) => {
  common(
    program.command('ping [feed...]'),
    'tells the hub (WebSub) which feeds changed, once they are on the web; or of the feeds named, changed or not',
  )
    .option('--output <dir>', 'the site as it was published', '_site')
    .option('--timeout <seconds>', 'how long the hub may take for one feed', '10')
    .option('--allow-local', allowLocalHelp)
    .action(async (feeds: readonly string[], options: PingCommandOptions) => {
      const { runPing } = await import('../runPing.ts');
      done(await runPing(feeds, options));
    });
};
