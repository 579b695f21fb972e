import { readFileSync } from 'node:fs';
import { parseDay } from '../dates/day.ts';
import { dayOfInstant } from '../dates/instant.ts';
import { importItems, UnknownCandidate, type ImportedItem } from '../import/importItems.ts';
import { formatImported, toImportedData } from '../import/formatImported.ts';
import { parseRawText, type Reference } from '../import/parseRawText.ts';
import type { RawItem } from '../import/rawItem.ts';
import { decodeRaw, ImportError, maximumRawSize } from '../import/decodeRaw.ts';
import { readClock } from './clock.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkContentFolder, type CommonOptions } from './options.ts';
import { createPrinter } from './printer.ts';
import { UsageError } from './usageError.ts';

export interface ImportCommandOptions extends CommonOptions {
  readonly date?: string;
  readonly create?: readonly string[];
}

/** `dateline import`: raw material → draft articles. Nothing is overwritten. */
export function runImport(inputs: readonly string[], options: ImportCommandOptions): ExitStatus {
  const printer = createPrinter(options.json ?? false);
  const content = checkContentFolder(options.content);
  const reference = parseReference(options.date);
  const items: RawItem[] = [];
  let failed = false;
  for (const input of inputs) {
    try {
      items.push(readItem(input, reference));
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      printer.error(`${input}: ${error.message}`);
      failed = true;
    }
  }
  for (const imported of importAll(content, items, options.create ?? [])) {
    printer.result(formatImported(imported, content), toImportedData(imported, content));
  }
  return failed ? exitStatus.usage : exitStatus.done;
}

function readItem(input: string, reference: Reference): RawItem {
  const item = parseRawText(decodeRaw(readInput(input)), reference);
  if (item === null) throw new ImportError('there is no headline with a text below it');
  return item;
}

function importAll(
  content: string,
  items: readonly RawItem[],
  create: readonly string[],
): readonly ImportedItem[] {
  try {
    return importItems(content, items, create).items;
  } catch (error) {
    if (error instanceof UnknownCandidate) throw new UsageError(error.message);
    throw error;
  }
}

function parseReference(date: string | undefined): Reference {
  if (date === undefined) return { day: dayOfInstant(readClock(), 'UTC'), isGiven: false };
  const day = parseDay(date);
  if (day === null) throw new UsageError(`--date ${date} is no day; write it as 2024-01-05`);
  return { day, isGiven: true };
}

/** A file, or standard input for `-`. */
function readInput(input: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(input === '-' ? 0 : input);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ImportError(`it can't be read (${code})`);
  }
  if (bytes.length > maximumRawSize) throw new ImportError('a raw text has 1 MiB at most');
  return bytes;
}
