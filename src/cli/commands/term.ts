import { actorTypes } from '../../parse/actor.ts';
import { articleOptions, collect, common, type AddCommand } from '../command.ts';
import type { SplitCommandOptions } from '../runSplit.ts';
import type { TermCommandOptions } from '../runTerm.ts';

/** `rename`, `merge` and `split`. */
export const addTermCommands: AddCommand = (program, done) => {
  for (const action of ['rename', 'merge'] as const) {
    const isRename = action === 'rename';
    common(
      program.command(action),
      isRename
        ? 'another id or name for an actor, topic or story, everywhere'
        : 'makes an actor, topic or story count under another, everywhere',
    )
      .argument('<kind>', 'actor, topic or story')
      .argument('<old>', 'its id or a name of it')
      .argument('<new>', isRename ? 'an id, or a name of which the id is made' : 'the other one')
      .option('--diff', 'show every change')
      .option('--yes', 'write the changes without asking')
      .action(async (kind: string, from: string, to: string, options: TermCommandOptions) => {
        const { runTerm } = await import('../runTerm.ts');
        done(await runTerm(action, [kind, from, to], options));
      });
  }
  const split = common(program.command('split'), 'two actors, topics or stories where one was')
    .argument('<kind>', 'actor, topic or story')
    .argument('<old>', 'its id or a name of it; it stays')
    .argument('<new>', 'an id, or a name of which the id is made')
    .option('--name <name>', 'the new one’s name, where <new> is an id')
    .option(
      '--alias <name>',
      'a name of the old one that goes to the new; may be repeated',
      collect,
    )
    .option('--type <type>', `of a new actor: ${actorTypes.join(', ')} (default: the old one’s)`)
    .option('--broader <topic>', 'a topic wider than a new one (default: the old one’s)')
    .option('--summary <text>', 'one or two sentences')
    .option('--articles <file...>', 'articles that go over; all conditions must hold')
    .option('--text <words>', 'with these words in title, summary or body');
  articleOptions(split)
    .option('--both', 'they go on naming the old one too')
    .option('--diff', 'show every change')
    .option('--yes', 'write the changes without asking')
    .action(async (kind: string, from: string, to: string, options: SplitCommandOptions) => {
      const { runSplit } = await import('../runSplit.ts');
      done(await runSplit([kind, from, to], options));
    });
};
