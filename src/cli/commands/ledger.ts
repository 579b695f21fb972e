import { common, type AddCommand } from '../command.ts';
import type { LedgerCommandOptions } from '../runLedger.ts';

export const addLedger: AddCommand = (program, done) => {
  common(program.command('ledger'), 'every address and feed id published so far, and what is new')
    .option('--update', 'write what is new into ledger.tsv in the content folder')
    .option('--now <timestamp>', 'what counts as now, with an offset')
    .action(async (options: LedgerCommandOptions) => {
      const { runLedger } = await import('../runLedger.ts');
      done(await runLedger(options));
    });
};
