import { parseCredit } from './agencies.ts';
import type { DayContext } from './findDays.ts';
import { isFurniture } from './furniture.ts';
import {
  isLabel,
  isPlaceLine,
  isSpeakerLine,
  isTownLine,
  parsePublished,
  sourceOf,
  type Moment,
} from './headerLines.ts';
import { isOffice } from './letterhead.ts';
import { guessed, type Marked } from './marked.ts';
import { parseByline } from './parseByline.ts';
import { isPersonName } from './personName.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** What was found in the lines of a header so far. */
export interface Found {
  readonly authors: Marked<string>[];
  published: Moment | null;
  updated: Moment | null;
  place: Marked<string> | null;
  issuer: string | null;
  readonly sources: string[];
  readonly leftOut: string[];
  texts: RawParagraph[];
}

/** `来源：新华网 2024年02月12日` */
const sourceWithin =
  /(?:^|\s)(?:source|fuente|fonte|quelle|kaynak|sumber|источник|джерело|المصدر|来源|來源|출처)\s*[:：]\s*(?<credit>[^\s|:：\d]{2,30}(?: [^\s|:：\d]{2,20}){0,3})/iu;

/** Reads one line between headline and text, by itself. */
export function readLine(text: string, context: DayContext): Found {
  const found: Found = {
    ...{ authors: [], published: null, updated: null, place: null, issuer: null },
    ...{ sources: [], leftOut: [], texts: [] },
  };
  readHeaderLine({ text, isItem: false }, context, found);
  return found;
}

/** Reads a line between headline and text. */
export function readHeaderLine(paragraph: RawParagraph, context: DayContext, found: Found): void {
  const { text } = paragraph;
  if (paragraph.cell === 'names') {
    const names = text.split(/,\s*|\s+and\s+/);
    found.authors.push(...names.map((name) => guessed(name, 'stands before the date')));
    return;
  }
  if (paragraph.cell === 'place') {
    if (found.place === null) found.place = guessed(text, 'stands in the line of the date');
    else found.leftOut.push(text);
    return;
  }
  if (paragraph.cell === 'other') {
    found.leftOut.push(text);
    return;
  }
  const office =
    /^(?:from|issued by|issuer)\s*[:：]\s*(?<office>.{4,80})$/i.exec(text)?.groups?.['office'] ??
    text;
  const names = parseByline(text);
  const dates = parsePublished(text, context);
  const source = sourceOf(text);
  if (dates !== null) {
    found.published ??= dates.published;
    found.updated ??= dates.updated;
    const credit = sourceWithin.exec(text)?.groups?.['credit'];
    if (credit !== undefined) found.sources.push(...parseCredit(credit));
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
  } else if (isOffice(office)) {
    if (found.issuer === null) found.issuer = office;
    else found.leftOut.push(text);
  } else if (isPlaceLine(text)) {
    found.place = guessed(text, 'stands in capitals on a line of its own');
  } else if (isSpeakerLine(text)) found.leftOut.push(text);
  else if (isTownLine(text) && found.place === null) {
    found.place = guessed(text, 'stands on a line of its own');
  } else if (source !== null) found.sources.push(...parseCredit(source));
  else if (isFurniture(text) || isLabel(text)) found.leftOut.push(text);
  else found.texts.push(paragraph);
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
        (cell ?? null) === null &&
        isReporter(text) &&
        !isFurniture(text) &&
        (isDate(lines[index - 1]) || isDate(lines[index + 1]) || isRole(lines[index + 1])),
    )
    .slice(0, 1)
    .map(({ text }) => guessed(text, 'stands alone below the headline'));
}
