import stringWidth from 'string-width';
import { segmentsOf } from '../words/segments.ts';

/** Columns of a line of plain text in mail (RFC 3676, section 4.2, wants fewer than 78). */
export const columns = 72;

/**
 * Breaks a text into lines between words; wide letters (UAX 11) count as two columns. A word that is
 * longer than a line is broken between its letters, an address never.
 * @param first what stands before the first line; the others are indented as much
 */
export function wrapText(text: string, first = ''): string {
  const indentWidth = widthOf(first);
  const lines: string[] = [];
  // The width is counted along: to measure the line again for each letter takes most of the time.
  const state = { line: first, width: indentWidth, isEmpty: true };
  const end = (): void => {
    lines.push(state.line);
    Object.assign(state, { line: ' '.repeat(indentWidth), width: indentWidth, isEmpty: true });
  };
  const add = (part: string, width: number): void => {
    state.line += part;
    state.width += width;
    state.isEmpty = false;
  };
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const width = widthOf(word);
    if (!state.isEmpty && state.width + 1 + width > columns) end();
    if (state.width + width > columns && !word.includes('://')) {
      for (const { segment } of segmentsOf(word, letters)) {
        const letterWidth = widthOf(segment);
        if (!state.isEmpty && state.width + letterWidth > columns) end();
        add(segment, letterWidth);
      }
    } else add(state.isEmpty ? word : ` ${word}`, state.isEmpty ? width : width + 1);
  }
  if (!state.isEmpty || lines.length === 0) end();
  return lines.join('\n');
}

const plain = /^[ -~]*$/;

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Columns of a text; what is plain has one a letter. */
function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  if (text.length <= columns) return stringWidth(text);
  let width = 0;
  for (const { segment } of segmentsOf(text, letters)) width += stringWidth(segment);
  return width;
}

/** A text with a line below it, as wide as its widest line. */
export function underline(text: string, mark: string): string {
  const lines = wrapText(text);
  const width = Math.max(...lines.split('\n').map(widthOf));
  return `${lines}\n${mark.repeat(Math.min(columns, width))}`;
}
