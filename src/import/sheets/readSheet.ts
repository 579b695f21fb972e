import { CsvError, parse } from 'csv-parse/sync';
import { decodeRaw, ImportError } from '../decodeRaw.ts';

/** A row of a sheet. */
export interface SheetRow {
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** False where quotation marks stand so that nobody can say where the row ends. */
  readonly isWhole: boolean;
}

/** A table as a spreadsheet writes it (RFC 4180, with whatever separator), without its empty rows. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
  /** The lines above the headings that say something, such as a title. */
  readonly above: readonly number[];
}

/** Spreadsheets separate cells by what their language does not use in numbers. */
const separators = [',', ';', '\t', '|'];
/** Rows among which the headings are looked for. */
const headingsWithin = 10;

/** Headings that a row may have; a table of more is none that somebody keeps. */
const mostHeadings = 250;

/** How many cells of a row are headings that are known; none where the row can't be the headings. */
export type CountHeadings = (cells: readonly string[]) => number;

/**
 * Reads a sheet. Its encoding, its separator and the row of its headings are found.
 * @throws ImportError where it is no table, or has no such row
 */
export function readSheet(bytes: Uint8Array, countHeadings: CountHeadings): Sheet {
  refuseWorkbook(bytes);
  const decoded = decodeRaw(bytes).replace(/\r\n?/g, '\n');
  // Excel's own line, which names the separator.
  const named = /^sep=(.)\n/i.exec(decoded);
  const text = decoded.slice(named?.[0].length ?? 0);
  const lineBefore = named === null ? 0 : 1;
  const tried = named?.[1] === undefined ? separators : [named[1]];
  const found = tried
    .map((separator) => findHeadings(text, separator, countHeadings))
    .reduce((best, each) => (each.known > best.known ? each : best));
  if (found.known === 0) throw found.failure ?? noHeadings(text, tried);
  const rows = parseRows(text, found.separator)
    .filter((row) => !isEmpty(row))
    .map((row) => ({ ...row, line: row.line + lineBefore }));
  const line = found.line + lineBefore;
  const headings = rows.find((row) => row.line === line)?.cells ?? [];
  const count = headings.filter((heading) => heading.trim() !== '').length;
  if (count > mostHeadings) {
    throw new ImportError(`it has ${count} columns; ${mostHeadings} are taken at most`);
  }
  return {
    headings,
    rows: rows.filter((row) => row.line > line),
    above: rows.filter((row) => row.line < line).map((row) => row.line),
  };
}

/** Files of spreadsheets begin as ZIP archives or as OLE containers do. */
function refuseWorkbook(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start === 'PK\u0003\u0004' || start === '\u00d0\u00cf\u0011\u00e0') {
    throw new ImportError(
      'this is a workbook, such as .xlsx or .ods: save the sheet as CSV (UTF-8) and import that',
    );
  }
}

interface FoundHeadings {
  readonly separator: string;
  readonly known: number;
  readonly line: number;
  /** Why the rows can't be read with this separator. */
  readonly failure: ImportError | null;
}

function findHeadings(
  text: string,
  separator: string,
  countHeadings: CountHeadings,
): FoundHeadings {
  const none: FoundHeadings = { separator, known: 0, line: 0, failure: null };
  try {
    return parseRows(text, separator, headingsWithin).reduce((best, { cells, line }) => {
      const known = countHeadings(cells);
      return known > best.known ? { separator, known, line, failure: null } : best;
    }, none);
  } catch (error) {
    if (error instanceof ImportError) return { ...none, failure: error };
    throw error;
  }
}

function noHeadings(text: string, tried: readonly string[]): ImportError {
  const [first] = tried
    .map((separator) => parseRows(text, separator, 1)[0]?.cells ?? [])
    .toSorted((a, b) => b.length - a.length);
  const cells = (first ?? []).filter((cell) => cell.trim() !== '').slice(0, 12);
  const has = cells.length === 0 ? 'it is empty' : `it begins with ${cells.map(quote).join(', ')}`;
  return new ImportError(
    `no column of it has names: ${has}; give each column a heading in the first line, and that of the names "name"`,
  );
}

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

function isEmpty({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/**
 * Rows with their lines. Where quotation marks are not as RFC 4180 has them, they are taken as they stand,
 * and rows of several lines are not whole.
 * @param first how many rows to read; all where it is left out
 */
function parseRows(text: string, separator: string, first?: number): readonly SheetRow[] {
  try {
    return parseWith(text, separator, true, first);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  try {
    return parseWith(text, separator, false, first);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportError('a quotation mark opens a cell that none closes: look for a single "');
  }
}

function parseWith(
  text: string,
  separator: string,
  isStrict: boolean,
  first = -1,
): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let line = 1;
  parse(text, {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: !isStrict,
    record_delimiter: '\n',
    to: first,
    on_record: (cells: readonly string[], { lines }) => {
      rows.push({ line, cells, isWhole: isStrict || lines === line });
      line = lines + 1;
      return null;
    },
  });
  return rows;
}
