import type { Data, DataValue } from '../../parse/cleanData.ts';
import { formatColumns } from './sheetColumns.ts';
import type { SheetImport } from './importSheet.ts';
import type { TermChange } from './sheetChanges.ts';

/** What an editor should know of how a sheet was read, a line each: columns, readings, what differs. */
export function formatReading(imported: SheetImport, file: string): readonly string[] {
  const { sheet, columns, readings, plan } = imported;
  const above = sheet.above.map(
    (line) => `${file}:${line} stands above the headings and is not used`,
  );
  const same = Array.from(plan.rows).flatMap(([line, term]) =>
    term.line === null || term.line === line
      ? []
      : [`${file}:${line} is the same entry as line ${term.line}: ${term.id}`],
  );
  const differing = plan.differences.map(({ term, line, field, is, says }) => {
    const place = term.line === null ? term.file : `${file}:${term.line}`;
    return `${place} has ${field} ${quote(is)}, and ${file}:${line} says ${quote(says)}; it stays ${quote(is)}`;
  });
  return [
    ...above,
    ...formatColumns(columns, sheet),
    ...readings.map((reading) => `read ${reading}`),
    ...(sheet.rows.length === 0 ? [`${file} has no rows below its headings`] : []),
    ...same,
    ...differing,
  ];
}

/** What would be written, a line for each file, and a count of all. */
export function formatOutcomes({ outcomes, problems }: SheetImport): string {
  const lines = outcomes.flatMap((outcome) => {
    const { term } = outcome;
    if (outcome.kind === 'new') return [`${term.file} is new: ${describeNew(outcome)}`];
    return outcome.kind === 'adds' ? [`${term.file}: ${describeFields(term.added)}`] : [];
  });
  const count = (kind: TermChange['kind']): number =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  const counts = [
    `${count('new')} new`,
    `${count('adds')} with additions`,
    `${count('same')} as they are`,
    ...(problems.length === 0 ? [] : [`${problems.length} not taken, see above`]),
  ];
  return [...lines, counts.join(', ')].join('\n');
}

function describeNew({ term }: TermChange): string {
  const rest = describeFields(term.data);
  return rest === '' ? term.name : `${term.name}; ${rest}`;
}

function describeFields(fields: Data): string {
  return Object.entries(fields)
    .map(([field, value]) => `${field} ${describeValue(value)}`)
    .join('; ');
}

/** Enough of a value to know it. */
function describeValue(value: DataValue): string {
  if (Array.isArray(value)) return value.map((item) => describeValue(item as DataValue)).join(', ');
  if (typeof value !== 'object' || value === null) return shorten(String(value));
  return Object.values(value as Data)
    .map(describeValue)
    .join(' ');
}

function quote(text: string): string {
  return `"${shorten(text)}"`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The same for other programs. */
export function toSheetData(
  { columns, plan, outcomes }: SheetImport,
  files: readonly string[],
): Readonly<Record<string, unknown>> {
  const kinds = new Map(outcomes.map((outcome) => [outcome.term, outcome.kind]));
  return {
    columns: columns.map(({ heading, field }) => ({ heading, field })),
    rows: Array.from(plan.rows, ([line, term]) => ({
      ...{ line, id: term.id, file: term.file },
      outcome: kinds.get(term),
    })),
    differing: plan.differences.map(({ term, line, field, is, says }) => ({
      ...{ line, id: term.id, file: term.file, field, is, says },
    })),
    files,
  };
}
