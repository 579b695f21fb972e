import { addDays } from '../dates/day.ts';
import { findAgency, isKnownCredit } from './agencies.ts';
import { starters } from '../registry/capitalWords.ts';
import { dayOf } from './calendars.ts';
import { findDays, type DayContext, type DayMention } from './findDays.ts';

/** Place, day and credit before the first sentence, in any agency's order. */
export interface Dateline {
  /** As printed; null where there is none. */
  readonly place: string | null;
  readonly day: DayMention | null;
  readonly credit: string | null;
  /** Whether the credit is that of an agency that we know. */
  readonly isListed: boolean;
  /** Whether the place may be the subject of a sentence. */
  readonly isDoubtful: boolean;
  /** How many letters of the paragraph it takes. */
  readonly length: number;
}

const word = /(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’]*(?:-(?!-)[\p{L}\p{M}.'’]+)*/uy;
const between =
  /(?:[,،]\s?|\s?\/\s?|\s)(?:(?:de|da|do|del|la|el|al|and|of|the|upon|y|e|et|&)\s)?/uy;
const region = /\s?\[(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’ -]*\]/uy;
/** How many words a place has at most, with its region and country. */
const longestPlace = 9;
const bracketed =
  /[(/[（【](?<credit>[^()/[\]（）【】]{2,60}(?:\/[^()/[\]（）【】]{2,30})?)[)/\]）】]/uy;
const bare =
  /(?:\.\s|[–—-]\s)?(?<credit>\p{Lu}[\p{L}]{1,14}(?: \p{Lu}\p{L}{1,14})?|\p{Lo}{2,12})(?=\s*(?:-|–|—|―|\.\s|$))/uy;
const figures = /(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>20\d{2})(?![\d-])/uy;
const gap = /[\s,،、;]*(?:\.(?=\s*[/(])|\s?(?:--|[–—-])\s?(?=[(/[]))?\s*/uy;
/** `D.C. – January 5, 2024 –`, `GENEVA (5 January 2024) –`, `KYIV. January 5.` */
const beforeDay = /[\s,،、.]*(?:--|[–—(-])?\s*/uy;
const behindDay = /\)/uy;
/** What stands behind a year in some languages. */
const yearWord = /\.?\s?(?:года|г\.|р\.|року|AD|CE|م)(?!\p{L})/uy;
const dash = /\s*[.:]?\s*(?:--+|[-–—―])[-–—]?(?:\s*|$)/uy;
const colon = /\s*[:：](?:\s+|$)/uy;
/** Behind slashes and brackets a full stop, or nothing, is enough for an agency that we know. */
const stop = /\.?(?:\s+|$)/uy;

/** What brackets below a headline name besides agencies. */
const noCredit =
  /^(?:updated?|exclusive|analysis|opinion|live|video|photos?|breaking|file|watch|sponsored|advertorial|editorial|corrected|correction|left|right|centre|center|see|also|not|and|or|who|which|[IVX]+)\b|\d{2}|:/iu;
const credits = /^(?:\p{Lu}|\p{Lo})[\p{L}\p{M}\p{N}.&'’/ -]*$/u;

/** Reads a dateline; null where the paragraph opens with its first sentence. */
export function readDateline(start: string, context: DayContext): Dateline | null {
  // Where it is tomorrow already when a report is filed, its dateline is of the next day.
  const days = findDays(start, { ...context, day: addDays(context.day, 1) });
  const scan = { start, days, at: 0, place: null, day: null, credit: null, end: null };
  // (ANSA) - ROME, JAN 5 -
  const [lead, credit] = takeLead(start);
  if (credit !== null) {
    const whole = judge(scanAll({ ...scan, at: lead, credit }));
    return whole === null || whole.day === null ? { ...alone, credit, length: lead } : whole;
  }
  return judge(scanAll(scan));
}

const alone = { place: null, day: null, isListed: true, isDoubtful: false };

interface Scan {
  readonly start: string;
  readonly days: readonly DayMention[];
  at: number;
  place: string | null;
  day: DayMention | null;
  credit: string | null;
  /** The sign that ends it. */
  end: 'dash' | 'colon' | 'stop' | null;
}

function take(scan: Scan, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = scan.at;
  const match = pattern.exec(scan.start);
  if (match !== null) scan.at += match[0].length;
  return match;
}

function takeLead(start: string): readonly [length: number, credit: string | null] {
  const scan: Scan = { start, days: [], at: 0, place: null, day: null, credit: null, end: null };
  const credit = take(scan, bracketed)?.groups?.['credit'] ?? null;
  if (credit === null || !isListed(credit) || take(scan, dash) === null) return [0, null];
  return [scan.at, credit];
}

function scanAll(scan: Scan): Scan {
  scan.place = takePlace(scan);
  for (let isOn = true; isOn;) isOn = takePart(scan);
  if (take(scan, dash) !== null) scan.end = 'dash';
  else if (take(scan, colon) !== null) scan.end = 'colon';
  else if (take(scan, stop) !== null) scan.end = 'stop';
  return scan;
}

/** The words of a place, up to a day, a bracket, a dash or an agency. */
function takePlace(scan: Scan): string | null {
  const { start, days } = scan;
  const from = scan.at;
  let end = from;
  for (let count = 0; count < longestPlace; count++) {
    if (count > 0 && take(scan, between) === null) break;
    const isDay = days.some(({ index, kind }) => index === scan.at && kind !== 'relative');
    if (isDay || isBareCredit(scan)) break;
    const found = take(scan, word)?.[0];
    if (found === undefined) break;
    // A comma belongs to what it stands before.
    end = scan.at;
  }
  scan.at = end;
  if (end > from && take(scan, region) !== null) end = scan.at;
  return end === from ? null : start.slice(from, end).replace(/\s+/g, ' ');
}

/** Whether an agency that we know stands here before a dash, behind a comma. */
function isBareCredit({ start, at }: Scan): boolean {
  if (!/,\s?$/.test(start.slice(0, at))) return false;
  bare.lastIndex = at;
  return isListed(bare.exec(start)?.groups?.['credit'] ?? '');
}

/** A day or a credit; false where neither stands here. */
function takePart(scan: Scan): boolean {
  const before = scan.at;
  if (scan.day === null || scan.day.kind === 'weekday') {
    take(scan, beforeDay);
    const day = scan.days.find(({ index, kind }) => index === scan.at && kind !== 'relative');
    if (day !== undefined) {
      scan.day = day;
      scan.at += day.text.length;
      take(scan, yearWord);
      take(scan, behindDay);
      return true;
    }
    scan.at = before;
  }
  take(scan, gap);
  const numbers = scan.day === null ? take(scan, figures) : null;
  if (numbers !== null) {
    scan.day = figureDay(numbers);
    return scan.day !== null;
  }
  if (scan.credit === null) {
    scan.credit = take(scan, bracketed)?.groups?.['credit'] ?? takeBare(scan);
    if (scan.credit !== null) return true;
  }
  scan.at = before;
  return false;
}

/** `SPA` before a dash or a full stop: an agency that we know, or a name in capitals behind a day. */
function takeBare(scan: Scan): string | null {
  const from = scan.at;
  const match = take(scan, bare);
  const credit = match?.groups?.['credit'] ?? '';
  // Names in capitals, or with some within: `AZERTAC`, `ArmInfo`.
  const isShort =
    scan.day !== null &&
    /^\p{Lu}{2,12}$|^\p{Lo}+$|^\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u.test(credit) &&
    !/^[–—-]/.test(match?.[0] ?? '');
  if (from > 0 && (isListed(credit) || isShort)) return credit;
  scan.at = from;
  return null;
}

/** `5-1-2024`: the day first, as it is outside of America, and a guess where it may be the month. */
function figureDay(match: RegExpExecArray): DayMention | null {
  const [day, month, year] = ['day', 'month', 'year'].map((key) => Number(match.groups?.[key]));
  const value = dayOf(year ?? 0, month ?? 0, day ?? 0) ?? dayOf(year ?? 0, day ?? 0, month ?? 0);
  if (value === null) return null;
  const isOpen = (day ?? 0) <= 12 && (month ?? 0) <= 12 && day !== month;
  return {
    ...{ day: value, text: match[0], index: match.index, hasYear: true, kind: 'date' },
    hasWeekday: false,
    doubt: isOpen ? 'whose day may be its month' : null,
  };
}

function isListed(credit: string): boolean {
  return findAgency(credit) !== null || isKnownCredit(credit) || reporter.test(credit);
}

const reporter = /^\S{2,12} (?:special )?(?:correspondent|reporter) \p{Lu}/iu;

/** Whether what was found is a dateline. */
function judge(scan: Scan): Dateline | null {
  const { place, credit, end, at: length } = scan;
  const day = scan.day?.kind === 'date' ? scan.day : null;
  if (end === null || (place === null && credit === null)) return null;
  const found = { place: place === null ? null : withoutStop(place), day, credit, length };
  const sure = { ...found, isListed: true, isDoubtful: false };
  if (credit !== null && isListed(credit)) return sure;
  if (place === null || end === 'stop')
    return isStopped(scan) && place !== null ? unlisted() : null;
  const [first = ''] = place.split(/[\s,/]/);
  const isCapitals = isInCapitals(place);
  const isWord = !isCapitals && starters.has(first) && first !== 'The';
  if (isWord) return null;
  // Without a credit, the day tells a place from the subject of a sentence.
  if (credit === null) return day === null || place.split(/\s+/).length > 5 ? null : sure;
  return unlisted();

  function unlisted(): Dateline | null {
    if (credit === null || noCredit.test(credit) || !credits.test(credit)) return null;
    if (credit.split(/\s+/).length > 5) return null;
    const isSure = day !== null || isInCapitals(place ?? '');
    if (day === null && isAcronym(place ?? '', credit)) return null;
    if (!isSure && (end !== 'dash' || (place ?? '').split(/\s+/).length > 3)) return null;
    return { ...found, isListed: false, isDoubtful: !isSure };
  }
}

/** `ULAN-UDE, January 5. /ABC/. It rained.`, `Yerevan, 5 January, ArmInfo. It rained.` */
function isStopped({ start, at, credit, day }: Scan): boolean {
  const ends = [`/${credit}/.`, ` ${credit}.`, ` ${credit}`];
  if (at === start.length) ends.push(`(${credit})`, `/${credit}/`);
  return (
    day?.kind === 'date' &&
    credit !== null &&
    ends.some((end) => start.slice(0, at).trimEnd().endsWith(end))
  );
}

/** Whether the place has its first word in capitals, of two letters at least. */
function isInCapitals(place: string): boolean {
  const [first = ''] = place.split(/[,[]/);
  return /\p{Lu}{2}/u.test(first) && first === first.toUpperCase();
}

/** A full stop ends a place; it is a part of a region's short name and of initials. */
function withoutStop(place: string): string {
  const last = place.split(/\s/).at(-1) ?? '';
  const isShort = place.includes(', ') || /\..*\.$/.test(last);
  return isShort ? place : place.replace(/\.$/, '');
}

/** `World Health Organization (WHO)` and the other way round. */
function isAcronym(place: string, credit: string): boolean {
  const initials = (text: string): string =>
    (text.match(/(?<!\p{L})\p{L}/gu) ?? []).join('').toUpperCase();
  const letters = (text: string): string => text.replace(/\P{L}/gu, '').toUpperCase();
  const small = (text: string): string =>
    (text.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('').toUpperCase();
  return [
    [place, credit],
    [credit, place],
  ].some(
    ([long = '', short = '']) =>
      / /.test(long) && [initials(long), small(long)].includes(letters(short)),
  );
}
