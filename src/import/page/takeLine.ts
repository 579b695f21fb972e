import { findDays, type DayContext } from '../findDays.ts';
import { parsePublished, type Moment } from '../headerLines.ts';
import { certain, guessed, type Marked } from '../marked.ts';
import { readLine } from '../readHeaderLine.ts';
import { readDateline } from '../readDateline.ts';
import { isStampLabel, publishedWord, updatedWord } from '../stampWords.ts';
import { dateIn } from '../webValues.ts';
import { stampAttributes, type Piece } from './headerPieces.ts';
import { beginsByline, readByline } from './readByline.ts';
import type { PageElement } from '../dom.ts';

/** A date that a page shows, and the line that shows it. */
export interface ShownDate {
  readonly value: Marked<string>;
  readonly line: string;
}

/** What lines around a headline have said so far. */
export interface Said {
  readonly authors: Marked<string>[];
  readonly sources: string[];
  place: Marked<string> | null;
  readonly published: ShownDate[];
  readonly updated: ShownDate[];
  /** Lines that say nothing of this, or more than this. */
  readonly leftOut: string[];
  /** A line that says what the date of the next one is: `Last updated:`. */
  label: string;
}

/** Reads a line; false where it says nothing that is known, and may be text. */
export function takeLine(
  line: string,
  { mark, element }: Piece,
  said: Said,
  context: DayContext,
): boolean {
  const { label } = said;
  said.label = '';
  if (isStampLabel(line)) {
    said.label = line;
    return true;
  }
  if (mark === 'byline' && takeByline(line, said)) return true;
  if (takeDateline(line, said, context)) return true;
  const labelled = label === '' ? line : `${label} ${line}`;
  if (mark !== null && mark !== 'byline') {
    takeStamp(labelled, line, { mark, element }, said, context);
    return true;
  }
  if (mark === null && beginsByline(line) && takeByline(line, said)) return true;
  const read = readLine(labelled, context);
  if (read.texts.length > 0) {
    if (mark === 'byline') said.leftOut.push(line);
    return mark === 'byline';
  }
  said.authors.push(...read.authors);
  said.sources.push(...read.sources);
  said.place ??= read.place;
  said.leftOut.push(...read.leftOut);
  const isDated = (read.published ?? read.updated) !== null;
  if (isDated) takeMoments(line, read, said, context);
  if (mark === 'byline' && !isDated && read.authors.length + read.leftOut.length === 0)
    said.leftOut.push(line);
  return true;
}

function takeByline(line: string, said: Said): boolean {
  const byline = readByline(line);
  if (byline === null) return false;
  said.authors.push(...byline.authors);
  said.sources.push(...byline.sources);
  said.leftOut.push(...byline.rest);
  return true;
}

/** A dateline on a line of its own: `LARN, Jan 5, 2024 (Reuters)`. */
function takeDateline(line: string, said: Said, context: DayContext): boolean {
  // A dash stands behind those that open a text.
  const dateline = /[\d(/]/.test(line) ? readDateline(`${line} – `, context) : null;
  if (dateline === null || dateline.length < line.length) return false;
  const { place, day, credit } = dateline;
  if (place === null || day === null || isStampLabel(place)) return false;
  said.place ??= certain(place);
  said.published.push({ value: ofMoment({ ...day, instant: null }), line });
  if (credit !== null) said.sources.push(credit);
  return true;
}

type Moments = NonNullable<ReturnType<typeof parsePublished>>;

/** Dates of a line, and whoever it names behind them; whatever else it says is told. */
function takeMoments(
  line: string,
  { published, updated }: Moments,
  said: Said,
  context: DayContext,
): void {
  if (published !== null) said.published.push({ value: ofMoment(published), line });
  if (updated !== null) said.updated.push({ value: ofMoment(updated), line });
  let rest = line;
  for (const { text } of findDays(line, context)) rest = rest.replace(text, ' ');
  const by = said.authors.length === 0 ? /\bby\s.*$/iu.exec(rest) : null;
  if (by !== null && takeByline(by[0], said)) rest = rest.slice(0, by.index);
  for (const { value } of said.authors) rest = rest.replace(value, ' ');
  const words = rest.replace(updatedWord, ' ').replace(publishedWord, ' ');
  if (/\p{Lu}\p{Ll}{3}|\p{Lu}{5}/u.test(words)) said.leftOut.push(line);
}

function takeStamp(
  labelled: string,
  line: string,
  { mark, element }: Pick<Piece, 'mark' | 'element'>,
  said: Said,
  context: DayContext,
): void {
  const isChange = updatedWord.test(labelled) && !publishedWord.test(labelled);
  const shown =
    mark === 'updated' || (mark === 'stamp' && isChange) ? said.updated : said.published;
  const exact = attributeStamp(element, context);
  const dates = exact === null ? parsePublished(labelled, context) : null;
  if (dates !== null && mark === 'stamp') takeMoments(line, dates, said, context);
  else {
    const value = exact ?? textStamp(line, context);
    if (value === null) said.leftOut.push(line);
    else shown.push({ value, line });
  }
}

/** The date of an element: as it has it for programs, or else as it shows it. */
export function stampOf(
  element: PageElement | null,
  line: string,
  context: DayContext,
): Marked<string> | null {
  return attributeStamp(element, context) ?? textStamp(line, context);
}

function attributeStamp(
  element: PageElement | null,
  { language, day }: DayContext,
): Marked<string> | null {
  for (const name of stampAttributes) {
    const value = dateIn(element?.getAttribute(name) ?? null, language, day);
    if (value !== null) return value;
  }
  return null;
}

function textStamp(line: string, context: DayContext): Marked<string> | null {
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
