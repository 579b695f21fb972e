import { existsSync } from 'node:fs';
import path from 'node:path';
import { readFeedState, writeFeedState } from '../import/feedState.ts';
import { usualLimits } from '../import/fetchUrl.ts';
import { formatImported, toImportedData } from '../import/formatImported.ts';
import { formatLine } from '../import/formatLines.ts';
import { formatImportTable } from '../import/importTable.ts';
import { gatherItems, isAddress, type Gathered } from '../import/gatherItems.ts';
import {
  importItems,
  prepareContent,
  type ImportResult,
  type PreparedContent,
} from '../import/importItems.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { openCaches } from './caches.ts';
import { parseReference } from './importReference.ts';
import { checkContentFolder, type CommonOptions } from './options.ts';
import { createPrinter, formatNumber, type Printer } from './printer.ts';
import { createProgressLine } from './progress.ts';
import { standardError } from './standardStreams.ts';

export interface ImportCommandOptions extends CommonOptions {
  readonly date?: string;
  readonly create?: readonly string[];
  readonly allowLocal?: boolean;
  readonly all?: boolean;
}

/** `dateline import`: raw material → draft articles. Nothing is overwritten. */
export async function runImport(
  inputs: readonly string[],
  options: ImportCommandOptions,
): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const content = checkContentFolder(options.content);
  const reference = parseReference(options.date, content);
  const cache = openCaches(printer).import;
  const stateFile = path.join(cache.folder, 'feeds.json');
  const state = readFeedState(stateFile, cache.key);
  const limits = { ...usualLimits, allowLocal: options.allowLocal ?? false };
  const create = options.create ?? [];
  const settings = { cache };
  // While a thread reads the first file, for nothing of the network waits then. Without a cache it would
  // be written though the file is refused.
  let prepared: PreparedContent | null = null;
  const mayPrepare = !inputs.some(isAddress) && existsSync(cache.folder);
  const line = createProgressLine(standardError, printer.isJson);
  const gathered = await gatherItems(inputs, {
    progress: line.progress,
    reference,
    limits,
    state,
    all: options.all ?? false,
    content,
    known: create.length > 0,
    onReading: () => {
      if (mayPrepare) prepared ??= prepareContent(content, settings);
    },
  });
  line.end();
  const isBulk = inputs.length > 1 || gathered.hasFolder;
  const { items, created, refused } =
    gathered.items.length > 0
      ? importItems(content, gathered.items, create, { ...settings, prepared })
      : nothingImported(create);
  for (const [index, imported] of items.entries()) {
    const input = gathered.inputs[index] ?? null;
    printer.result(
      formatImported(imported, content, isBulk ? input : null),
      toImportedData(imported, content, input),
    );
  }
  for (const file of created) printer.note(`${content}/${file}: a new actor; say more of it there`);
  // Of addresses that all failed there is nothing to tell but that.
  const isTable = !printer.isJson && (gathered.hasFolder || (isBulk && items.length > 0));
  const width = process.stdout.isTTY ? process.stdout.columns : null;
  if (isTable) printer.result(`\n${formatImportTable({ gathered, items, content }, width)}`, {});
  // On a terminal the table has just told them.
  if (isTable && width !== null) countFailures(gathered, printer);
  else reportRest(isTable ? { ...gathered, passed: [], unchanged: [] } : gathered, printer);
  for (const message of refused) printer.error(formatLine(message));
  // After the drafts are written, for what is unchanged is not asked for again.
  if (state.size > 0) writeFeedState(stateFile, state, cache.key);
  if (gathered.problems.length > 0 || refused.length > 0) return exitStatus.usage;
  return gathered.empty.length > 0 ? exitStatus.content : exitStatus.done;
}

/** What became of inputs that gave no item. */
function reportRest({ passed, unchanged, empty, problems }: Gathered, printer: Printer): void {
  for (const { input, message } of passed) {
    printer.note(formatLine(`${input}: skipped: ${message}`));
  }
  for (const input of unchanged) printer.note(formatLine(`${input}: nothing new`));
  for (const input of empty) printer.error(formatLine(`${input}: it lists no feeds`));
  for (const { input, message } of problems) printer.error(formatLine(`${input}: ${message}`));
}

function countFailures({ empty, problems }: Gathered, printer: Printer): void {
  const failed = empty.length + problems.length;
  if (failed > 0) printer.error(`${formatNumber(failed, 'input')} could not be imported`);
}

function nothingImported(create: readonly string[]): ImportResult {
  const refused = create.map((name) => `--create ${name}: no report was read that has this name`);
  return { items: [], created: [], refused };
}
