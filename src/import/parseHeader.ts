import { isKnownCredit, parseCredit } from './agencies.ts';
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
import { guessed, type Marked } from './marked.ts';
import { parseByline } from './parseByline.ts';
import { isPersonName, sourceLine } from './parseClosing.ts';
import { parseOpening } from './parseOpening.ts';
import { readDateline } from './readDateline.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** What stands before the first sentence of a report. */
export interface Header {
  /** Null where the report has no headline. */
  readonly title: string | null;
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
  const all = joinPlaces(paragraphs.flatMap(splitCells), context);
  const { start, issuer } = findTitle(all, context);
  const first = all[start];
  if (first === undefined) return null;
  // A report without a headline begins with its first paragraph.
  const isUntitled = isLead(first.text, context);
  const { title, sources: titleSources } = isUntitled
    ? { title: null, sources: [] }
    : cleanTitle(first.text);
  const found = {
    authors: [] as Marked<string>[],
    published: null as Moment | null,
    updated: null as Moment | null,
    place: null as Marked<string> | null,
    sources: [...titleSources],
    leftOut: [] as string[],
    texts: [] as RawParagraph[],
  };
  for (const { text } of all.slice(0, start)) {
    if (issuer !== null) found.authors.push(...(parseByline(text)?.authors ?? []));
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
    ...found,
    titleDay: findDatedTitle(first.text, context),
    issuer,
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

/** `Source: Xinhua| 2024-02-29 21:14:45|Editor: huaxia` is three lines. */
function splitCells({ text, isItem }: RawParagraph): readonly RawParagraph[] {
  // `PTI | Abu Dhabi | Updated: 14-02-2024`, `Jane Doe | 14.02.2024 - Update : 14.02.2024`
  const isStamp = text.length <= 160 && /\|.*\d{1,2}[-./]\d{1,2}[-./]\d{4}/.test(text);
  if (!text.includes('|') || !(sourceLine.test(text) || isStamp)) return [{ text, isItem }];
  const cells = text.split(/\s*\|\s*/).filter((cell) => cell !== '');
  if (!isStamp) return cells.map((cell) => ({ text: cell, isItem }));
  return cells.map((cell, index) => {
    const isPlace = index > 0 && index < cells.length - 1 && isKnownCredit(cells[index - 1] ?? '');
    const isNames = index === 0 && cell.split(/,\s*|\s+and\s+/).every(isPersonName);
    return { text: cell, isItem, cell: isPlace ? 'place' : isNames ? 'names' : null };
  });
}

/** What lines above the text of a report say. */
export interface Found {
  readonly authors: Marked<string>[];
  published: Moment | null;
  updated: Moment | null;
  place: Marked<string> | null;
  readonly sources: string[];
  readonly leftOut: string[];
  /** Lines that are none of this. */
  texts: RawParagraph[];
}

/** Reads one line that stands between headline and text. */
export function readLine(text: string, context: DayContext): Found {
  const found: Found = {
    ...{ authors: [], published: null, updated: null, place: null },
    ...{ sources: [], leftOut: [], texts: [] },
  };
  readHeaderLine({ text, isItem: false }, context, found);
  return found;
}

function readHeaderLine(paragraph: RawParagraph, context: DayContext, found: Found): void {
  const { text } = paragraph;
  if (paragraph.cell === 'names') {
    const names = text.split(/,\s*|\s+and\s+/);
    found.authors.push(...names.map((name) => guessed(name, 'stands before the date')));
    return;
  }
  if (paragraph.cell === 'place') {
    found.place ??= guessed(text, 'stands between agency and date');
    return;
  }
  const names = parseByline(text);
  const dates = parsePublished(text, context);
  const source = sourceOf(text);
  if (dates !== null) {
    found.published ??= dates.published;
    found.updated ??= dates.updated;
    const place = /[apAP]\.?[mM]\.?(?: [A-Z]{2,4})? [-–—] (?<place>\p{Lu}[\p{L} ]{2,30})$/u.exec(
      text,
    )?.groups?.['place'];
    if (place !== undefined) found.place ??= guessed(place, `stands behind the date in "${text}"`);
    const [, by = '', before = ''] = /^(by\s+)?(.+?)\s*(?:[|•·]|\s[–—-])\s*/i.exec(text) ?? [];
    const named = by === '' ? null : parseByline(`By ${before}`);
    if (named !== null) {
      found.authors.push(...named.authors);
      found.sources.push(...named.sources);
    } else if (isReporter(before)) {
      found.authors.push(guessed(before, `stands before the date in "${text}"`));
    }
  } else if (names !== null) {
    found.authors.push(...names.authors);
    found.sources.push(...names.sources);
    if (names.authors.length === 0 && names.sources.length === 0) found.leftOut.push(text);
  } else if (isPlaceLine(text)) {
    found.place = guessed(text, 'stands in capitals on a line of its own');
  } else if (isSpeakerLine(text)) found.leftOut.push(text);
  else if (isTownLine(text) && found.place === null) {
    found.place = guessed(text, 'stands on a line of its own');
  } else if (source !== null) found.sources.push(...parseCredit(source));
  else if (isFurniture(text) || isLabel(text)) found.leftOut.push(text);
  else found.texts.push(paragraph);
}

/** A place or a whole dateline with a line of its own before the text: `UNITED NATIONS —` */
function joinPlaces(all: readonly RawParagraph[], context: DayContext): readonly RawParagraph[] {
  const isPlace = (each: RawParagraph | undefined): boolean =>
    each !== undefined &&
    (/^\p{Lu}[\p{Lu}\p{M}.'’,/ -]{2,40}\s?(?:--|[–—])$/u.test(each.text) ||
      isDateline(each.text, context));
  return all.flatMap((each, index) => {
    const before = all[index - 1];
    if (isPlace(each) && index + 1 < all.length) return [];
    if (before === undefined || !isPlace(before)) return [each];
    const sign = /[-–—:]$/.test(before.text) ? '' : ' –';
    return [{ ...each, text: `${before.text}${sign} ${each.text}` }];
  });
}

/** The longest line that is nothing but a dateline. */
const longestDateline = 80;

function isDateline(text: string, context: DayContext): boolean {
  if (text.length > longestDateline || !/[\d(/]/.test(text)) return false;
  const dateline = readDateline(text, context);
  return dateline !== null && dateline.place !== null && dateline.length === text.length;
}

/** Two words with capitals that no page has for a part of itself. */
function isReporter(text: string): boolean {
  const parts =
    /\b(?:world|asia|pacific|east|west|north|south|europe|africa|america|politics|business|economy|security|top|latest|breaking|updates?|stories)\b/i;
  return isPersonName(text) && text !== text.toUpperCase() && !parts.test(text);
}

/** `Jane Doe` alone on a line beside that of the date, or above that of a role. */
export function nameBesideDate(
  lines: readonly RawParagraph[],
  context: DayContext,
): readonly Marked<string>[] {
  const isDate = (line: RawParagraph | undefined): boolean =>
    line !== undefined && parsePublished(line.text, context) !== null;
  const isRole = (line: RawParagraph | undefined): boolean =>
    line !== undefined &&
    isLabel(line.text) &&
    /\b(?:correspondent|reporter|editor|writer)$/i.test(line.text);
  return lines
    .filter(
      ({ text, cell }, index) =>
        cell !== 'place' &&
        isReporter(text) &&
        !isFurniture(text) &&
        (isDate(lines[index - 1]) || isDate(lines[index + 1]) || isRole(lines[index + 1])),
    )
    .slice(0, 1)
    .map(({ text }) => guessed(text, 'stands alone below the headline'));
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
    if (isDated(each) || isAddress(each.text) || isBelow) start = index + 1;
  }
  return rest.slice(start).some(isText) ? start : first;
}
