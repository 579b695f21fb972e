import { common, type AddCommand } from '../command.ts';
import type { RestoreCommandOptions } from '../runRestore.ts';

export const addImport: AddCommand = (program, done) => {
  common(program.command('import'), 'a JSON export → the content folder that gives its site')
    .requiredOption('--restore <file>', 'the export; --content names a new folder')
    .option('--files <dir>', 'a copy of the exported site, from which its assets are taken')
    .action(async (options: RestoreCommandOptions) => {
      const { runRestore } = await import('../runRestore.ts');
      done(runRestore(options));
    });
};
