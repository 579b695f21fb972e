import type { Day } from '../dates/day.ts';
import type { Instant } from '../dates/instant.ts';
import { findAgency, isKnownCredit } from './agencies.ts';
import { findDays, type DayContext } from './findDays.ts';
import { findInstant } from './findInstant.ts';
import { isFurniture } from './furniture.ts';
import { sourceLine } from './parseClosing.ts';
import { isPersonName } from './personName.ts';
import { publishedWord, updatedWord } from './stampWords.ts';

/** A day that a page states, with the moment where it gives time and zone. */
export interface Moment {
  readonly day: Day;
  readonly instant: Instant | null;
  readonly hasYear: boolean;
  /** Why the day is not sure though it is written whole. */
  readonly doubt?: string | null;
}

/** How many lines a page puts at most between headline and text. */
export const longestHeader = 14;

/** What pages call their parts. */
export const sections =
  /^(?:(?:world|asia|asia-pacific|europe|africa|americas?|middle east|latin america|politics|business|economy|economics|markets|finance|national|nation|international|local|region(?:al)?|city|top|defen[cs]e|security|diplomacy|law|crime|courts|society|culture|arts?|entertainment|sports?|football|health|science|environment|climate(?: change)?|energy|technology|tech|education|travel|lifestyle|opinion|analysis|editorial|video|photos?|peace and security|human rights|humanitarian aid|migrants and refugees|women|all|general|others?)(?: news)?|news)$/i;

/** What the name of a day may stand among, in a line that says when a page was published. */
const publishedWords =
  /\b(?:first|last|originally)?\s*(?:published|posted|updated?|modified|released?|issued|created|broadcast|aired|dated?|on|at|am|pm|all news|kyodo news|[ap]\.m\.|gmt|utc|kst|jst|sgt|hkt|ist|est|edt|et|hours?|minutes?|mins?|days?|months?|years?|ago|local time)\b/giu;

/** Scripts without spaces, whose words can't be counted, and how many of their letters such a line has. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/gu;
const mostUnspaced = 20;

/** A line that names an agency alone, or after "Source:". */
export function sourceOf(text: string): string | null {
  const credit = sourceLine.exec(text)?.groups?.['credit'];
  if (credit !== undefined) return credit;
  return text.length <= 60 && isKnownCredit(text) ? text : null;
}

export function isLabel(text: string): boolean {
  // Scripts without spaces say in six letters what others say in three words.
  if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]{7}/u.test(text)) return false;
  // A menu has its words far apart.
  const isMenu = /\S(?: {3,}|\t)\S/.test(text);
  const isShort = text.split(/\s+/).length <= 3 && text.length <= 30;
  return (isMenu || isShort) && !/[.!?:。！？：]$/u.test(text);
}

export function isSentence(text: string): boolean {
  return /[.!?"”’»…。！？」؟।]$/u.test(text);
}

/** The address of the page itself. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

/** A place in capitals alone on a line, as some agencies print it. */
export function isPlaceLine(text: string): boolean {
  return (
    /^\p{Lu}[\p{Lu}\p{M}.'’ -]{2,30}(?:[/,] ?\p{Lu}[\p{L}\p{M} ]{2,20})?$/u.test(text) &&
    !isFurniture(text) &&
    findAgency(text) === null &&
    !/\b(?:NEWS|WORLD|ASIA|EUROPE|AFRICA|AMERICAS?|POLITICS|SPORTS?|BUSINESS|OPINION|ANALYSIS|LIVE|BREAKING|UPDATED?|SECURITY|DIPLOMACY|WORLD|NATIONAL|INTERNATIONAL|REGION|MIDDLE EAST)\b/.test(
      text,
    )
  );
}

/** What stands before a date and says which it is, in letters. */
const longestStampLabel = 40;

function startsWith(text: string, word: RegExp): boolean {
  const at = text.search(word);
  return at >= 0 && /^[\s\p{P}]*$/u.test(text.slice(0, at));
}

/** `Published January 5, 2024 10:15 AM GMT`, `05 Jan 2024 03:04PM (Updated: 06 Jan 2024 07:00AM)` */
export function parsePublished(
  text: string,
  context: DayContext,
): { published: Moment | null; updated: Moment | null } | null {
  if (text.length > 160) return null;
  const dates = findDays(text, context).filter(({ kind }) => kind === 'date');
  const [first] = dates;
  if (first === undefined) return null;
  const label = text.slice(0, longestStampLabel);
  const isNamed = [publishedWord, updatedWord].some((word) => startsWith(label, word));
  // A day alone on a line, with the time of day.
  const isAlone =
    dates.length === 1 && !/\p{L}/u.test(text.replace(first.text, '')) && /\d[:.]\d{2}/.test(text);
  if (!first.hasYear && !isNamed && !isAlone) return null;
  let words = text;
  for (const each of dates) words = words.replace(each.text, ' ');
  words = words.replace(publishedWords, ' ').replace(/by\s+[\p{L}\p{M}.'’ -]{3,60}/giu, ' ');
  if ((words.match(/[\p{L}\p{M}]{3,}/gu) ?? []).length > (isNamed ? 4 : 3)) return null;
  if ((words.match(unspaced) ?? []).length > mostUnspaced) return null;
  const updatedAt = text.search(updatedWord);
  const momentOf = (mention: (typeof dates)[number] | undefined, to: number): Moment | null => {
    if (mention === undefined) return null;
    const { day, hasYear, index, text: written, doubt = null } = mention;
    const after = text.slice(index + written.length, to);
    const instant = findInstant(day, after) ?? findInstant(day, text.slice(0, index));
    return { day, hasYear, instant, doubt };
  };
  // `2024年1月5日 10:15 更新`: the word stands behind its date, with a time between.
  const gap = text.slice(first.index + first.text.length, Math.max(0, updatedAt));
  const isBehind =
    dates.length === 1 &&
    updatedAt > first.index &&
    (gap.match(/\d+/g) ?? []).length <= 3 &&
    !/\d/.test(text.slice(updatedAt)) &&
    !publishedWord.test(text);
  if (isBehind) return { published: null, updated: momentOf(first, text.length) };
  const before = dates.find((each) => updatedAt < 0 || each.index < updatedAt);
  const after = updatedAt < 0 ? undefined : dates.find((each) => each.index > updatedAt);
  const split = updatedAt < 0 ? text.length : updatedAt;
  return {
    published: momentOf(before, before === undefined || before.index > split ? text.length : split),
    updated: momentOf(after, text.length),
  };
}

const office =
  /\b(?:spokes\p{L}+|secretary|minister|director|ambassador|president|representative|coordinator|envoy|commissioner|chair\p{L}*|governor|mayor|head|deputy|chief|advisor|adviser)\b/iu;

/** Who spoke, above a transcript: `Jane Doe, Department Spokesperson`. */
export function isSpeakerLine(text: string): boolean {
  const [name = '', ...others] = text.split(', ');
  const role = others.join(', ');
  return text.length <= 120 && isPersonName(name) && office.test(role) && !/[.!?]$/.test(role);
}

/** A town with its region on a line of its own: `Washington, D.C.`, `Larn, Arcania`. */
export function isTownLine(text: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}, (?:(?:\p{Lu}\.?){2,3}|\p{Lu}\p{Ll}+\.?(?: \p{Lu}\p{Ll}+)?)$/u.test(
    text,
  );
}
