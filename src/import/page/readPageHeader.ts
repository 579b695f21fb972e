import { findDays, type DayContext } from '../findDays.ts';
import type { PageDocument, PageElement } from '../dom.ts';
import { isFurniture } from '../furniture.ts';
import { isSentence, longestHeader, parsePublished, type Moment } from '../headerLines.ts';
import { certain, guessed, type Marked } from '../marked.ts';
import { nameBesideDate, readLine } from '../parseHeader.ts';
import { parseOpening } from '../parseOpening.ts';
import { isStampLabel, publishedWord, updatedWord } from '../stampWords.ts';
import { dateIn } from '../webValues.ts';
import { linesOf, piecesOf, stampAttributes, type Piece } from './headerPieces.ts';
import { readByline } from './readByline.ts';

/** A date that a page shows, and the line that shows it. */
export interface ShownDate {
  readonly value: Marked<string>;
  readonly line: string;
}

/** What stands around the headline of a page, and says who wrote the report, when and where. */
export interface PageHeader {
  readonly authors: readonly Marked<string>[];
  readonly sources: readonly string[];
  readonly place: Marked<string> | null;
  readonly published: readonly ShownDate[];
  readonly updated: readonly ShownDate[];
  /** Lines that were taken out, and say nothing of this. */
  readonly leftOut: readonly string[];
}

/** How many lines above a headline may have its date. */
const linesAbove = 4;

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
  const found: Building = {
    ...{ authors: [], sources: [], place: null },
    ...{ published: [], updated: [], leftOut: [] },
  };
  const reader = { found, context, label: '' };
  for (const piece of above) {
    const isDated = piece.mark !== 'byline' && piece.mark !== null;
    const isShort = piece.text.length <= longestLine;
    if (
      isShort &&
      (isDated || isStampLabel(piece.text) || parsePublished(piece.text, context) !== null)
    )
      takePiece(piece, reader);
    else reader.label = '';
  }
  reader.label = '';
  const zone = below.slice(0, zoneEnd(below, context));
  for (const piece of zone) takePiece(piece, reader);
  if (found.authors.length === 0) {
    const lines = zone.flatMap(linesOf).map((text) => ({ text, isItem: false }));
    found.authors.push(...nameBesideDate(lines, context));
  }
  const names = new Set(found.authors.map(({ value }) => value));
  return { ...found, leftOut: found.leftOut.filter((line) => !names.has(line)) };
}

interface Building {
  readonly authors: Marked<string>[];
  readonly sources: string[];
  place: Marked<string> | null;
  readonly published: ShownDate[];
  readonly updated: ShownDate[];
  readonly leftOut: string[];
}

interface Reader {
  readonly found: Building;
  readonly context: DayContext;
  /** A line that says what the date of the next one is: `Last updated:`. */
  label: string;
}

const longestLine = 200;

