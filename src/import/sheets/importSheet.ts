import type { Diagnostic } from '../../diagnostics/locate.ts';
import type { FileChange } from '../../edit/changes.ts';
import type { LoadedTerms } from '../../load/loadSite.ts';
import { planSheet, type SheetPlan } from './planSheet.ts';
import { readSheet } from './readSheet.ts';
import { toChange, type TermChange } from './sheetChanges.ts';
import { countHeadings, matchColumns, type Column } from './sheetColumns.ts';
import { problemAt, readEntries, type SheetOptions } from './sheetRows.ts';
import type { Sheet } from './readSheet.ts';

/** What a sheet would do to a site. Nothing is written. */
export interface SheetImport {
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  /** What was read as another value, a line for each field. */
  readonly readings: readonly string[];
  readonly plan: SheetPlan;
  readonly outcomes: readonly TermChange[];
  readonly changes: readonly FileChange[];
  /** What can't be taken, by line. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads a sheet of actors or topics and says what it would add.
 * @param content the content folder, as the user typed it
 * @throws ImportError where it is no table, or has no column of names
 */
export function importSheet(
  loaded: LoadedTerms,
  bytes: Uint8Array,
  content: string,
  options: SheetOptions,
): SheetImport {
  const { kind, file } = options;
  const sheet = readSheet(bytes, countHeadings(kind));
  const columns = matchColumns(kind, sheet);
  const { entries, problems, readings } = readEntries(sheet, columns, options);
  const plan = planSheet(loaded, entries, content, options);
  const outcomes = plan.terms.map((term) => toChange(kind, term, content));
  const refused = outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'refused') return [];
    const [line = 1] = Array.from(plan.rows).find(([, term]) => term === outcome.term) ?? [];
    const message = `${outcome.term.file} can't take this row: ${outcome.why}`;
    return [problemAt(file, line, 'bad-value', message, 'write it there by hand')];
  });
  return {
    ...{ sheet, columns, readings, plan, outcomes },
    changes: outcomes.flatMap((outcome) => ('change' in outcome ? [outcome.change] : [])),
    problems: [...problems, ...plan.problems, ...refused].toSorted((a, b) => a.line - b.line),
  };
}
