import { checkContent } from '../check/checkContent.ts';
import { formatGithub } from '../diagnostics/formatGithub.ts';
import { formatSarif } from '../diagnostics/formatSarif.ts';
import { fixContent } from '../edit/fixContent.ts';
import { listContentFolder } from '../load/loadSite.ts';
import { checkFormats, type CheckFormat } from './checkFormats.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { offerChanges } from './offerChanges.ts';
import { checkContentFolder, parseNow, type CommonOptions } from './options.ts';
import { countProblems, createPrinter, formatCounts } from './printer.ts';
import { UsageError } from './usageError.ts';
import { readVersion } from './version.ts';

export interface CheckCommandOptions extends CommonOptions {
  readonly now?: string;
  readonly format?: string;
  readonly fix?: boolean;
  readonly yes?: boolean;
}

/** `dateline check`: every problem in the content, writing nothing; with `--fix` what is safe is mended. */
export async function runCheck(options: CheckCommandOptions): Promise<ExitStatus> {
  const format = parseFormat(options);
  const printer = createPrinter(format === 'json');
  const content = checkContentFolder(options.content);
  const mended =
    options.fix === true
      ? await offerChanges(fixContent(listContentFolder(content).entries), options, printer)
      : null;
  const diagnostics = checkContent({ content, now: parseNow(options.now), drafts: false });
  const counts = countProblems(diagnostics);
  // Logs and annotations are results: programs read them from standard output.
  if (format === 'sarif') process.stdout.write(`${formatSarif(diagnostics, readVersion())}\n`);
  else {
    if (format === 'github') {
      for (const diagnostic of diagnostics) process.stdout.write(`${formatGithub(diagnostic)}\n`);
    } else printer.diagnostics(diagnostics);
    printer.result(`${content}: ${formatCounts(counts)}`, {
      ...counts,
      ...(mended === null ? {} : { mended }),
    });
  }
  return counts.errors > 0 ? exitStatus.content : exitStatus.done;
}

function parseFormat(options: CheckCommandOptions): CheckFormat {
  const { format, json } = options;
  const known = checkFormats.find((each) => each === format);
  if (format !== undefined && known === undefined) {
    throw new UsageError(`--format ${format} is none of ${checkFormats.join(', ')}`);
  }
  if (json === true && known !== undefined && known !== 'json') {
    throw new UsageError('--json is --format json; leave one of them out');
  }
  if (options.fix === true && (known === 'sarif' || known === 'github')) {
    throw new UsageError(`--fix shows its changes as text; leave out --format ${known}`);
  }
  if (options.yes === true && options.fix !== true) throw new UsageError('--yes goes with --fix');
  return known ?? (json === true ? 'json' : 'text');
}
