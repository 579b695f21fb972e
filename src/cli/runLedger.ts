import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { locate } from '../load/stages.ts';
import { withContent } from '../load/withContent.ts';
import { openCaches } from './caches.ts';
import { findUnlisted, formatLedger, formatPublished, type Published } from '../model/published.ts';
import { listEntries } from '../parse/ledger.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkContentFolder, parseNow, type CommonOptions } from './options.ts';
import { createPrinter } from './printer.ts';

export interface LedgerCommandOptions extends CommonOptions {
  readonly now?: string;
  readonly update?: boolean;
}

/** New lines that are shown; who wants all of them reads the file. */
const shownLines = 20;

/** `dateline ledger`: what was published so far, and what is new; `--update` writes it down. */
export async function runLedger(options: LedgerCommandOptions): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const content = checkContentFolder(options.content);
  const { site, ledger, diagnostics } = await withContent(
    { content, now: parseNow(options.now), drafts: false },
    openCaches(printer).build,
    locate,
  );
  printer.diagnostics(diagnostics.filter(({ severity }) => severity === 'error'));
  if (site === null) return exitStatus.content;
  const file = path.join(content, 'ledger.tsv').split(path.sep).join('/');
  const known = ledger === null ? [] : listEntries(ledger);
  const unlisted = findUnlisted(site, known);
  const isUpdated = options.update === true && (ledger === null || unlisted.length > 0);
  if (isUpdated) replaceFile(content, formatLedger([...known, ...unlisted]));
  printer.result(formatResult(file, known, unlisted, options.update === true), {
    file,
    exists: ledger !== null || isUpdated,
    updated: isUpdated,
    known: known.length,
    unlisted: unlisted.map(({ path: address, entryId }) => ({ path: address, id: entryId })),
  });
  return exitStatus.done;
}

function formatResult(
  file: string,
  known: readonly Published[],
  unlisted: readonly Published[],
  update: boolean,
): string {
  const counts = `${file}: ${known.length} lines`;
  if (unlisted.length === 0) return `${counts}, nothing new`;
  if (update) return `${counts}, ${unlisted.length} added`;
  const more = unlisted.length - shownLines;
  return [
    `${counts}, ${unlisted.length} to add with dateline ledger --update`,
    ...unlisted.slice(0, shownLines).map((entry) => `+ ${formatPublished(entry)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}

/** Whole or not at all; a hidden file is no content. */
function replaceFile(content: string, text: string): void {
  const draft = path.join(content, '.ledger.tsv.tmp');
  writeFileSync(draft, text);
  renameSync(draft, path.join(content, 'ledger.tsv'));
}
