import { existsSync } from 'node:fs';
import path from 'node:path';
import { readFeedState, writeFeedState } from '../import/feedState.ts';
import { usualLimits } from '../import/fetchUrl.ts';
import { formatImported, toImportedData } from '../import/formatImported.ts';
import { formatLine } from '../import/formatLines.ts';
import { gatherItems, isAddress } from '../import/gatherItems.ts';
import { importItems, prepareContent, type PreparedContent } from '../import/importItems.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { openCaches } from './caches.ts';
import { parseReference } from './importReference.ts';
import { checkContentFolder, type CommonOptions } from './options.ts';
import { createPrinter } from './printer.ts';

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
  const gathered = await gatherItems(inputs, {
    reference,
    limits,
    state,
    all: options.all ?? false,
    known: create.length > 0,
    onReading: () => {
      if (mayPrepare) prepared ??= prepareContent(content, settings);
    },
  });
  for (const { input, message } of gathered.problems)
    printer.error(formatLine(`${input}: ${message}`));
  for (const input of gathered.unchanged) printer.note(formatLine(`${input}: nothing new`));
  for (const input of gathered.empty) printer.error(formatLine(`${input}: it lists no feeds`));
  let hasRefused = false;
  if (gathered.items.length > 0) {
    const { items, created, refused } = importItems(content, gathered.items, create, {
      ...settings,
      prepared,
    });
    for (const imported of items) {
      printer.result(formatImported(imported, content), toImportedData(imported, content));
    }
    for (const file of created)
      printer.note(`${content}/${file}: a new actor; say more of it there`);
    for (const message of refused) printer.error(formatLine(message));
    hasRefused = refused.length > 0;
  }
  // After the drafts are written, for what is unchanged is not asked for again.
  if (state.size > 0) writeFeedState(stateFile, state, cache.key);
  if (gathered.problems.length > 0 || hasRefused) return exitStatus.usage;
  return gathered.empty.length > 0 ? exitStatus.content : exitStatus.done;
}