/** Lines above a headline count within its own part of the page alone: the head of a site has the day of today. */
function linesAround(
  document: PageDocument,
  headline: PageElement | null,
): { readonly above: readonly Piece[]; readonly below: readonly Piece[] } {
  const main = document.querySelector('article, main, [role="main"]');
  if (headline === null) return { above: [], below: take(piecesOf(main ?? document.body, null)) };
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
  return { above: [], below: [] };
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
function zoneEnd(lines: readonly Piece[], context: DayContext): number {
  let end = 0;
  let texts = 0;
  for (const [index, piece] of lines.entries()) {
    const { text, mark } = piece;
    const isTold =
      mark !== null ||
      linesOf(piece).some((line) => {
        const { authors, published, updated, sources } = readLine(line, context);
        return published !== null || updated !== null || authors.length + sources.length > 0;
      });
    if (isTold && text.length <= longestLine) end = index + 1;
    else if (parseOpening(text, context) !== null) break;
    else if (text.length > longestLine || (isSentence(text) && text.length > shortestText)) texts++;
    if (texts > 1) break;
  }
  // What a page has beside by-line and date: how long it takes to read, where to share it.
  while (end > 0 && end < lines.length && isFurniture(lines[end]?.text ?? '')) end++;
  return end;
}

/** The least letters of a paragraph of text. */
const shortestText = 50;

function takePiece(piece: Piece, reader: Reader): void {
  const { found } = reader;
  const lines = linesOf(piece);
  if (piece.text.length > longestLine) return;
  const unknown: string[] = [];
  for (const line of lines) if (!takeLine(line, piece, reader)) unknown.push(line);
  if (unknown.length === lines.length || unknown.some(isSentence)) {
    if (unknown.length === lines.length) reader.label = '';
    return;
  }
  found.leftOut.push(...unknown);
  for (const node of piece.nodes) node.remove();
}

/** Whether a line says something that is kept, or is none of the report. */
function takeLine(line: string, piece: Piece, reader: Reader): boolean {
  const { found, context, label } = reader;
  const { mark } = piece;
  if (isStampLabel(line)) {
    reader.label = line;
    return true;
  }
  reader.label = '';
  if (mark === 'byline') {
    const byline = readByline(line);
    if (byline === null && parsePublished(line, context) === null) {
      found.leftOut.push(line);
      return true;
    }
    if (byline !== null) {
      found.authors.push(...byline.authors);
      found.sources.push(...byline.sources);
      return true;
    }
  } else if (mark !== null) {
    takeStamp(line, piece, label, reader);
    return true;
  }
  const read = readLine(label === '' ? line : `${label} ${line}`, context);
  if (read.texts.length > 0) return false;
  for (const [moments, moment] of [
    [found.published, read.published],
    [found.updated, read.updated],
  ] as const) {
    if (moment !== null) moments.push({ value: ofMoment(moment), line });
  }
  if ((read.published ?? read.updated) !== null && read.authors.length === 0) {
    const byline = readByline(besideDate(line, context));
    found.authors.push(...(byline?.authors ?? []));
    found.sources.push(...(byline?.sources ?? []));
  }
  found.authors.push(...read.authors);
  found.sources.push(...read.sources);
  found.place ??= read.place;
  found.leftOut.push(...read.leftOut);
  return true;
}

/** What a line has beside its date, where that begins with a word such as "by". */
function besideDate(line: string, context: DayContext): string {
  const [day] = findDays(line, context);
  const rest = day === undefined ? line : line.slice(day.index + day.text.length);
  return /\bby\s.*$/iu.exec(rest)?.[0] ?? '';
}

function takeStamp(
  line: string,
  { element, mark }: Piece,
  label: string,
  { found, context }: Reader,
): void {
  const said = `${label} ${line}`;
  const isUpdated =
    mark === 'updated' || (mark === 'stamp' && updatedWord.test(said) && !publishedWord.test(said));
  const value = stampOf(element, line, context);
  if (value === null) found.leftOut.push(line);
  else (isUpdated ? found.updated : found.published).push({ value, line });
}

/** The date of an element: as it has it for programs, or else as it shows it. */
export function stampOf(
  element: PageElement | null,
  line: string,
  context: DayContext,
): Marked<string> | null {
  for (const name of stampAttributes) {
    const value = dateIn(element?.getAttribute(name) ?? null, context.language, context.day);
    if (value !== null) return value;
  }
  const dates = parsePublished(line, context);
  const moment = dates?.published ?? dates?.updated ?? null;
  if (moment !== null) return ofMoment(moment);
  const [day] = findDays(line, context).filter(({ kind }) => kind === 'date');
  if (day === undefined) return dateIn(line, context.language, context.day);
  return ofMoment({ ...day, instant: null });
}

function ofMoment({ day, instant, hasYear, doubt = null }: Moment): Marked<string> {
  const value = instant?.iso ?? day;
  if (doubt !== null) return guessed(value, doubt);
  return hasYear ? certain(value) : guessed(value, 'the year is not written');
}
