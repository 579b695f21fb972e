import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildCached } from '../build/build.ts';
import { findLayoutFolders } from '../build/layoutFolders.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import {
  checkContentFolder,
  checkLayoutsFolder,
  checkOutputFolder,
  parseNow,
  type SiteOptions,
} from './options.ts';
import { countProblems, createPrinter, formatCounts } from './printer.ts';

export interface BuildCommandOptions extends SiteOptions {
  readonly clean?: boolean;
  readonly force?: boolean;
}

/** In the working directory, as the contract says. */
const cacheFolder = path.join('.cache', 'build');

/** `dateline build`: content → output, all or nothing. */
export async function runBuild(options: BuildCommandOptions): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const started = performance.now();
  const now = parseNow(options.now);
  const content = checkContentFolder(options.content);
  const layouts = checkLayoutsFolder(options.layouts);
  const output = checkOutputFolder(options.output, [content, layouts]);
  if (options.clean === true) rmSync('.cache', { recursive: true, force: true });
  const { result, diagnostics } = await buildCached({
    content,
    layouts: findLayoutFolders(layouts),
    output,
    now,
    cache: cacheFolder,
    force: options.force ?? false,
    warn: printer.note,
    waiting: (process) =>
      printer.note(`another build (process ${process}) writes to ${output}; waiting for it`),
  });
  printer.diagnostics(diagnostics);
  const counts = countProblems(diagnostics);
  if (result === null) {
    printer.result(`${formatCounts(counts)}; nothing was built, ${output} is as it was`, {
      built: false,
      ...counts,
    });
    return exitStatus.content;
  }
  const seconds = (performance.now() - started) / 1000;
  const { articles, days, pages, files, written, kept, removed } = result;
  printer.result(
    `${articles} articles on ${days} days: ${pages} pages and ${files} other files in ${output}; ${written} written, ${kept} kept, ${removed} removed (${formatCounts(counts)}, ${seconds.toFixed(1)} s)`,
    { built: true, ...counts, ...result, output, seconds: Number(seconds.toFixed(3)) },
  );
  return exitStatus.done;
}
