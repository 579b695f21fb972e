import type { DiagnosticCode } from '../../diagnostics/codes.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../diagnostics/locate.ts';
import { foldName } from '../../names/fold.ts';
import { cleanData, type Data, type DataValue } from '../../parse/cleanData.ts';
import { validateData } from '../../parse/validate.ts';
import { parseSlug, toSlug, type Slug } from '../../urls/slug.ts';
import type { Sheet, SheetRow } from './readSheet.ts';
import type { Column } from './sheetColumns.ts';
import { textsOf, without } from './sheetTerms.ts';
import { listFields, nameFields, sheetSchemas, type SheetKind } from './sheetFields.ts';
import { cleanCell, isCommaList, isSpreadsheetError, readCell } from './sheetValues.ts';

/** What a row says of an entry, each value valid. */
export interface SheetEntry {
  readonly line: number;
  /** Null where the sheet gives none. */
  readonly id: Slug | null;
  readonly name: string;
  /** The other fields of its front matter, as the schema gives them; none that the row leaves empty. */
  readonly data: Data;
}

export interface SheetEntries {
  readonly entries: readonly SheetEntry[];
  /** The rows that can't be taken, and why. */
  readonly problems: readonly Diagnostic[];
  /** How cells were read where that is not plain: `type: "Company" → organisation`; a line for each field. */
  readonly readings: readonly string[];
}

export interface SheetOptions {
  readonly kind: SheetKind;
  /** The path of the sheet, as the user typed it. */
  readonly file: string;
  /** The site's, BCP 47. */
  readonly language: string;
  /** The type of new actors whose row says none. */
  readonly type: string | null;
}

/** Reads the rows of a sheet. A row with a value that is not valid is told and left out whole. */
export function readEntries(
  sheet: Sheet,
  columns: readonly Column[],
  options: SheetOptions,
): SheetEntries {
  const problems: Diagnostic[] = [];
  const readings = new Map<string, Map<string, string>>();
  const cells = prepareColumns(sheet, columns);
  const entries = sheet.rows.flatMap((row) => {
    if (row.cells.every((cell) => cleanCell(cell) === '')) return [];
    const own: Diagnostic[] = [];
    const tell: Tell = (code, message, hint) =>
      own.push(problemAt(options.file, row.line, code, message, hint));
    checkShape(row, columns, tell);
    const read = own.length > 0 ? null : readRow(row, cells, options, readings, tell);
    const data = cleanData(read ?? {}, options.file, ({ code, message, hint }) =>
      tell(code, message, hint),
    );
    const entry = read === null || data === null ? null : toEntry(row.line, data, options, tell);
    problems.push(...own);
    return entry === null || own.length > 0 ? [] : [entry];
  });
  const lists = cells
    .filter((column) => column.isCommaList)
    .map(({ heading }) => `column "${heading}" as lists with commas`);
  return { entries, problems, readings: [...lists, ...Array.from(readings, formatReadings)] };
}

function isSameWord(value: string, text: string): boolean {
  return value.toLowerCase() === text.toLowerCase();
}

function formatReadings([field, values]: readonly [string, ReadonlyMap<string, string>]): string {
  const parts = Array.from(values, ([text, value]) => `"${text}" → ${value}`);
  return `${field}: ${parts.join(', ')}`;
}

/** Tells what is wrong with a row, and the cure. */
export type Tell = (code: DiagnosticCode, message: string, hint: string | null) => void;

/** A problem of a row of a sheet. */
export function problemAt(
  file: string,
  line: number,
  code: DiagnosticCode,
  message: string,
  hint: string | null,
): Diagnostic {
  return { code, severity: 'error', file, line, column: 1, message, hint, excerpt: null };
}

interface UsedColumn {
  readonly index: number;
  readonly heading: string;
  readonly field: string;
  readonly isCommaList: boolean;
}

