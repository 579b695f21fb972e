import type { PageDocument, PageElement } from '../dom.ts';
import type { DayContext } from '../findDays.ts';
import { isFurniture } from '../furniture.ts';
import { isSentence, longestHeader } from '../headerLines.ts';
import { readLine } from '../readHeaderLine.ts';
import { parseOpening } from '../parseOpening.ts';
import { linesOf, longestLine, piecesOf, type Piece } from './headerPieces.ts';
import { beginsByline, readByline } from './readByline.ts';

/** The lines around a headline, in the order of the page. */
export interface LinesAround {
  readonly above: readonly Piece[];
  readonly below: readonly Piece[];
}

/** How many lines above a headline may have its date. */
const linesAbove = 4;

/**
 * Lines above a headline count within its own part of the page alone: the head of a site has the day of today.
 * @param headline null: the lines are those that the page begins with
 */
export function linesAround(document: PageDocument, headline: PageElement | null): LinesAround {
  if (headline === null) return { above: [], below: firstLines(document) };
  const own =
    headline.closest('article, main, [role="main"], section, header') ?? headline.parentElement;
  const above: Piece[] = [];
  for (const piece of own === null || own.localName === 'body' ? [] : piecesOf(own, headline)) {
    if (piece.isHeadline) break;
    above.push(piece);
    if (above.length > linesAbove) above.shift();
  }
  const all = piecesOf(document.body, headline);
  for (const piece of all) if (piece.isHeadline) return { above, below: take(all) };
  return { above: [], below: firstLines(document) };
}

function firstLines(document: PageDocument): readonly Piece[] {
  const main = document.querySelector('article, main, [role="main"]');
  return take(piecesOf(main ?? document.body, null));
}

/** As many lines as stand between headline and text at most. */
function take(pieces: Generator<Piece>): readonly Piece[] {
  const taken: Piece[] = [];
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
    taken.push(next.value);
    if (taken.length >= longestHeader) break;
  }
  return taken;
}

/** How many lines stand before the text: up to the last that tells who or when. A standfirst may stand among them. */
export function zoneEnd(lines: readonly Piece[], context: DayContext): number {
  let end = 0;
  let texts = 0;
  for (const [index, piece] of lines.entries()) {
    if (isTold(piece, context)) end = index + 1;
    else if (parseOpening(piece.text, context) !== null) break;
    else if (isText(piece)) texts++;
    if (texts > 1) break;
  }
  // What a page has beside by-line and date: how long it takes to read, where to share it.
  while (end > 0 && end < lines.length && isFurniture(lines[end]?.text ?? '')) end++;
  return end;
}

/** The least letters of a paragraph of text. */
const shortestText = 50;

export function isText({ text }: Piece): boolean {
  return text.length > longestLine || (isSentence(text) && text.length > shortestText);
}

function isTold(piece: Piece, context: DayContext): boolean {
  if (piece.text.length > longestLine) return false;
  if (piece.mark !== null) return true;
  return linesOf(piece).some((line) => {
    if (beginsByline(line) && readByline(line) !== null) return true;
    const { authors, published, updated, sources } = readLine(line, context);
    return (published ?? updated) !== null || authors.length + sources.length > 0;
  });
}
