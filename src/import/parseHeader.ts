import type { Day } from '../dates/day.ts';
import type { Instant } from '../dates/instant.ts';
import { findAgency, isKnownCredit, parseCredit } from './agencies.ts';
import { cleanTitle } from './cleanTitle.ts';
import { findDays, type DayContext } from './findDays.ts';
import { findInstant } from './findInstant.ts';
import { isFurniture } from './furniture.ts';
import { guessed, type Marked } from './marked.ts';
import { parseByline } from './parseByline.ts';
import { isPersonName, sourceLine } from './parseClosing.ts';
import { parseOpening } from './parseOpening.ts';
import { readDateline } from './readDateline.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** A day that a page states, with the moment where it gives time and zone. */
export interface Moment {
  readonly day: Day;
  readonly instant: Instant | null;
  readonly hasYear: boolean;
  /** Why the day is not sure though it is written whole. */
  readonly doubt?: string | null;
}

/** What stands before the first sentence of a report. */
export interface Header {
  readonly title: string;
  readonly authors: readonly Marked<string>[];
  readonly published: Moment | null;
  readonly updated: Moment | null;
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

/** How many lines a page puts at most between headline and text. */
const longestHeader = 14;

/** What the name of a day may stand among, in a line that says when a page was published. */
const publishedWords =
  /\b(?:first|last|originally)?\s*(?:published|posted|updated?|modified|released?|issued|created|broadcast|aired|dated?|on|at|am|pm|all news|kyodo news|[ap]\.m\.|gmt|utc|kst|jst|sgt|hkt|ist|est|edt|et|hours?|minutes?|mins?|days?|months?|years?|ago|local time)\b/giu;

export function parseHeader(
  paragraphs: readonly RawParagraph[],
  context: DayContext,
): Header | null {
  const all = joinPlaces(paragraphs.flatMap(splitCells), context);
  const { start, issuer } = findTitle(all, context);
  const first = all[start];
  if (first === undefined) return null;
  const { title, sources: titleSources } = cleanTitle(first.text);
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
  const rest = all.slice(start + 1);
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
    issuer,
    standfirst: isDeck && standfirst !== undefined ? standfirst.text : null,
    body: [...(isDeck ? [] : found.texts), ...rest.slice(limit)],
  };
}

/** `Source: Xinhua| 2024-02-29 21:14:45|Editor: huaxia` is three lines. */
function splitCells({ text, isItem }: RawParagraph): readonly RawParagraph[] {
  if (!text.includes('|') || !sourceLine.test(text)) return [{ text, isItem }];
  return text.split(/\s*\|\s*/).flatMap((cell) => (cell === '' ? [] : [{ text: cell, isItem }]));
}

interface Found {
  readonly authors: Marked<string>[];
  published: Moment | null;
  updated: Moment | null;
  place: Marked<string> | null;
  readonly sources: string[];
  readonly leftOut: string[];
  texts: RawParagraph[];
}

function readHeaderLine(paragraph: RawParagraph, context: DayContext, found: Found): void {
  const { text } = paragraph;
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
function nameBesideDate(
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
      ({ text }, index) =>
        isReporter(text) &&
        !isFurniture(text) &&
        (isDate(lines[index - 1]) || isDate(lines[index + 1]) || isRole(lines[index + 1])),
    )
    .slice(0, 1)
    .map(({ text }) => guessed(text, 'stands alone below the headline'));
}

/** What a page, a release or a transcript is called, below the name of who issues it. */
const issued =
  /^(?:(?:press|media|news) (?:release|statement)|for immediate release|transcript|statement|communiqu[ée]|(?:security )?(?:alert|advisory|bulletin|notice) (?:no\.? ?)?[A-Z-]{0,6}\d[\w/-]*$)\b/i;
const bodies =
  /\b(?:ministry|department|office|embassy|agency|radio|television|council|commission|authority|institute|centre|center|police|navy|army|university|bank|group|ltd|inc|corp)\b/i;
/** How many lines a letterhead has at most. */
const longestLetterhead = 5;

/** The headline, and whose letterhead stands above it. */
function findTitle(
  all: readonly RawParagraph[],
  context: DayContext,
): { readonly start: number; readonly issuer: string | null } {
  const first = findTitleFrom(all, 0, context);
  const name = all[first]?.text ?? '';
  const plain = { start: first, issuer: null };
  if (name !== name.toUpperCase() && !bodies.test(name)) return plain;
  const below = all.slice(first + 1, first + 1 + longestLetterhead);
  const mark = below.findIndex(({ text }) => issued.test(text));
  const isHead = below.slice(0, mark).every(({ text }) => text.split(/\s+/).length <= 6);
  if (mark < 0 || !isHead) return plain;
  const start = findTitleFrom(all, first + mark + 2, context);
  const title = all[start]?.text ?? '';
  if (start <= first + mark + 1 || /[.!?]$/.test(title) || start + 1 >= all.length) return plain;
  return { start, issuer: name.replace(/\s+[–—-]\s.*$/, '') };
}

