import { allowLocalHelp, common, type AddCommand } from '../command.ts';
import { checkFormats } from '../checkFormats.ts';
import type { CheckCommandOptions } from '../runCheck.ts';

export const addCheck: AddCommand = (program, done) => {
  common(program.command('check'), 'every problem in the content, writing nothing')
    .option('--now <timestamp>', 'what counts as now, with an offset')
    .option(
      '--format <format>',
      `${checkFormats.join(', ')} (default: text); --json is short for json`,
    )
    .option('--links', 'visit outside links and archived copies; answers are kept in .cache/')
    .option('--allow-local', allowLocalHelp)
    .option('--fix', 'mend what is safe, after a look at the changes')
    .option('--yes', 'write the changes without asking')
    .action(async (options: CheckCommandOptions) => {
      const { runCheck } = await import('../runCheck.ts');
      done(await runCheck(options));
    });
};
