import { findAgency, isKnownCredit } from './agencies.ts';
import { findDays, type DayContext } from './findDays.ts';
import { isSentence, isTownLine, longestHeader, sections, sourceOf } from './headerLines.ts';
import { isOffice } from './letterhead.ts';
import { parseByline } from './parseByline.ts';
import { sourceLine } from './parseClosing.ts';
import { isPersonName } from './personName.ts';
import type { RawParagraph } from './splitParagraphs.ts';

/** What stands between the parts of a line. */
const separator = /\s*[|｜¦•·]\s*|\s*\t\s*| {3,}/u;
/** The longest line and the longest part of one, in letters. */
const longestLine = 160;
const longestCell = 60;

type Cell = NonNullable<RawParagraph['cell']> | null;

/**
 * Lines of a header whose parts are date, agency, place, names and part of the page, as a line each:
 * `21 May 2024 | UN News | Health`, `PTI | Abu Dhabi | Updated: 14-02-2024`, `June 19, 2024    13:35    Pyongyang`.
 */
export function splitCells(
  all: readonly RawParagraph[],
  context: DayContext,
): readonly RawParagraph[] {
  const isPlace = placesIn(all);
  return all.flatMap((each, index) =>
    index <= longestHeader ? splitLine(each, context, isPlace) : [each],
  );
}

/** Whether a text says that something is in, at or from a name, as it does of places. */
function placesIn(all: readonly RawParagraph[]): (name: string) => boolean {
  const text = all.map((each) => each.text).join('\n');
  return (name) =>
    ['in', 'at', 'from', 'near', 'to'].some((word) => text.includes(` ${word} ${name}`));
}

function splitLine(
  paragraph: RawParagraph,
  context: DayContext,
  isPlace: (name: string) => boolean,
): readonly RawParagraph[] {
  const { text, isItem } = paragraph;
  if (text.length > longestLine || !separator.test(text)) return [paragraph];
  const parts = text.split(separator).filter((part) => part !== '');
  if (sourceLine.test(text)) return parts.map((part) => ({ text: part, isItem }));
  const isDate = (part: string): boolean =>
    findDays(part, context).some(({ kind, hasYear }) => kind === 'date' && hasYear);
  const isStamp =
    parts.length > 1 &&
    parts.some(isDate) &&
    parts.every((part) => part.length <= longestCell && (isDate(part) || !isSentence(part)));
  if (!isStamp) return [paragraph];
  const cells = joinTimes(parts, isDate);
  const isGap = !/[|｜¦•·]/u.test(text);
  return cells.map((part, index) => {
    const cell = isDate(part) ? null : cellOf(cells, index, isPlace, isGap);
    return { text: part, isItem, isCell: true, cell };
  });
}

const time = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{1,5}\)?)?$/i;

/** A time stands with the date before it. */
function joinTimes(parts: readonly string[], isDate: (part: string) => boolean): readonly string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && time.test(part) && isDate(last))
      joined[joined.length - 1] = `${last} ${part}`;
    else joined.push(part);
  }
  return joined;
}

/** What a part is that is no date; null: what it says by itself. */
function cellOf(
  cells: readonly string[],
  index: number,
  isPlace: (name: string) => boolean,
  isGap: boolean,
): Cell {
  const cell = cells[index] ?? '';
  if (sections.test(cell)) return 'other';
  if (sourceOf(cell) !== null || parseByline(cell) !== null || isOffice(cell)) return null;
  if (!/^(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’ -]*(?:,? \p{Lu}[\p{L}\p{M}.'’ -]*)*$/u.test(cell))
    return 'other';
  if (isPlace(cell) || isTownLine(cell)) return 'place';
  // An agency names its place beside itself.
  const isBeside = [cells[index - 1], cells[index + 1]].some(
    (each) => each !== undefined && isKnownCredit(each) && findAgency(each)?.isAgency !== false,
  );
  const isName = cell.split(/,\s*|\s+and\s+/).every(isPersonName);
  const isOfAgency = cells.some((each) => isKnownCredit(each));
  // New Delhi looks like a person: behind an agency it may be where it is filed.
  if (isName && !(isBeside && index > 0)) return index === 0 || !isOfAgency ? 'names' : 'other';
  const isShort = cell.split(/\s+/).length <= 3;
  const isLast = index === cells.length - 1;
  // Behind a date and a wide gap stands where it is filed.
  return isShort && (isBeside || (isGap && isLast && !cell.includes(' '))) ? 'place' : 'other';
}
