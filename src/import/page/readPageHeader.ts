import type { PageDocument, PageElement } from '../dom.ts';
import type { DayContext } from '../findDays.ts';
import { isSentence, parsePublished } from '../headerLines.ts';
import type { Marked } from '../marked.ts';
import { nameBesideDate } from '../readHeaderLine.ts';
import { isStampLabel } from '../stampWords.ts';
import { isText, linesAround, zoneEnd } from './aroundHeadline.ts';
import { linesOf, longestLine, type Piece } from './headerPieces.ts';
import { takeLine, type Said, type ShownDate } from './takeLine.ts';

/** What stands around the headline of a page, and says who wrote the report, when and where. */
export interface PageHeader {
  readonly authors: readonly Marked<string>[];
  readonly sources: readonly string[];
  readonly place: Marked<string> | null;
  readonly published: readonly ShownDate[];
  readonly updated: readonly ShownDate[];
  /** Lines that were taken out, and say nothing of this. */
  readonly leftOut: readonly string[];
  /** Lines between headline and text that were left where they are. */
  readonly left: readonly string[];
}

/**
 * Reads the lines around the headline as those of a text report are read, and takes them out of the page.
 * @param headline null: the page begins with its text
 */
export function takePageHeader(
  document: PageDocument,
  headline: PageElement | null,
  context: DayContext,
): PageHeader {
  const { above, below } = linesAround(document, headline);
  const said: Said = {
    ...{
      authors: [],
      sources: [],
      place: null,
      published: [],
      updated: [],
      leftOut: [],
      label: '',
    },
  };
  for (const piece of above) {
    if (isDated(piece, context)) takePiece(piece, said, context);
    else said.label = '';
  }
  said.label = '';
  const end = zoneEnd(below, context);
  const taken = new Set(below.slice(0, end).filter((piece) => takePiece(piece, said, context)));
  if (said.authors.length === 0)
    said.authors.push(...nameBesideStamp(below.slice(0, end + 1), context));
  const names = new Set(said.authors.map(({ value }) => value));
  const text = below.findIndex((piece, index) => index >= end && isText(piece));
  return {
    ...said,
    leftOut: said.leftOut.filter((line) => !names.has(line)),
    left: below
      .slice(0, text < 0 ? end : text)
      .filter((piece) => !taken.has(piece))
      .map((piece) => piece.text),
  };
}

function isDated({ text, mark }: Piece, context: DayContext): boolean {
  if (text.length > longestLine) return false;
  const isMarked = mark !== null && mark !== 'byline';
  return isMarked || isStampLabel(text) || parsePublished(text, context) !== null;
}

/** Takes a line out of the page, where it says something that is known. */
function takePiece(piece: Piece, said: Said, context: DayContext): boolean {
  if (piece.text.length > longestLine) return false;
  const lines = linesOf(piece);
  const unknown = lines.filter((line) => !takeLine(line, piece, said, context));
  if (unknown.length === lines.length || unknown.some(isSentence)) return false;
  said.leftOut.push(...unknown);
  for (const node of piece.nodes) node.remove();
  return true;
}

/** A name that stands alone beside a date; a marked one may show how long ago it was. */
function nameBesideStamp(pieces: readonly Piece[], context: DayContext): readonly Marked<string>[] {
  const lines = pieces.flatMap((piece) => {
    const isStamp = piece.mark !== null && piece.mark !== 'byline';
    return isStamp ? [`Published ${context.day}`] : linesOf(piece);
  });
  return nameBesideDate(
    lines.map((text) => ({ text, isItem: false })),
    context,
  );
}
