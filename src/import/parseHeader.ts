import { parseCredit } from './agencies.ts';
import { findDatedTitle, findTitle } from './findTitle.ts';
import {
  isAddress,
  isLabel,
  isPlaceLine,
  isSentence,
  isSpeakerLine,
  isTownLine,
  longestHeader,
  parsePublished,
  sourceOf,
  type Moment,
} from './headerLines.ts';
import { cleanTitle } from './cleanTitle.ts';
import type { DayContext, DayMention } from './findDays.ts';
import { isFurniture } from './furniture.ts';
import type { Marked } from './marked.ts';
import { splitCells } from './headerCells.ts';
import { isOffice } from './letterhead.ts';
import { joinDatelines } from './joinDatelines.ts';
import { parseByline } from './parseByline.ts';
import { parseOpening } from './parseOpening.ts';
import { nameBesideDate, readHeaderLine, type Found } from './readHeaderLine.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** What stands before the first sentence of a report. */
export interface Header {
  /** Null where the report has no headline. */
  readonly title: string | null;
  /** Why another line may be the headline, where one may. */
  readonly titleDoubt: string | null;
  readonly authors: readonly Marked<string>[];
  readonly published: Moment | null;
  readonly updated: Moment | null;
  /** The day of an event that the headline names: `Readout of the call of 9 January 2024`. */
  readonly titleDay: DayMention | null;
  /** Between headline and text. */
  readonly standfirst: string | null;
  /** A place on a line of its own, or behind the date. */
  readonly place: Marked<string> | null;
  readonly sources: readonly string[];
  /** Whose name stands above the headline of a press release or a transcript. */
  readonly issuer: string | null;
  readonly leftOut: readonly string[];
  /** The rest, from the first paragraph of the text on. */
  readonly body: readonly RawParagraph[];
}

export function parseHeader(
  paragraphs: readonly RawParagraph[],
  context: DayContext,
): Header | null {
  const all = joinDatelines(splitCells(paragraphs, context), context);
  const { start, issuer, doubt } = findTitle(all, context);
  const first = all[start];
  if (first === undefined) return null;
  // A report without a headline begins with its first paragraph.
  const isUntitled = isLead(first.text, context);
  const { title, sources: titleSources } = isUntitled
    ? { title: null, sources: [] }
    : cleanTitle(first.text);
  const found: Found = {
    ...{ authors: [], published: null, updated: null, place: null, issuer },
    ...{ sources: [...titleSources], leftOut: [], texts: [] },
  };
  for (const { text } of all.slice(0, start)) {
    const byline = parseByline(text);
    found.authors.push(...(byline?.authors ?? []));
    found.sources.push(...(byline?.sources ?? []));
    found.sources.push(...parseCredit(sourceOf(text) ?? ''));
    const dates = parsePublished(text, context);
    found.published ??= dates?.published ?? null;
    found.updated ??= dates?.updated ?? null;
    if (dates === null && sourceOf(text) === null) found.leftOut.push(text);
  }
  const rest = all.slice(isUntitled ? start : start + 1);
  const limit = findBody(rest, context);
  for (const paragraph of rest.slice(0, limit)) readHeaderLine(paragraph, context, found);
  if (found.authors.length === 0)
    found.authors.push(...nameBesideDate(rest.slice(0, limit), context));
  const [standfirst, ...below] = found.texts;
  // Below a standfirst stand captions, which are no sentences.
  found.texts = [standfirst ?? [], below.filter(({ text }) => isSentence(text))].flat();
  for (const { text } of below) if (!isSentence(text)) found.leftOut.push(text);
  // Two sentences and more before the dateline are text.
  const isDeck = found.texts.length === 1 && limit < rest.length;
  return {
    title,
    titleDoubt: doubt,
    ...found,
    titleDay: findDatedTitle(first.text, context),
    standfirst: isDeck && standfirst !== undefined ? standfirst.text : null,
    body: [...(isDeck ? [] : found.texts), ...rest.slice(limit)],
  };
}

/** No headline has so many letters. */
const longestTitle = 300;

/** Whether a line is a first paragraph: a sentence below its dateline, or a long one. */
function isLead(text: string, context: DayContext): boolean {
  if (!isSentence(text)) return false;
  if (text.length > longestTitle) return true;
  const opening = parseOpening(text, context);
  return opening !== null && opening.place !== null && (opening.day ?? opening.agency) !== null;
}

/** How many lines stand before the text: up to a dateline, or else up to the first sentence. */
function findBody(rest: readonly RawParagraph[], context: DayContext): number {
  const near = rest.slice(0, longestHeader);
  const opening = near.findIndex(
    ({ text }) =>
      parseOpening(text, context) !== null &&
      parsePublished(text, context) === null &&
      sourceOf(text) === null,
  );
  if (opening >= 0) return opening;
  const isDated = ({ text }: RawParagraph): boolean =>
    parseByline(text) !== null || parsePublished(text, context) !== null;
  const isText = (each: RawParagraph): boolean =>
    (each.cell ?? null) === null &&
    !isFurniture(each.text) &&
    !isLabel(each.text) &&
    !isSpeakerLine(each.text) &&
    !isTownLine(each.text) &&
    !isDated(each) &&
    sourceOf(each.text) === null;
  const first = Math.max(0, near.findIndex(isText));
  // A standfirst stands above by-line and date, with no other text between.
  let start = first;
  for (const [index, each] of near.entries()) {
    if (index <= first) continue;
    if (isText(each) && isSentence(each.text)) break;
    const isBelow = start > first && (isPlaceLine(each.text) || sourceOf(each.text) !== null);
    const isCell = each.isCell === true || isOffice(each.text);
    if (isDated(each) || isAddress(each.text) || isBelow || isCell) start = index + 1;
  }
  return rest.slice(start).some(isText) ? start : first;
}
