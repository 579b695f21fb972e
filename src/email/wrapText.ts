import stringWidth from 'string-width';

/** Columns of a line of plain text in mail (RFC 3676, section 4.2, wants fewer than 78). */
export const columns = 72;

/**
 * Breaks a text into lines between words; wide letters (UAX 11) count as two columns. A word that is
 * longer than a line is broken between its letters, an address never.
 * @param first what stands before the first line; the others are indented as much
 */
export function wrapText(text: string, first = ''): string {
  const margin = widthOf(first);
  const indent = ' '.repeat(margin);
  const lines: string[] = [];
  let line = first;
  // Counted along: to measure the line again for each letter takes most of the time.
  let width = margin;
  let isEmpty = true;
  const end = (): void => {
    lines.push(line);
    line = indent;
    width = margin;
    isEmpty = true;
  };
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const wordWidth = widthOf(word);
    if (!isEmpty && width + 1 + wordWidth > columns) end();
    const isLong = width + wordWidth > columns && !word.includes('://');
    if (isLong) {
      for (const letter of lettersOf(word)) {
        const letterWidth = widthOf(letter);
        if (!isEmpty && width + letterWidth > columns) end();
        line += letter;
        width += letterWidth;
        isEmpty = false;
      }
    } else {
      line += isEmpty ? word : ` ${word}`;
      width += isEmpty ? wordWidth : 1 + wordWidth;
      isEmpty = false;
    }
  }
  if (!isEmpty || lines.length === 0) end();
  return lines.join('\n');
}

const plain = /^[ -~]*$/;

/** Columns of a text; what is plain has one a letter. */
function widthOf(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text);
}

function lettersOf(word: string): Iterable<string> {
  return plain.test(word) ? word : segmentsOf(word);
}

function* segmentsOf(word: string): Generator<string> {
  for (const { segment } of letters.segment(word)) yield segment;
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text with a line below it, as wide as its widest line. */
export function underline(text: string, mark: string): string {
  const lines = wrapText(text);
  const width = Math.max(...lines.split('\n').map((line) => stringWidth(line)));
  return `${lines}\n${mark.repeat(Math.min(columns, width))}`;
}
