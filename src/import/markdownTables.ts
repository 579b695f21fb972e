import type { PageDocument, PageElement } from './dom.ts';

/** Tables taken out of a document, and how to put them back into its Markdown. */
export interface TakenTables {
  readonly fill: (markdown: string) => string;
  /** Tables that are no grid of short cells, whose cells stay paragraphs. */
  readonly flattened: number;
}

/** The longest cell of a table of data, in letters: longer ones are columns of a page. */
const longestCell = 400;

/** Letters that no text has stand for a table while the text around it is made. */
const open = '\uf8f0';
const close = '\uf8f1';

/**
 * Takes the tables of data out of a document and makes them Markdown (GitHub Flavored Markdown, section 4.10).
 * @param toInline a cell's HTML → Markdown
 */
export function takeTables(
  document: PageDocument,
  toInline: (html: string) => string,
): TakenTables {
  const tables: string[] = [];
  let flattened = 0;
  for (const table of document.querySelectorAll('table')) {
    if (!isDataTable(table)) {
      flattened++;
      continue;
    }
    const caption = table.querySelector('caption')?.innerHTML ?? '';
    const title = toLine(toInline(caption));
    const rows = formatRows(table, toInline);
    table.innerHTML = `<tr><td>${open}${tables.length}${close}</td></tr>`;
    tables.push(title === '' ? rows : `${title}\n\n${rows}`);
  }
  const token = new RegExp(`^(.*?)${open}(\\d+)${close}`, 'gm');
  const fill = (markdown: string): string =>
    markdown.replace(token, (_, before: string, index: string) => {
      // In a list or a quote each line has what the first has before it.
      const prefix = before.replace(/[^>\s]/g, ' ');
      return before + (tables[Number(index)] ?? '').split('\n').join(`\n${prefix}`);
    });
  return { fill, flattened };
}

/** Whether a table is a grid of short cells; pages of old put their columns into tables too. */
export function isDataTable(table: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return false;
  if (table.querySelector('table, h1, h2, h3, h4, h5, h6, pre') !== null) return false;
  const rows = [...table.querySelectorAll('tr')];
  const cells = [...table.querySelectorAll('td, th')];
  if (cells.some((cell) => (cell.textContent ?? '').trim().length > longestCell)) return false;
  return rows.length > 1 && rows.some((row) => cellsOf(row).length > 1);
}

/** The text of a table in one line. */
export function textOfTable(table: PageElement): string {
  return [...table.querySelectorAll('caption, td, th')]
    .map((cell) => toLine(cell.textContent ?? ''))
    .filter((text) => text !== '')
    .join(' | ');
}

interface Cell {
  readonly text: string;
  readonly isHead: boolean;
  readonly align: string;
}

function formatRows(table: PageElement, toInline: (html: string) => string): string {
  const rows = layRows([...table.querySelectorAll('tr')], toInline).filter((row) => row.length > 0);
  const width = Math.max(...rows.map((row) => row.length));
  const [first = [], ...others] = rows;
  const hasHead = table.querySelector('thead tr') !== null || first.every(({ isHead }) => isHead);
  const columns = Array.from({ length: width }, (_, index) => index);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const format = (row: readonly Cell[]): string =>
    line(columns.map((index) => row[index]?.text ?? ''));
  const rules = columns.map((index) => ruleOf(rows, index));
  return [
    hasHead ? format(first) : format([]),
    line(rules),
    ...(hasHead ? others : rows).map(format),
  ].join('\n');
}

/** Rows in which every cell stands in its column: merged cells are followed by empty ones. */
function layRows(
  rows: readonly PageElement[],
  toInline: (html: string) => string,
): readonly (readonly Cell[])[] {
  /** Down to which row a column is covered by a cell of a row above. */
  let covered: number[] = [];
  let group: PageElement | null = null;
  return rows.map((row, index) => {
    // No cell reaches beyond its part of the table (HTML, section 4.9.12).
    if (row.parentElement !== group) covered = [];
    group = row.parentElement;
    const laid: Cell[] = [];
    const isCovered = (): boolean => (covered[laid.length] ?? -1) >= index;
    for (const cell of cellsOf(row)) {
      while (isCovered()) laid.push(empty);
      const below = cell.getAttribute('rowspan') === '0' ? Infinity : spanOf(cell, 'rowspan') - 1;
      const wide = spanOf(cell, 'colspan');
      const before = laid.length;
      do {
        covered[laid.length] = Math.max(index + below, covered[laid.length] ?? -1);
        laid.push(laid.length === before ? toCell(cell, toInline) : empty);
      } while (laid.length < before + wide);
    }
    const last = covered.findLastIndex((to) => to > index - 1);
    while (laid.length <= last) laid.push(empty);
    return laid;
  });
}

const empty: Cell = { text: '', isHead: true, align: '' };
const widest = 100;

function spanOf(cell: PageElement, name: string): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, widest) : 1;
}

function toCell(cell: PageElement, toInline: (html: string) => string): Cell {
  const style = /text-align\s*:\s*(\w+)/i.exec(cell.getAttribute('style') ?? '')?.[1];
  return {
    text: toLine(toInline(cell.innerHTML)).replace(/(?<!\\)\|/g, '\\|'),
    isHead: cell.localName === 'th',
    align: (cell.getAttribute('align') ?? style ?? '').toLowerCase(),
  };
}

/** `---`, or where most cells of a column are set to a side, `--:` and the like. */
function ruleOf(rows: readonly (readonly Cell[])[], column: number): string {
  const sides = rows.flatMap((row) => row[column]?.align ?? []);
  const isMost = (side: string): boolean =>
    sides.filter((each) => each === side).length * 2 > sides.length;
  if (isMost('right')) return '--:';
  return isMost('center') ? ':-:' : '---';
}

function cellsOf(row: PageElement): readonly PageElement[] {
  return [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
