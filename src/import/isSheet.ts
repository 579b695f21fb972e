/** How many rows are looked at. */
const mostRows = 100;
/** The share of rows that have as many separators as the first. */
const alike = 0.8;
/** Letters in a cell, on average: sentences have more between two commas without a blank. */
const longestCell = 60;

/** A comma with a blank after it is one of a sentence, and one before three digits one of a number. */
const separators = [/\t/g, /;(?!\s)/g, /,(?!\s)(?!(?<=\d,)\d{3}(?!\d))/g];

/**
 * Whether a text is a table of cells, as spreadsheets write it: its rows have as many separators as the first.
 * @param isWhole whether the text has not been cut in its last row
 */
export function isSheet(text: string, isWhole: boolean): boolean {
  const rows = splitRows(text);
  if (!isWhole) rows.pop();
  return rows.length > 1 && separators.some((separator) => isTable(rows, separator));
}

function isTable(rows: readonly string[], separator: RegExp): boolean {
  const counts = rows.map((row) => row.match(separator)?.length ?? 0);
  const [first = 0] = counts;
  if (counts.includes(0)) return false;
  const cells = counts.reduce((sum, count) => sum + count + 1, 0);
  const letters = rows.reduce((sum, row) => sum + row.length, 0);
  const same = counts.filter((count) => count === first).length;
  return same >= counts.length * alike && letters / cells <= longestCell;
}

/** The rows without what stands in quotes, which may have line breaks. Empty rows are passed over. */
function splitRows(text: string): string[] {
  const rows: string[] = [];
  let row = '';
  for (const [index, part] of text.split('"').entries()) {
    if (index % 2 === 1) continue;
    const [same = '', ...next] = part.split(/\r\n|\n|\r/);
    row += same;
    for (const line of next) {
      if (row.trim() !== '') rows.push(row);
      row = line;
    }
    if (rows.length > mostRows) return rows.slice(0, mostRows);
  }
  if (row.trim() !== '') rows.push(row);
  return rows;
}
