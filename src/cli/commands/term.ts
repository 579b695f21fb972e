import { common, type AddCommand } from '../command.ts';
import type { TermCommandOptions } from '../runTerm.ts';

/** `rename` and `merge`. */
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
};
