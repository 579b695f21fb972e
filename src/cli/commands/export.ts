import { exportFormats } from '../../urls/paths.ts';
import { common, type AddCommand } from '../command.ts';
import type { ExportCommandOptions } from '../runExport.ts';

export const addExport: AddCommand = (program, done) => {
  common(program.command('export'), 'the published site as data for other programs')
    .requiredOption('--format <name>', exportFormats.join(', '))
    .option('--output <file>', 'where it goes (default: standard output)')
    .option('--now <timestamp>', 'what counts as now, with an offset; embargoes look at it')
    .action(async (options: ExportCommandOptions) => {
      const { runExport } = await import('../runExport.ts');
      done(await runExport(options));
    });
};
