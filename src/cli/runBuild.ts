import { realpathSync } from 'node:fs';
import path from 'node:path';
import { cacheIdOf } from '../cache/cache.ts';
import { buildCached } from '../build/buildCached.ts';
import { findLayoutFolders } from '../build/layoutFolders.ts';
import type { Unpublished } from '../model/unpublished.ts';
import { cachesFolder, openCaches, type Caches } from './caches.ts';
import { cleanCaches } from './cleanCaches.ts';
import { checkNewFolder } from './newFolder.ts';
import { createProgressLine } from './progress.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import {
  checkContentFolder,
  checkLayoutsFolder,
  checkOutputFolder,
  parseNow,
  type SiteOptions,
} from './options.ts';
import { countProblems, createPrinter, formatCounts, formatNumber } from './printer.ts';
import { standardError } from './standardStreams.ts';

export interface BuildCommandOptions extends SiteOptions {
  readonly clean?: boolean;
  readonly force?: boolean;
}

/** `dateline build`: content → output, all or nothing. */
export async function runBuild(options: BuildCommandOptions): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const started = performance.now();
  const now = parseNow(options.now);
  const content = checkContentFolder(options.content);
  const layouts = checkLayoutsFolder(options.layouts);
  const output = checkOutputFolder(options.output, [content, layouts]);
  checkNewFolder(path.dirname(output), `--output ${output}`);
  const caches = openCaches(printer);
  if (options.clean === true && isShared(caches)) cleanCaches(caches.folder, () => true);
  const line = createProgressLine(standardError, printer.isJson);
  const { result, diagnostics, times, withdrawn } = await buildCached({
    progress: line.progress,
    content,
    layouts: findLayoutFolders(layouts),
    output,
    now,
    purpose: { kind: 'publish' },
    cache: caches.build.folder,
    key: caches.key,
    force: options.force ?? false,
    warn: printer.note,
    waiting: (owner) =>
      printer.note(`another build (process ${owner}) writes to ${output}; waiting for it`),
  }).finally(line.end);
  if (withdrawn) forgetElsewhere(caches, cacheIdOf(content, realpathSync(output)));
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
  const { articles, days, pages, files, unpublished, written, kept, removed } = result;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  printer.result(
    `${formatNumber(articles, 'article')} on ${formatNumber(days, 'day')}: ${formatNumber(pages, 'page')} and ${formatNumber(files, 'other file')} in ${output}\n${formatUnpublished(unpublished)}${written} written, ${kept} kept, ${removed} removed; ${formatCounts(counts)}; ${seconds.toFixed(1)} s${formatTimes(times)}, ${megabytes} MB`,
    {
      built: true,
      ...counts,
      ...result,
      output,
      seconds: Number(seconds.toFixed(3)),
      times,
      megabytes,
    },
  );
  return exitStatus.done;
}

/** What a build left out, with where to see why; empty where it left out nothing. */
function formatUnpublished({ drafts, embargoed, withheld, tooRed }: Unpublished): string {
  const parts = [
    ...(drafts > 0 ? [formatNumber(drafts, 'draft')] : []),
    ...(embargoed > 0 ? [`${embargoed} embargoed`] : []),
    ...(withheld > 0 ? [`${withheld} withheld`] : []),
    ...(tooRed > 0 ? [`${tooRed} above tlpCeiling`] : []),
  ];
  return parts.length === 0 ? '' : `not published: ${parts.join(', ')}; see dateline list drafts\n`;
}

/** ` (load 2.1, make 8.0)`: stages of a tenth of a second or more. */
function formatTimes(times: Readonly<Record<string, number>>): string {
  const parts = Object.entries(times)
    .filter(([, milliseconds]) => milliseconds >= 100)
    .map(([stage, milliseconds]) => `${stage} ${(milliseconds / 1000).toFixed(1)}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** Whether the caches stay when this command ends. */
function isShared({ folder }: Caches): boolean {
  return folder === cachesFolder;
}

/** Other builds, imports and servers may have kept what this build withdrew. They make their caches anew. */
function forgetElsewhere(caches: Caches, id: string): void {
  if (!isShared(caches)) return;
  cleanCaches(
    caches.folder,
    (file) => !file.startsWith(`build/${id}/`) && !file.startsWith('schemas/'),
  );
}
