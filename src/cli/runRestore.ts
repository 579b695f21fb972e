import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { formatLine, formatLines } from '../import/formatLines.ts';
import { loadSite } from '../load/loadSite.ts';
import { findLost } from '../restore/findLost.ts';
import { parseExport } from '../restore/parseExport.ts';
import { restoreFiles } from '../restore/restoreFiles.ts';
import { readClock } from './clock.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkNewFolder } from './newFolder.ts';
import type { CommonOptions } from './options.ts';
import { createPrinter, formatNumber } from './printer.ts';
import { UsageError } from './usageError.ts';

export interface RestoreCommandOptions extends CommonOptions {
  /** The JSON export. */
  readonly restore: string;
  /** A copy of the exported site, from which its files are taken. */
  readonly files?: string;
}

/** `dateline import --restore FILE`: the JSON export → a content folder, which must be new. */
export function runRestore(options: RestoreCommandOptions): ExitStatus {
  const { restore, content, files: from } = options;
  const printer = createPrinter(options.json ?? false);
  if (!isFile(restore)) throw new UsageError(`there is no file ${restore}`);
  if (existsSync(content) && readdirSync(content).length > 0) {
    throw new UsageError(`${content} is not empty; name a new folder with --content DIR`);
  }
  checkNewFolder(content, `--content ${content}`);
  const parsed = parseExport(readFileSync(restore, 'utf8'));
  if (parsed.kind === 'refused') throw new UsageError(`${restore}: ${parsed.reason}`);
  const { document, losses } = parsed;
  const assets = document.files.map(({ path: file }) => file.slice(1));
  const absent = from === undefined ? assets : assets.filter((file) => !isThere(from, file));
  if (from !== undefined && absent.length > 0) {
    throw new UsageError(
      `--files ${from} has no ${absent[0] ?? ''}; it must be a copy of the site`,
    );
  }
  const { files: texts, losses: displaced } = restoreFiles(document);
  for (const [file, text] of texts) writeFileSync(prepare(content, file), text);
  if (from !== undefined) {
    for (const file of assets) copyFileSync(path.join(from, file), prepare(content, placeOf(file)));
  }
  const { site, diagnostics } = loadSite({ content, now: readClock(), drafts: true });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const lost = [
    ...losses,
    ...displaced,
    ...(site === null ? [] : findLost(document, site, displaced)),
  ];
  for (const { what, which, why } of lost) {
    printer.error(formatLine(`${restore}: ${what} ${which} is not kept: ${why}`));
  }
  printer.diagnostics(errors);
  printer.result(`${formatNumber(texts.size, 'file')} in ${content}`, {
    restored: texts.size,
    content,
    absent,
    lost,
  });
  if (absent.length > 0 && !printer.isJson) {
    const moves = absent.map((file) => `  /${file} → ${path.join(content, placeOf(file))}`);
    printer.note(
      formatLines([
        'an export has no bytes of files; copy these from the site, or name its folder with --files DIR:',
        ...moves,
      ]),
    );
  }
  if (lost.length > 0) return exitStatus.usage;
  return errors.length > 0 ? exitStatus.content : exitStatus.done;
}

/** Where a file of the site stands in content. */
function placeOf(file: string): string {
  return file.startsWith('assets/') ? file : `static/${file}`;
}

function isFile(location: string): boolean {
  return existsSync(location) && statSync(location).isFile();
}

function isThere(folder: string, file: string): boolean {
  return existsSync(path.join(folder, file));
}

function prepare(folder: string, file: string): string {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  return target;
}
