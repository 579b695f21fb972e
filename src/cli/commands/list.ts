import { listKinds } from '../../desk/listKinds.ts';
import { articleOptions, common, type AddCommand } from '../command.ts';
import type { ListCommandOptions } from '../runList.ts';
import type { CommonOptions } from '../options.ts';

/** `list` and `stats`. */
export const addListCommands: AddCommand = (program, done) => {
  const list = common(
    program.command('list'),
    'articles, drafts, actors, topics or stories, with counts',
  ).argument('<what>', listKinds.join(', '));
  articleOptions(list)
    .option('--type <type>', 'actors of a type')
    .option('--unused', 'actors, topics or stories that no article names')
    .option('--limit <number>', 'the first of them')
    .option('--now <timestamp>', 'what counts as now, with an offset; embargoes look at it')
    .action(async (what: string, options: ListCommandOptions) => {
      const { runList } = await import('../runList.ts');
      done(await runList(what, options));
    });
  common(program.command('stats'), 'figures of what is published, with charts')
    .option('--now <timestamp>', 'what counts as now, with an offset; embargoes look at it')
    .action(async (options: CommonOptions & { now?: string }) => {
      const { runStats } = await import('../runList.ts');
      done(await runStats(options));
    });
};
