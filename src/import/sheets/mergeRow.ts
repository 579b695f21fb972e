import { foldName } from '../../names/fold.ts';
import type { Data, DataValue } from '../../parse/cleanData.ts';
import type { SiteAddress } from '../../urls/address.ts';
import { nameFields } from './sheetFields.ts';
import type { SheetEntry } from './sheetRows.ts';
import { itemsOf, textOf, textsOf, type SheetTerm } from './sheetTerms.ts';

/** A value that stays as it is, though a row says another. */
export interface Difference {
  readonly term: SheetTerm;
  readonly line: number;
  readonly field: string;
  readonly is: string;
  readonly says: string;
}

/** Fields that name other entries; they are resolved when all rows are known. */
export const referenceFields = ['broader', 'related', 'mergedInto'];

/**
 * Adds what a row says to an entry: names and items that it has not, fields that are empty. Nothing is
 * overwritten; what differs is given back.
 * @param data fields of the row, with names of other entries as ids
 */
export function mergeRow(
  term: SheetTerm,
  { id, name, line }: SheetEntry,
  data: Data,
  site: SiteAddress,
): readonly Difference[] {
  const differences: Difference[] = [];
  if (id !== null && !term.names.has(foldName(id))) {
    differences.push({ term, line, field: 'id', is: term.id, says: id });
  }
  const aliases = [name, ...textsOf(data, 'aliases')];
  for (const field of nameFields) {
    const names = field === 'aliases' ? aliases : textsOf(data, field);
    addItems(term, field, names, (each) => !term.names.has(foldName(textOf(each))));
    for (const each of names) term.names.add(foldName(each));
  }
  for (const [field, value] of Object.entries(data)) {
    if (nameFields.some((each) => each === field)) continue;
    if (Array.isArray(value)) {
      const known = keysOf(term, field);
      addItems(term, field, value as readonly DataValue[], (item) => {
        // An export of this site names the entry's own page.
        const isOwnPage =
          field === 'sameAs' && textOf(item).startsWith(`${site.origin}${site.base}/`);
        const isNew = !known.has(itemKey(item)) && !isOwnPage;
        known.add(itemKey(item));
        return isNew;
      });
    } else if (field === 'extra') addExtra(term, value as Data, line, differences);
    else addValue(term, field, value, line, differences);
  }
  return differences;
}

function addItems(
  term: SheetTerm,
  field: string,
  items: readonly DataValue[],
  isNew: (item: DataValue) => boolean,
): void {
  for (const item of items.filter(isNew)) {
    listOf(term, 'data', field).push(item);
    listOf(term, 'added', field).push(item);
  }
}

/** A list of an entry, to be added to: not copied for each row. */
function listOf(term: SheetTerm, where: 'data' | 'added', field: string): DataValue[] {
  const key = `${where} ${field}`;
  let list = term.lists.get(key);
  if (list === undefined) {
    list = [...itemsOf(term[where], field)];
    term.lists.set(key, list);
    term[where][field] = list;
  }
  return list;
}

/** What an entry has in a list, to be compared. */
function keysOf(term: SheetTerm, field: string): Set<string> {
  let keys = term.keys.get(field);
  if (keys === undefined) {
    keys = new Set(itemsOf(term.data, field).map(itemKey));
    term.keys.set(field, keys);
  }
  return keys;
}

/** Records are the same where all their parts are, in whatever order and case; years may be numbers. */
function itemKey(item: DataValue): string {
  if (typeof item !== 'object' || item === null) return textOf(item);
  const parts = Object.entries(item as Data).map(([key, value]) => [key, foldName(textOf(value))]);
  return JSON.stringify(parts.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

function addValue(
  term: SheetTerm,
  field: string,
  value: DataValue,
  line: number,
  differences: Difference[],
): void {
  const is = term.data[field];
  if (is === undefined || is === null) {
    term.data[field] = value;
    term.added[field] = value;
  } else if (comparable(is) !== comparable(value)) {
    differences.push({ term, line, field, is: textOf(is), says: textOf(value) });
  }
}

function addExtra(term: SheetTerm, extra: Data, line: number, differences: Difference[]): void {
  const known = mappingOf(term.data['extra']);
  const added: Record<string, DataValue> = {};
  for (const [key, value] of Object.entries(extra)) {
    const own = Object.hasOwn(known, key) ? known[key] : undefined;
    if (own === undefined || own === null) added[key] = value;
    else if (comparable(own) !== comparable(value)) {
      const field = `extra.${key}`;
      differences.push({ term, line, field, is: textOf(own), says: textOf(value) });
    }
  }
  if (Object.keys(added).length === 0) return;
  term.data['extra'] = { ...known, ...added };
  term.added['extra'] = { ...mappingOf(term.added['extra']), ...added };
}

function mappingOf(value: DataValue | undefined): Data {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMapping ? (value as Data) : {};
}

/** Runs of space count as one, as the schema has it. */
function comparable(value: DataValue): string {
  return textOf(value).replace(/\s+/g, ' ').trim();
}
