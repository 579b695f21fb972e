import { collect, common, type AddCommand } from '../command.ts';
import type { ImportCommandOptions } from '../runImport.ts';
import { UsageError } from '../usageError.ts';

/** Of `--restore`, which takes no inputs. */
interface RestoreOptions {
  readonly restore?: string;
  readonly files?: string;
}

export const addImport: AddCommand = (program, done) => {
  common(
    program.command('import'),
    'raw articles, pages and feeds → draft articles; nothing is overwritten',
  )
    .argument('[input...]', 'files, web addresses, or - for standard input')
    .option('--date <day>', 'the day it was filed; days without a year are resolved against it')
    .option('--allow-local', 'let addresses of this machine and its network be asked')
    .option(
      '--create <name>',
      'make an actor of an unknown name of the text; may be repeated',
      collect,
      [],
    )
    .option('--restore <file>', 'a JSON export → a new content folder that gives its site')
    .option('--files <dir>', 'with --restore: a copy of the exported site, which has its assets')
    .action(async (inputs: readonly string[], options: ImportCommandOptions & RestoreOptions) => {
      if (options.restore !== undefined) {
        if (inputs.length > 0) throw new UsageError('--restore takes no other input');
        const { runRestore } = await import('../runRestore.ts');
        done(runRestore({ ...options, restore: options.restore }));
        return;
      }
      if (inputs.length === 0)
        throw new UsageError('name a file, a web address, or - (or --restore FILE)');
      const { runImport } = await import('../runImport.ts');
      done(await runImport(inputs, options));
    });
};
