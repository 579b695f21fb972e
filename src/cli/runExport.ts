import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { makeExport } from '../export/planExports.ts';
import { locate, type LoadedContent } from '../load/stages.ts';
import { withContent } from '../load/withContent.ts';
import { openCaches } from './caches.ts';
import { exportFormats, type ExportFormat } from '../urls/paths.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkNewFolder } from './newFolder.ts';
import { checkContentFolder, parseNow, type CommonOptions } from './options.ts';
import {
  countProblems,
  createPrinter,
  formatCounts,
  formatNumber,
  type Printer,
} from './printer.ts';
import { standardOutput } from './standardStreams.ts';
import { UsageError } from './usageError.ts';

export interface ExportCommandOptions extends CommonOptions {
  readonly format: string;
  readonly output?: string;
  readonly now?: string;
}

/** `dateline export`: the published site as data for other programs. */
export function runExport(options: ExportCommandOptions): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const format = parseFormat(options.format);
  const content = checkContentFolder(options.content);
  const output = checkOutputFile(options.output, format, content);
  const loadOptions = { content, now: parseNow(options.now), drafts: false };
  return withContent(loadOptions, openCaches(printer).build, (loaded) =>
    exportContent(loaded, { content, format, output, printer }),
  );
}

interface Wanted {
  readonly content: string;
  readonly format: ExportFormat;
  /** Null: to the standard output. */
  readonly output: string | null;
  readonly printer: Printer;
}

function exportContent(
  loaded: LoadedContent,
  { content, format, output, printer }: Wanted,
): ExitStatus {
  const { site, diagnostics } = locate(loaded);
  printer.diagnostics(diagnostics);
  if (site === null) {
    const counts = countProblems(diagnostics);
    printer.error(`${content}: ${formatCounts(counts)}; nothing was exported`);
    return exitStatus.content;
  }
  const blocks = makeExport(site, format);
  if (output === null) {
    for (const block of blocks) standardOutput.write(block);
    return exitStatus.done;
  }
  const bytes = writeWhole(output, blocks);
  const articles = site.articles.length;
  printer.result(
    `${formatNumber(articles, 'article')} as ${format} in ${output}, ${formatNumber(bytes, 'byte')}`,
    {
      exported: true,
      format,
      output,
      articles,
      bytes,
    },
  );
  return exitStatus.done;
}

function parseFormat(text: string): ExportFormat {
  const format = exportFormats.find((name) => name === text);
  if (format === undefined) {
    throw new UsageError(`--format ${text} is none of ${exportFormats.join(', ')}`);
  }
  return format;
}

function checkOutputFile(
  output: string | undefined,
  format: ExportFormat,
  content: string,
): string | null {
  if (output === undefined) {
    if (format !== 'sqlite') return null;
    throw new UsageError('a database is no text; name a file with --output FILE');
  }
  const folder = path.dirname(output);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`--output ${output}: there is no folder ${folder}`);
  }
  checkNewFolder(folder, `--output ${output}`);
  if (existsSync(output) && !statSync(output).isFile()) {
    throw new UsageError(`--output ${output} is no file`);
  }
  if (path.resolve(output).startsWith(path.resolve(content) + path.sep)) {
    throw new UsageError(`--output ${output} lies in the content folder`);
  }
  return output;
}

/** All or nothing: the file has its old bytes until all new ones are there. */
function writeWhole(file: string, blocks: readonly Uint8Array[]): number {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(beside, 'w');
    let bytes = 0;
    try {
      for (const block of blocks) {
        for (let done = 0; done < block.length;) done += writeSync(descriptor, block, done);
        bytes += block.length;
      }
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
    return bytes;
  } finally {
    rmSync(beside, { force: true });
  }
}
