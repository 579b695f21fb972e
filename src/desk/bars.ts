import stringWidth from 'string-width';

/** Eighths of a block, from none to seven. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

export interface BarRow {
  readonly label: string;
  readonly count: number;
}

/**
 * Formats rows as a chart of bars: label, count, bar. The longest bar fills what the labels leave of the
 * width, in columns; a count of nought has none.
 */
export function formatBars(rows: readonly BarRow[], width: number): string {
  const labelWidth = Math.max(0, ...rows.map(({ label }) => stringWidth(label)));
  const countWidth = Math.max(0, ...rows.map(({ count }) => String(count).length));
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const room = Math.max(8, width - labelWidth - countWidth - 4);
  return rows
    .map(({ label, count }) => {
      const pad = ' '.repeat(labelWidth - stringWidth(label));
      const steps = Math.max(count > 0 ? 1 : 0, Math.round((count / most) * room * 8));
      const bar = '█'.repeat(Math.floor(steps / 8)) + (eighths[steps % 8] ?? '');
      return `  ${label}${pad} ${String(count).padStart(countWidth)} ${bar}`.trimEnd();
    })
    .join('\n');
}

/** Formats rows of cells as a table; the last column is not padded. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell));
    }
  }
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - stringWidth(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