function prepareColumns({ rows }: Sheet, columns: readonly Column[]): readonly UsedColumn[] {
  const fields = columns.map(({ field }) => field);
  return columns.flatMap(({ heading, field }, index) => {
    if (field === null) return [];
    const isOnly = fields.indexOf(field) === index && fields.lastIndexOf(field) === index;
    const isNames = nameFields.some((each) => each === field);
    const cells = isNames && isOnly ? rows.map((row) => row.cells[index] ?? '') : [];
    return [{ index, heading, field, isCommaList: isCommaList(cells) }];
  });
}

function checkShape({ cells, isWhole }: SheetRow, columns: readonly Column[], tell: Tell): void {
  if (!isWhole) {
    tell(
      'bad-value',
      'the quotation marks of this row leave open where it ends',
      'double each quotation mark within a cell in quotation marks',
    );
  }
  const more = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (more) {
    tell(
      'bad-value',
      `this row has ${cells.length} cells, and there are ${columns.length} headings`,
      'put a cell that holds the separator into quotation marks',
    );
  }
}

/** The values of a row by field, as they are written. */
function readRow(
  { cells }: SheetRow,
  columns: readonly UsedColumn[],
  { language }: SheetOptions,
  readings: Map<string, Map<string, string>>,
  tell: Tell,
): Readonly<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  const extra: Record<string, unknown> = {};
  const lists = new Map<string, readonly unknown[]>();
  for (const { index, heading, field, isCommaList: isList } of columns) {
    const text = cleanCell(cells[index] ?? '');
    if (text === '') continue;
    if (isSpreadsheetError(text)) {
      tell(
        'bad-value',
        `column "${heading}" has ${text}, an error of the spreadsheet`,
        'mend its formula, or empty the cell',
      );
      continue;
    }
    const value = readCell(field, text, { language, isCommaList: isList });
    if (field.startsWith('extra.')) extra[field.slice('extra.'.length)] = value;
    else if (typeof value === 'object') lists.set(field, [...(lists.get(field) ?? []), ...value]);
    else data[field] = value;
    if (typeof value === 'string' && /^(?:type|country)$/.test(field) && !isSameWord(value, text)) {
      readings.set(field, (readings.get(field) ?? new Map<string, string>()).set(text, value));
    }
  }
  const all = { ...data, ...Object.fromEntries(lists) };
  return Object.keys(extra).length === 0 ? all : { ...all, extra };
}

function toEntry(
  line: number,
  { id = null, ...written }: Data,
  { kind, file }: SheetOptions,
  tell: Tell,
): SheetEntry | null {
  const report: Report = ({ code, message, hint }) => tell(code, message, hint);
  const valid = validateData(sheetSchemas[kind].partial(), written, file, report);
  const slug = typeof id === 'string' ? parseSlug(id) : null;
  if (typeof id === 'string' && slug === null) {
    const better = toSlug(id);
    tell('bad-id', `"${id}" is no id`, better === null ? null : `write "${better}"`);
  }
  if (valid === null) return null;
  if (valid.name === undefined) {
    tell('missing-key', 'this row has no name', 'give it one');
    return null;
  }
  const { name } = valid;
  const data = without(cleanData(valid, file, report) ?? {}, ['name']);
  for (const each of [name, ...namesOf(data)]) {
    if (foldName(each) === '')
      tell('bad-value', `"${each}" has no letter or digit`, 'write a name');
  }
  return { line, id: slug, name, data: withoutRepeated(data, name) };
}

/** The names besides the first one. */
function namesOf(data: Data): readonly string[] {
  return nameFields.flatMap((field) => textsOf(data, field));
}

/** Each name and address once; a name that differs in case or accents alone is the same. */
function withoutRepeated(data: Data, name: string): Data {
  const seen = new Set([foldName(name)]);
  const kept = Object.entries(data).map(([field, value]): [string, DataValue] => {
    if (!listFields.includes(field)) return [field, value];
    const isName = nameFields.some((each) => each === field);
    const items = textsOf(data, field).filter((item) => {
      const key = isName ? foldName(item) : item;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
    return [field, items];
  });
  return Object.fromEntries(
    kept.filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}
