import { formatSuggestion, nearestNames } from '../../names/nearest.ts';
import type { Sheet } from './readSheet.ts';
import { fieldNames, findField, foldHeading, listFields, type SheetKind } from './sheetFields.ts';

/** What a column of a sheet is taken for. */
export interface Column {
  readonly heading: string;
  /** Null where it is not used. */
  readonly field: string | null;
  /** Why it is not used, where that is not plain; what it may have meant. */
  readonly why: string | null;
}

/** Matches headings with fields. A second column of names is one of aliases; any other second one is not used. */
export function matchColumns(kind: SheetKind, sheet: Sheet): readonly Column[] {
  const { headings } = sheet;
  const fields = headings.map((heading) => findField(kind, heading));
  const owners = new Map<string, number>();
  const claim = (index: number, isOwn: boolean): void => {
    const field = fields[index] ?? null;
    if (field === null || owners.has(field)) return;
    if (!isOwn || foldHeading(headings[index] ?? '') === foldHeading(field)) {
      owners.set(field, index);
    }
  };
  // A heading that is the field's own name comes before its synonyms.
  for (const isOwn of [true, false]) {
    for (const index of headings.keys()) claim(index, isOwn);
  }
  return headings.map((heading, index) => {
    const field = fields[index] ?? null;
    const owner = field === null ? undefined : owners.get(field);
    if (field === null) return { heading, field, why: suggest(kind, heading) };
    if (field === 'id' && hasNumbers(sheet, index)) {
      return { heading, field: null, why: 'an id is a word of an address, and these are numbers' };
    }
    if (owner === index || listFields.includes(field)) return { heading, field, why: null };
    if (field === 'name') return { heading, field: 'aliases', why: null };
    return { heading, field: null, why: `${field} is column "${headings[owner ?? 0] ?? ''}"` };
  });
}

/** The keys of a database, which say nothing in an address. */
function hasNumbers({ rows }: Sheet, index: number): boolean {
  return rows.some(({ cells }) => /^\s*\d+\s*$/.test(cells[index] ?? ''));
}

function suggest(kind: SheetKind, heading: string): string | null {
  return formatSuggestion(nearestNames(heading, fieldNames(kind)));
}

/** How many headings are known; none where no column has names. */
export function countHeadings(kind: SheetKind): (cells: readonly string[]) => number {
  return (cells) => {
    const fields = cells.map((cell) => findField(kind, cell));
    return fields.includes('name') ? fields.filter((field) => field !== null).length : 0;
  };
}

/** One line a column, for the editor to see what becomes of it. */
export function formatColumns(
  columns: readonly Column[],
  { rows }: Pick<Sheet, 'rows'>,
): readonly string[] {
  const filled = new Set<number>();
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) if (cell.trim() !== '') filled.add(index);
  }
  return columns.flatMap(({ heading, field, why }, index) => {
    if (heading.trim() === '') {
      return filled.has(index) ? [`column ${index + 1} has no heading and is not used`] : [];
    }
    if (field !== null) return [`column "${heading}" → ${field}`];
    return [`column "${heading}" is not used${why === null ? '' : `; ${why}`}`];
  });
}
