import { checkContent } from '../check/checkContent.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkContentFolder, parseNow, type CommonOptions } from './options.ts';
import { countProblems, createPrinter, formatCounts } from './printer.ts';

export interface CheckCommandOptions extends CommonOptions {
  readonly now?: string;
}

/** `dateline check`: every problem in the content, writing nothing. */
export function runCheck(options: CheckCommandOptions): ExitStatus {
  const printer = createPrinter(options.json ?? false);
  const content = checkContentFolder(options.content);
  const diagnostics = checkContent({ content, now: parseNow(options.now), drafts: false });
  printer.diagnostics(diagnostics);
  const counts = countProblems(diagnostics);
  printer.result(`${content}: ${formatCounts(counts)}`, { ...counts });
  return counts.errors > 0 ? exitStatus.content : exitStatus.done;
}
