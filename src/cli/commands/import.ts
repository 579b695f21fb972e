import type { Command } from 'commander';
import { actorTypes } from '../../parse/actor.ts';
import { allowLocalHelp, collect, common, type AddCommand } from '../command.ts';
import type { ImportCommandOptions } from '../runImport.ts';
import type { SheetCommandOptions } from '../runSheet.ts';
import type { ExitStatus } from '../exitStatus.ts';
import type { CommonOptions } from '../options.ts';
import { UsageError } from '../usageError.ts';

/** Of `--restore` and `--archive`, which take no inputs. */
interface WholeOptions {
  readonly restore?: string;
  readonly files?: string;
  readonly archive?: string;
  readonly keepStatus?: boolean;
}

export const addImport: AddCommand = (program, done) => {
  const command = common(
    program.command('import'),
    'raw articles, folders of them, pages and feeds → draft articles; nothing is overwritten',
  );
  command
    .argument('[input...]', 'files, folders of reports, web addresses, or - for standard input')
    .option('--date <day>', 'the day it was filed; days without a year are resolved against it')
    .option('--all', 'read feeds back to their first entry, from document to document')
    .option('--allow-local', allowLocalHelp)
    .option(
      '--create <name>',
      'make an actor of an unknown name of the text; may be repeated',
      collect,
      [],
    )
    .option('--restore <file>', 'a JSON export → a new content folder that gives its site')
    .option('--files <dir>', 'with --restore: a copy of the exported site, which has its assets')
    .option(
      '--archive <path>',
      'posts of Jekyll, Hugo or Eleventy, or an export of WordPress (WXR)',
    )
    .option('--keep-status', 'with --archive: what was published there is published here')
    .action(async (inputs: readonly string[], options: ImportCommandOptions & WholeOptions) => {
      if (options.restore !== undefined) {
        if (inputs.length > 0) throw new UsageError('--restore takes no other input');
        const { runRestore } = await import('../runRestore.ts');
        done(runRestore({ ...options, restore: options.restore }));
        return;
      }
      if (options.archive !== undefined) {
        if (inputs.length > 0) throw new UsageError('--archive takes no other input');
        const { runPosts } = await import('../runPosts.ts');
        done(runPosts({ ...options, archive: options.archive }));
        return;
      }
      if (inputs.length === 0)
        throw new UsageError('name a file, a web address, or - (or --restore FILE)');
      const { runImport } = await import('../runImport.ts');
      done(await runImport(inputs, options));
    });
  addSheets(command, done);
};

/** What sheets take of the options of `import`. */
const sheetOptions = ['--content', '--json'];

/** `import actors` and `import topics`. */
function addSheets(command: Command, done: (status: ExitStatus) => void): void {
  for (const [name, kind] of [
    ['actors', 'actor'],
    ['topics', 'topic'],
  ] as const) {
    const sheet = common(
      command.command(name),
      `the ${name} of a sheet (CSV); what is there is added to and never overwritten`,
    ).argument('<file>', 'a sheet whose first line has headings, or - for standard input');
    if (kind === 'actor') {
      sheet.option('--type <type>', `of rows that say none: ${actorTypes.join(', ')}`);
    }
    sheet
      .option('--diff', 'show every change')
      .option('--yes', 'write the changes without asking')
      .action(async (file: string, options: SheetCommandOptions) => {
        // Commander gives what both commands know to the outer one.
        const { content, json = false } = command.opts<CommonOptions>();
        const other = command.options.find(
          (option) =>
            !sheetOptions.includes(option.long ?? '') &&
            command.getOptionValueSource(option.attributeName()) === 'cli',
        );
        if (other !== undefined)
          throw new UsageError(`import ${name} takes no ${other.long ?? ''}`);
        const { runSheet } = await import('../runSheet.ts');
        done(await runSheet(kind, file, { ...options, content, json }));
      });
  }
}
