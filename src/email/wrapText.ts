import stringWidth from 'string-width';

/** Columns of a line of plain text in mail (RFC 3676, section 4.2, wants fewer than 78). */
export const columns = 72;

/**
 * Breaks a text into lines between words; wide letters (UAX 11) count as two columns. A word that is
 * longer than a line is broken between its letters, an address never.
 * @param first what stands before the first line; the others are indented as much
 */
export function wrapText(text: string, first = ''): string {
  const indent = ' '.repeat(stringWidth(first));
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  const end = (): void => {
    lines.push(line);
    line = indent;
    isEmpty = true;
  };
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (!isEmpty && stringWidth(line) + 1 + stringWidth(word) > columns) end();
    const isLong = stringWidth(line) + stringWidth(word) > columns && !word.includes('://');
    if (isLong) {
      for (const { segment } of letters.segment(word)) {
        if (!isEmpty && stringWidth(line + segment) > columns) end();
        line += segment;
        isEmpty = false;
      }
    } else {
      line += isEmpty ? word : ` ${word}`;
      isEmpty = false;
    }
  }
  if (!isEmpty || lines.length === 0) end();
  return lines.join('\n');
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text with a line below it, as wide as its widest line. */
export function underline(text: string, mark: string): string {
  const lines = wrapText(text);
  const width = Math.max(...lines.split('\n').map((line) => stringWidth(line)));
  return `${lines}\n${mark.repeat(Math.min(columns, width))}`;
}