/** What pages call their parts. */
const sections =
  /^(?:(?:world|asia|europe|africa|americas?|middle east|politics|business|economy|national|international|local|top|defen[cs]e)(?: news)?|news)$/i;

/** The first line from one on that is neither furniture, a label nor a date. */
function findTitleFrom(all: readonly RawParagraph[], from: number, context: DayContext): number {
  const isPassed = (index: number): boolean => {
    const text = all[index]?.text ?? '';
    if (isFurniture(text) || parsePublished(text, context) !== null) return true;
    if (sourceOf(text) !== null) return true;
    if (from > 0 && parseByline(text) !== null) return true;
    // A label such as "Asia" stands before a headline.
    const isSection = sections.test(text);
    const next =
      all
        .slice(index + 1)
        .find(
          (each) =>
            !isFurniture(each.text) && !(isSection && parsePublished(each.text, context) !== null),
        )?.text ?? '';
    return isLabel(text) && !/[.!?]$/.test(next) && next.length > 25 && parseByline(next) === null;
  };
  const end = Math.min(all.length, longestHeader);
  let index = from;
  while (index < end && isPassed(index)) index++;
  return index < end ? index : 0;
}

/** A line that names an agency alone, or after "Source:". */
function sourceOf(text: string): string | null {
  const credit = sourceLine.exec(text)?.groups?.['credit'];
  if (credit !== undefined) return credit;
  return text.length <= 60 && isKnownCredit(text) ? text : null;
}

function isLabel(text: string): boolean {
  // Scripts without spaces say in six letters what others say in three words.
  if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]{7}/u.test(text)) return false;
  // A menu has its words far apart.
  const isMenu = /\S(?: {3,}|\t)\S/.test(text);
  const isShort = text.split(/\s+/).length <= 3 && text.length <= 30;
  return (isMenu || isShort) && !/[.!?:。！？：]$/u.test(text);
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
    !isFurniture(each.text) &&
    !isLabel(each.text) &&
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

function isSentence(text: string): boolean {
  return /[.!?"”’»…。！？」؟।]$/u.test(text);
}

/** The address of the page itself. */
function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

/** A place in capitals alone on a line, as some agencies print it. */
function isPlaceLine(text: string): boolean {
  return (
    /^\p{Lu}[\p{Lu}\p{M}.'’ -]{2,30}(?:[/,] ?\p{Lu}[\p{L}\p{M} ]{2,20})?$/u.test(text) &&
    !isFurniture(text) &&
    findAgency(text) === null &&
    !/\b(?:NEWS|WORLD|ASIA|EUROPE|AFRICA|AMERICAS?|POLITICS|SPORTS?|BUSINESS|OPINION|ANALYSIS|LIVE|BREAKING|UPDATED?|SECURITY|DIPLOMACY|WORLD|NATIONAL|INTERNATIONAL|REGION|MIDDLE EAST)\b/.test(
      text,
    )
  );
}

/** `Published January 5, 2024 10:15 AM GMT`, `05 Jan 2024 03:04PM (Updated: 06 Jan 2024 07:00AM)` */
function parsePublished(
  text: string,
  context: DayContext,
): { published: Moment | null; updated: Moment | null } | null {
  if (text.length > 160) return null;
  const dates = findDays(text, context).filter(({ kind }) => kind === 'date');
  const [first] = dates;
  if (first === undefined) return null;
  const isNamed =
    /^(?:first |last |originally )?(?:published|posted|updated|released?|issued|date[ds]?|broadcast|aired)\b/i.test(
      text,
    );
  // A day alone on a line, with the time of day.
  const isAlone =
    dates.length === 1 && !/\p{L}/u.test(text.replace(first.text, '')) && /\d[:.]\d{2}/.test(text);
  if (!first.hasYear && !isNamed && !isAlone) return null;
  let words = text;
  for (const each of dates) words = words.replace(each.text, ' ');
  words = words.replace(publishedWords, ' ').replace(/by\s+[\p{L}\p{M}.'’ -]{3,60}/giu, ' ');
  if ((words.match(/\p{L}{3,}/gu) ?? []).length > (isNamed ? 4 : 3)) return null;
  const updatedAt = text.search(/\b(?:last )?(?:updated?|modified)\b/i);
  const momentOf = (mention: (typeof dates)[number] | undefined, to: number): Moment | null => {
    if (mention === undefined) return null;
    const { day, hasYear, index, text: written, doubt = null } = mention;
    const after = text.slice(index + written.length, to);
    const instant = findInstant(day, after) ?? findInstant(day, text.slice(0, index));
    return { day, hasYear, instant, doubt };
  };
  const before = dates.find((each) => updatedAt < 0 || each.index < updatedAt);
  const after = updatedAt < 0 ? undefined : dates.find((each) => each.index > updatedAt);
  const split = updatedAt < 0 ? text.length : updatedAt;
  return {
    published: momentOf(before, before === undefined || before.index > split ? text.length : split),
    updated: momentOf(after, text.length),
  };
}
