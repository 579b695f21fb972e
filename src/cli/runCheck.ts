import { findProblems, type CheckedContent } from '../check/checkContent.ts';
import { checkLinks } from '../check/checkLinks.ts';
import type { Instant } from '../dates/instant.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { formatGithub } from '../diagnostics/formatGithub.ts';
import { formatSarif } from '../diagnostics/formatSarif.ts';
import { fixContent } from '../edit/fixContent.ts';
import { listContentFolder } from '../load/listContentFolder.ts';
import { locateAll } from '../load/locateAll.ts';
import { checkFormats, type CheckFormat } from './checkFormats.ts';
import { createProgressLine } from './progress.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { offerChanges } from './offerChanges.ts';
import { openCaches } from './caches.ts';
import { checkContentFolder, parseNow, type CommonOptions } from './options.ts';
import { countProblems, createPrinter, formatCounts, type Printer } from './printer.ts';
import { standardError, standardOutput } from './standardStreams.ts';
import { UsageError } from './usageError.ts';
import { readVersion } from './version.ts';

export interface CheckCommandOptions extends CommonOptions {
  readonly now?: string;
  readonly format?: string;
  readonly links?: boolean;
  readonly allowLocal?: boolean;
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
  const now = parseNow(options.now);
  const checked = await findProblems({ content, now, drafts: false });
  const ofLinks = options.links === true ? await visit(checked, now, options, printer) : [];
  const { entries, config, problems } = checked;
  const diagnostics = locateAll([...problems, ...ofLinks], entries, config.check);
  const counts = countProblems(diagnostics);
  // Logs and annotations are results: programs read them from standard output.
  if (format === 'sarif') standardOutput.write(`${formatSarif(diagnostics, readVersion())}\n`);
  else {
    if (format === 'github') {
      for (const diagnostic of diagnostics) standardOutput.write(`${formatGithub(diagnostic)}\n`);
    } else printer.diagnostics(diagnostics);
    printer.result(`${content}: ${formatCounts(counts)}`, {
      ...counts,
      ...(mended === null ? {} : { mended }),
    });
  }
  return counts.errors > 0 ? exitStatus.content : exitStatus.done;
}

async function visit(
  { entries, config }: CheckedContent,
  now: Instant,
  { allowLocal = false }: CheckCommandOptions,
  printer: Printer,
): Promise<readonly Problem[]> {
  const line = createProgressLine(standardError, printer.isJson);
  const { problems, links, visited } = await checkLinks(entries, {
    origin: config.address.origin,
    cache: openCaches(printer),
    now: now.time,
    // Tests have a server of their own, which needs no mercy.
    pause: Number(process.env['DATELINE_LINK_PAUSE'] ?? 1000),
    patience: 20_000,
    allowLocal,
    userAgent: `Dateline/${readVersion()} (link check)`,
    progress: line.progress,
  }).finally(line.end);
  printer.note(`${links} outside links, ${visited} of them visited now`);
  return problems;
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
  if (options.allowLocal === true && options.links !== true) {
    throw new UsageError('--allow-local goes with --links');
  }
  if (options.yes === true && options.fix !== true) throw new UsageError('--yes goes with --fix');
  return known ?? (json === true ? 'json' : 'text');
}
