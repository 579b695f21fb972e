import { parseSitePath, type SitePath } from '../urls/paths.ts';

/** An address that was published once. */
export interface LedgerEntry {
  readonly path: SitePath;
  /** The id of the feed entry that leads to it; null where there is none. */
  readonly entryId: string | null;
  /** From 1. */
  readonly line: number;
}

/**
 * Everything published so far: `ledger.tsv`. A line for each address, `path` or `path TAB entry id`, paths
 * below the base path and unescaped; lines that begin with `#` are comments. Any order, and lines may come
 * twice, so that the lines of two branches can simply be put together. It has a line for every page, so
 * lines are parsed by who needs them.
 */
export interface Ledger {
  readonly file: string;
  readonly text: string;
}

/** Gives each line that is no comment: where it begins and ends in the text, and its number from 1. */
export function forEachLine(
  { text }: Ledger,
  take: (start: number, end: number, line: number) => void,
): void {
  let line = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    line += 1;
    if (end > start && text.charCodeAt(start) !== hash) take(start, end, line);
    start = end + 1;
  }
}

const hash = 0x23;

/** Whether an address stands in a ledger, with the id of an entry or without. */
export function hasLine({ text }: Ledger, path: SitePath): boolean {
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    const isStart = at === 0 || text[at - 1] === '\n';
    if (isStart && /^(?:$|[\t\r\n])/.test(text.slice(at + path.length, at + path.length + 1)))
      return true;
  }
  return false;
}

/** Null where the line is none of a ledger. */
export function parseLedgerLine(text: string, line: number): LedgerEntry | null {
  const [path = '', entryId, ...more] = text.split('\t');
  if (more.length > 0 || entryId === '' || !isPath(path)) return null;
  return { path, entryId: entryId ?? null, line };
}

function isPath(text: string): text is SitePath {
  return parseSitePath(text.replaceAll('%', '%25').replaceAll(' ', '%20')) === text;
}

/** All lines that are good. */
export function listEntries(ledger: Ledger): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  forEachLine(ledger, (start, end, line) => {
    const entry = parseLedgerLine(ledger.text.slice(start, end), line);
    if (entry !== null) entries.push(entry);
  });
  return entries;
}
