import { findDays, type DayContext, type DayMention } from './findDays.ts';
import { isFurniture } from './furniture.ts';
import { isLabel, isSentence, longestHeader, parsePublished, sourceOf } from './headerLines.ts';
import { isOffice, issued, readLetterhead } from './letterhead.ts';
import { parseByline } from './parseByline.ts';
import { isPersonName } from './personName.ts';
import { parseOpening } from './parseOpening.ts';
import type { RawParagraph } from './splitParagraphs.ts';

const bodies =
  /\b(?:ministry|department|office|embassy|agency|radio|television|council|commission|authority|institute|centre|center|police|navy|army|university|bank|group|house|court|senate|parliament|government|committee|union|ltd|inc|corp)\b/i;
/** How many lines a letterhead has at most. */
const longestLetterhead = 5;

export interface FoundTitle {
  readonly start: number;
  /** Whose letterhead stands above the headline. */
  readonly issuer: string | null;
  /** Why another line may be the headline, where one may. */
  readonly doubt: string | null;
}

/** The headline, and whose letterhead stands above it. */
export function findTitle(all: readonly RawParagraph[], context: DayContext): FoundTitle {
  const first = findTitleFrom(all, 0, context);
  const { start, issuer } = findIssued(all, first, context);
  if (issuer !== null) return { start, issuer, doubt: null };
  // A short name, such as Supreme Court, is passed as a label.
  const office = all.slice(0, first + 1).findIndex(({ text }) => isOffice(text));
  const letterhead = office < 0 ? null : readLetterhead(all, office, context);
  if (letterhead === null) return { start, issuer, doubt: null };
  const { title, doubt } = letterhead;
  if (title === null) return { start, issuer, doubt: office === start ? doubt : null };
  return { start: title, issuer: all[office]?.text ?? null, doubt };
}

/** The headline below a line that calls the text a press release, a transcript or an alert. */
function findIssued(
  all: readonly RawParagraph[],
  first: number,
  context: DayContext,
): Omit<FoundTitle, 'doubt'> {
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

/** What begins the line of who wrote a report. */
const byWord = /^(?:by|von|por|par)\s/i;

/** The first line from one on that is neither furniture, a label nor a date. */
function findTitleFrom(all: readonly RawParagraph[], from: number, context: DayContext): number {
  const isPassed = (index: number): boolean => {
    const text = all[index]?.text ?? '';
    if (isFurniture(text) || parsePublished(text, context) !== null) return true;
    if (sourceOf(text) !== null) return true;
    const byline = parseByline(text);
    const isByline =
      byline !== null && (from > 0 || (byWord.test(text) && byline.authors.length > 0));
    if (isByline && index + 1 < all.length) return true;
    // Press release IP/24/812
    if (issued.test(text) && /\d/.test(text) && findDatedTitle(text, context) === null) return true;
    // A label such as "Asia" stands before a headline.
    const next =
      all
        .slice(index + 1)
        .find((each) => !isFurniture(each.text) && parsePublished(each.text, context) === null)
        ?.text ?? '';
    const isShort = next.length <= 25 && !/[\p{sc=Han}\p{sc=Kana}\p{sc=Hang}]{8}/u.test(next);
    return isLabel(text) && !isShort && !isText(next) && parseByline(next) === null;
  };
  const isText = (text: string): boolean =>
    isSentence(text) || parseOpening(text, context) !== null;
  const end = Math.min(all.length, longestHeader);
  let index = from;
  while (index < end && isPassed(index)) index++;
  const found = index < end ? index : 0;
  if (isHeadline(all[found]?.text ?? '', context)) return found;
  const dated = all
    .slice(from, found === 0 ? end : found)
    .findIndex(({ text }) => findDatedTitle(text, context) !== null);
  return dated < 0 ? found : from + dated;
}

/** What happened or was written on a day that its name says. */
const events =
  /(?<!\p{L})(?:briefing|readout|read-out|remarks|statement|minutes|report|communiqu[ée]|address|speech|interview|transcript|summary|bulletin|update|review|digest|round-?up|notes|fact ?sheet|conference|hearing|meeting|session|call|talks|visit|declaration|message|letter|agenda|outlook|forecast|assessment|resolution|decision|judgment|ruling|erklärung|rede|bericht|sitzung|déclaration|discours|rapport|compte rendu|comunicado|declaración|discurso|informe|dichiarazione|comunicato|заявление|отчет|сводка|брифинг|بيان|تقرير|会見|声明|記者会)/iu;
/** A word that ties a day to what stands before it. */
const tie = /(?<!\p{L})(?:of|on|for|from|vom|am|du|de|del|del día|van|от|за)\s*$/iu;
/** Words that say when a page came out, and the time of day. */
const stamp =
  /^(?:first |last |originally )?(?:published|posted|updated|released?|issued|date[ds]?|broadcast|aired|by)\b|\d{1,2}[:.]\d{2}|\|/i;

/** The day of a line that names an event with its day, as headlines of transcripts do; null for others. */
export function findDatedTitle(text: string, context: DayContext): DayMention | null {
  const days = findDays(text, context).filter(({ kind }) => kind === 'date');
  const [day] = days;
  if (day === undefined || days.length > 1 || stamp.test(text) || issued.test(text)) return null;
  if (isFurniture(text) || sourceOf(text) !== null || isSentence(text)) return null;
  const before = text.slice(0, day.index);
  const others = text.replace(day.text, ' ');
  const words = others.match(/\p{L}{2,}/gu) ?? [];
  const isLong =
    words.length > 1 || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]{3}/u.test(others);
  const isTied = tie.test(before) && words.length > 1 + Number(/\p{L}{2,}\s*$/u.test(before));
  return (events.test(others) && isLong) || isTied ? day : null;
}

/** Whether a line may be a headline beside one that names an event with its day. */
function isHeadline(text: string, context: DayContext): boolean {
  const [name = ''] = text.split(',');
  const isSpeaker = /^\p{Lu}[\p{Lu}\p{M}.'’ -]{2,30}:\s/u.test(text);
  const isShort = text.split(/\s+/).length <= 2 && text.length <= 24;
  return !(
    isSpeaker ||
    isShort ||
    isSentence(text) ||
    (name !== text && isPersonName(name)) ||
    parseOpening(text, context) !== null
  );
}
