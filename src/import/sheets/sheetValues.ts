import { unquoteFormula } from '../../export/formatCsv.ts';
import { actorTypes } from '../../parse/actor.ts';
import { findCountry } from '../../parse/country.ts';

/** A value as front matter has it. */
export type SheetValue =
  string | boolean | readonly string[] | readonly Readonly<Record<string, string>>[];

/** How the cells of a sheet are read. */
export interface CellOptions {
  /** The site's, BCP 47. */
  readonly language: string;
  /** Whether a comma parts the names of a list. */
  readonly isCommaList: boolean;
}

/** What people write for the types of actors, folded to small letters. */
const typeWords: Readonly<Record<string, (typeof actorTypes)[number]>> = {
  organization: 'organisation',
  organisations: 'organisation',
  organizations: 'organisation',
  org: 'organisation',
  company: 'organisation',
  individual: 'person',
  persons: 'person',
  people: 'person',
  country: 'state',
  states: 'state',
  groups: 'group',
};

/**
 * A cell as text: an empty one, one of dashes alone and `n/a` are empty. What a spreadsheet would run stays
 * text.
 */
export function cleanCell(cell: string): string {
  const text = unquoteFormula(cell).trim();
  return /^(?:[-–—.?_\s]*|n\/a)$/i.test(text) ? '' : text;
}

/** Whether a spreadsheet wrote that it could not compute a cell: `#REF!`, `#N/A`, `#NAME?`. */
export function isSpreadsheetError(text: string): boolean {
  return /^#(?:N\/A|NV|[\p{Lu}/0]+[!?])$/u.test(text);
}

/**
 * Reads a cell that is not empty. What surely means a valid value is that value (`North Korea` is `KP`);
 * anything else stays as it is, for the schema to judge.
 */
export function readCell(field: string, text: string, options: CellOptions): SheetValue {
  switch (field) {
    case 'type':
      return readType(text);
    case 'country':
      return findCountry(text, options.language) ?? text;
    case 'wikidata':
      return readWikidata(text);
    case 'public':
      return readBoolean(text) ?? text;
    case 'sameAs':
      return splitUrls(text);
    case 'aliases':
    case 'weakAliases':
    case 'formerNames':
      return splitNames(text, options.isCommaList);
    case 'redirectFrom':
      return text.split(/[\s;|]+/).filter((each) => each !== '');
    case 'roles':
      return splitRecords(text, ['role', 'of', 'from', 'to']);
    case 'related':
      return splitRecords(text, ['actor', 'type']);
    default:
      return text.replace(/\s+/g, ' ');
  }
}

function readType(text: string): string {
  const word = text.toLowerCase();
  return actorTypes.find((type) => type === word) ?? typeWords[word] ?? text;
}

/** An id, or the address of its page. */
function readWikidata(text: string): string {
  const id = /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/|wd:)?(Q\d+)\/?$/i.exec(
    text,
  );
  return id?.[1]?.toUpperCase() ?? text;
}

function readBoolean(text: string): boolean | null {
  if (/^(?:true|yes|1)$/i.test(text)) return true;
  return /^(?:false|no|0)$/i.test(text) ? false : null;
}

/** Names are parted by semicolons, bars and lines. */
const nameSeparators = /[;|\n]/;

function splitNames(text: string, isCommaList: boolean): readonly string[] {
  return text
    .split(isCommaList ? ',' : nameSeparators)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
}

/** What stands behind a comma within a single name: `Korea, Republic of`, `Acme, Inc.`. */
const nameEnd =
  /\b(?:of|the)$|^(?:inc|ltd|llc|llp|co|corp|plc|gmbh|ag|kg|s\.?a|n\.?v|b\.?v|d\.?c|jr|sr|i{1,3})\.?$/i;

/**
 * Whether commas part the names of a column: where nothing else does in any cell, and no cell has a comma that
 * is a part of a name.
 */
export function isCommaList(cells: readonly string[]): boolean {
  const hasOther = cells.some((cell) => nameSeparators.test(cell.trim()));
  const parts = cells.flatMap((cell) => cell.split(',').slice(1));
  return !hasOther && parts.length > 0 && !parts.some((part) => nameEnd.test(part.trim()));
}

/** Addresses hold semicolons and bars: what parts them is what stands before the next one. */
function splitUrls(text: string): readonly string[] {
  return text
    .split(/\s*[;|,]\s*(?=https?:\/\/)|\s+/i)
    .map((url) => url.replace(/[;|,]$/, ''))
    .filter((url) => url !== '');
}

/** `President | North Korea | 2011; Marshal`: semicolons and lines part records, bars their parts. */
function splitRecords(
  text: string,
  keys: readonly string[],
): readonly Readonly<Record<string, string>>[] {
  return text
    .split(/[;\n]/)
    .filter((record) => record.trim() !== '')
    .map((record) => {
      const parts = record.split('|').map((part) => part.trim());
      // A part too many is not dropped: the schema refuses the key.
      const entries = parts.map((part, index) => [keys[index] ?? `part ${index + 1}`, part]);
      return Object.fromEntries(entries.filter(([, part]) => part !== '')) as Record<
        string,
        string
      >;
    });
}
