import { ImportError } from '../import/decodeRaw.ts';
import { usualLimits } from '../import/fetchUrl.ts';
import { formatLine } from '../import/formatLines.ts';
import { readBytes } from '../import/gatherItems.ts';
import { formatOutcomes, formatReading, toSheetData } from '../import/sheets/formatSheet.ts';
import { importSheet, type SheetImport } from '../import/sheets/importSheet.ts';
import type { SheetKind } from '../import/sheets/sheetFields.ts';
import type { SheetOptions } from '../import/sheets/sheetRows.ts';
import { loadTerms, type LoadedTerms } from '../load/loadSite.ts';
import { actorTypes } from '../parse/actor.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { offerChanges } from './offerChanges.ts';
import { checkContentFolder, type CommonOptions } from './options.ts';
import { createPrinter } from './printer.ts';
import { UsageError } from './usageError.ts';

export interface SheetCommandOptions extends CommonOptions {
  readonly type?: string;
  readonly yes?: boolean;
  readonly diff?: boolean;
}

/** `dateline import actors` and `dateline import topics`: the rows of a sheet, after a look at what they add. */
export async function runSheet(
  kind: SheetKind,
  file: string,
  options: SheetCommandOptions,
): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const content = checkContentFolder(options.content);
  const { type = null } = options;
  if (type !== null && !actorTypes.some((each) => each === type)) {
    throw new UsageError(`--type is one of ${actorTypes.join(', ')}`);
  }
  const loaded = loadTerms(content);
  const { language } = loaded.config;
  const imported = readFile(loaded, content, { kind, file, language, type });
  for (const line of formatReading(imported, file)) printer.note(formatLine(line));
  printer.diagnostics(imported.problems);
  const files = await offerChanges(imported.changes, options, printer, {
    text: formatOutcomes(imported),
    hasDiff: options.diff === true,
  });
  if (printer.isJson) printer.result('', toSheetData(imported, files));
  return imported.problems.length > 0 ? exitStatus.usage : exitStatus.done;
}

function readFile(loaded: LoadedTerms, content: string, options: SheetOptions): SheetImport {
  const { file } = options;
  try {
    return importSheet(loaded, readBytes(file, usualLimits.size), content, options);
  } catch (error) {
    if (error instanceof ImportError) throw new UsageError(formatLine(`${file}: ${error.message}`));
    throw error;
  }
}
