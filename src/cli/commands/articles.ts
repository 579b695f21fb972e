import type { Command } from 'commander';
import { articleOptions, collect, common, type AddCommand } from '../command.ts';
import type { PublishCommandOptions } from '../runPublish.ts';
import type { TagCommandOptions } from '../runTag.ts';

/** `publish` and `tag`. */
export const addArticleCommands: AddCommand = (program, done) => {
  const publish = common(
    program.command('publish'),
    'drafts that meet all conditions become usable',
  );
  conditions(publish)
    .option('--with-guesses', 'those with guesses of import that nobody has confirmed too')
    .option('--now <timestamp>', 'what counts as now, with an offset; embargoes look at it')
    .action(async (files: readonly string[], options: PublishCommandOptions) => {
      const { runPublish } = await import('../runPublish.ts');
      done(await runPublish(files, options));
    });
  const tag = common(
    program.command('tag'),
    'articles that meet all conditions name topics and actors, or no more',
  )
    .option('--add-topic <name>', 'a topic’s id, name or alias; may be repeated', collect)
    .option('--remove-topic <name>', 'the same', collect)
    .option('--add-actor <name>', 'an actor’s id, name or alias; may be repeated', collect)
    .option('--remove-actor <name>', 'the same', collect);
  conditions(tag).action(async (files: readonly string[], options: TagCommandOptions) => {
    const { runTag } = await import('../runTag.ts');
    done(await runTag(files, options));
  });
};

/** Which articles are changed, and whether somebody is asked. */
function conditions(command: Command): Command {
  return articleOptions(command.argument('[file...]', 'articles; without any, all of the site'))
    .option('--text <words>', 'with these words in title, summary or body')
    .option('--drafts', 'drafts alone')
    .option('--yes', 'write the changes without asking');
}
