import { createRequire } from 'node:module';
import type * as LineBreak from 'css-line-break';

/** The width of a text in pixels, of one font and size. */
export type Measure = (text: string) => number;

export interface FittedText {
  /** Of the font, in pixels. */
  readonly size: number;
  readonly lines: readonly string[];
}

/** A size of letters, and how many lines of it there is room for. */
export interface TextSize {
  readonly size: number;
  readonly lines: number;
}

const ellipsis = '…';
const words = new Intl.Segmenter('und', { granularity: 'word' });
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Wraps a text in the first of the sizes in which all of it has room; in the last, what is too much is
 * cut off with an ellipsis. Lines break as Unicode says (UAX 14).
 */
export function fitText(
  text: string,
  width: number,
  sizes: readonly TextSize[],
  measureIn: (size: number) => Measure,
): FittedText {
  const pieces = breakText(text);
  for (const { size, lines: room } of sizes) {
    const lines = wrap(pieces, width, measureIn(size));
    if (lines !== null && lines.length <= room) return { size, lines: lines.map(join) };
  }
  const { size, lines: room } = sizes.at(-1) ?? { size: 1, lines: 1 };
  const measure = measureIn(size);
  const small = pieces.flatMap((piece) =>
    measure(piece.trimEnd()) <= width ? piece : split(piece, words),
  );
  return { size, lines: wrapAndCut(small, width, room, measure) };
}

/** Words of letters and signs between which, but for the spaces, no line ends (UAX 14, LB13 to LB29). */
const word = String.raw`[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+`;
const plainWord = `${word}(?:['’.,:]${word})*[.,:;!?]?`;
const plainText = new RegExp(`^${plainWord}(?: ${plainWord})*$`);
const require = createRequire(import.meta.url);

/** The pieces of a text between which a line may end, each with the space behind it. */
export function breakText(text: string): readonly string[] {
  if (plainText.test(text)) return text.split(/(?<= )/);
  // Its tables take as long to load as a picture or two to draw, and few headlines need them.
  const { LineBreaker } = require('css-line-break') as typeof LineBreak;
  const pieces: string[] = [];
  const breaker = LineBreaker(text, { lineBreak: 'strict', wordBreak: 'normal' });
  for (let next = breaker.next(); !next.done; next = breaker.next())
    pieces.push(next.value.slice());
  return pieces;
}

/** Lines of pieces; null where one piece is longer than a line. */
function wrap(
  pieces: readonly string[],
  width: number,
  measure: Measure,
): readonly (readonly string[])[] | null {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const piece of pieces) {
    if (line.length > 0 && measure(join([...line, piece])) > width) {
      lines.push(line);
      line = [];
    }
    if (line.length === 0 && measure(piece.trimEnd()) > width) return null;
    line.push(piece);
  }
  return [...lines, line];
}

/** At most so many lines; a piece that is longer than one ends the text. */
function wrapAndCut(
  pieces: readonly string[],
  width: number,
  room: number,
  measure: Measure,
): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < pieces.length && lines.length < room) {
    let end = at + 1;
    while (end < pieces.length && measure(join(pieces.slice(at, end + 1))) <= width) end += 1;
    const line = join(pieces.slice(at, end));
    const isLast = lines.length === room - 1 && end < pieces.length;
    if (isLast || measure(line) > width) {
      lines.push(cut(pieces.slice(at, end), width, measure));
      return lines;
    }
    lines.push(line);
    at = end;
  }
  return lines;
}

/** More than a line of a picture has room for. */
const mostLetters = 400;

/** As many of the pieces as have room with an ellipsis; of the first, as many letters. */
function cut(pieces: readonly string[], width: number, measure: Measure): string {
  for (let count = pieces.length; count > 0; count--) {
    const line = join(pieces.slice(0, count)) + ellipsis;
    if (measure(line) <= width) return line;
  }
  const parts = split((pieces[0] ?? '').slice(0, mostLetters), letters);
  for (let count = parts.length - 1; count > 0; count--) {
    const line = join(parts.slice(0, count)) + ellipsis;
    if (measure(line) <= width) return line;
  }
  return ellipsis;
}

function split(text: string, by: Intl.Segmenter): readonly string[] {
  return Array.from(by.segment(text), ({ segment }) => segment);
}

function join(pieces: readonly string[]): string {
  return pieces.join('').trimEnd();
}
