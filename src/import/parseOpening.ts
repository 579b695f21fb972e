import { addDays } from '../dates/day.ts';
import { dateNamesOf } from '../dates/dateNames.ts';
import { findDays, type DayContext, type DayMention } from './findDays.ts';
import { findAgency, isKnownCredit } from './agencies.ts';
import { alternativesOf } from './datePatterns.ts';

/** What stands before the first sentence of a report. */
export interface Opening {
  /** As printed; null where the report opens with its agency alone. */
  readonly place: string | null;
  /** Whether the place may be the subject of a sentence. */
  readonly isDoubtful: boolean;
  readonly day: DayMention | null;
  /** The credit as printed: `Reuters`, `AP`. */
  readonly agency: string | null;
  /** Reporters who are named with it. */
  readonly authors: readonly string[];
  /** The paragraph without it. */
  readonly rest: string;
}

const placeWord = "(?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}.'’\\-]*";
const placeName = `${placeWord}(?: (?:de|da|do|del|la|el|al|and|of|the|upon|${placeWord})){0,3}`;
const place = `(?<place>${placeName}(?:(?:\\s?/\\s?|, )${placeName}){0,2}(?:\\s?\\[${placeName}\\])?)`;
const month = `(?:${anyCase('jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec')})[A-Za-z]{0,6}\\.?`;
const weekday = `(?:${anyCase('mon|tue|wed|thu|fri|sat|sun')})[A-Za-z]{0,6},? `;
const nth = '\\d{1,2}(?:st|nd|rd|th)?';
const dash = '(?:--+|[-–—―])';
const end = `(?:\\s*[.:]?\\s*${dash}[-–—]?\\s*|\\s*[:：]\\s*)`;
const agency = '[(/\\[（](?<agency>[^()/\\[\\]（）]{2,40}(?:/[^()/\\[\\]（）]{2,30})?)[)/\\]）]';

interface OpeningPatterns {
  readonly withAgency: readonly RegExp[];
  readonly withoutAgency: RegExp;
}

const known = new Map<string, OpeningPatterns>();

/** Patterns with dates in English and in one language more. */
function patternsOf(language: string): OpeningPatterns {
  let patterns = known.get(language);
  if (patterns === undefined) known.set(language, (patterns = makePatterns(language)));
  return patterns;
}

function makePatterns(language: string): OpeningPatterns {
  const { months, weekdays } = dateNamesOf(language);
  const ownWeekday = `(?:\\p{L}{1,3} )?(?:${anyCase(alternativesOf(weekdays))})\\.?,? `;
  const ownDay = `\\d{1,2}(?:er|[.º°ª])? (?:\\p{Ll}{1,3} )?(?:${anyCase(alternativesOf(months))})(?!\\p{L})\\.?(?: \\p{Ll}{1,3}(?= \\d))?`;
  const date = `(?<date>(?:${weekday}|${ownWeekday})?(?:${month} ${nth}|${nth} ${month}|${ownDay})(?:,? \\d{4})?)`;
  return {
    withAgency: [
      // (ANSA) - ROME, JAN 5 -
      new RegExp(`^${agency}\\s*${dash}\\s*${place},\\s*${date}\\s*${dash}\\s*`, 'u'),
      // SEOUL, Jan. 5 (Yonhap) -- ; MOSCOW, January 5. /TASS/. ; (AP) — ; New Delhi, Jan 5 (PTI)
      new RegExp(
        `^(?:${place}(?=[\\s,.(/\\[（]))?,?\\s*(?:${date}[.,]?)?\\s*${agency}(?:[.]?${end}|[.]\\s+|\\s+)`,
        'u',
      ),
      // Tehran, IRNA – ; Damascus, SANA- ; Riyadh, January 05, 2024, SPA --
      new RegExp(`^${place},\\s*(?:${date},?\\s*)?(?<agency>[A-Z]{2,8})\\s*${dash}\\s*`, 'u'),
    ],
    // SEOUL: ; BEIJING/TOKYO — ; KYIV, Ukraine — ; Tokyo, 5 January 2024 –
    withoutAgency: new RegExp(
      `^${place}(?:,?\\s*${date})?(?:\\s*[:：]\\s+|\\s*(?:--+|[–—―])\\s*|\\s+-\\s+|\\.?\\s*(?:--+|[–—―])\\s*)`,
      'u',
    ),
  };
}

/** `(서울=연합뉴스) 기자 = `, `【ソウル共同】`, `新华社北京1月5日电` */
const eastAsian: readonly RegExp[] = [
  /^[(（[【](?<place>[\p{sc=Hang}\p{sc=Han}·]{1,12})\s?[=＝]\s?(?<agency>[^)）\]】]{2,14})[)）\]】]\s*(?:(?<names>[\p{sc=Hang} ·,]{2,20}?)\s?(?:기자|특파원)\s*[=＝]\s*)?/u,
  /^【(?<place>[\p{sc=Han}\p{sc=Kana}ー]{1,12}?)(?<agency>共同|時事)】\s*/u,
  /^(?<agency>新[华華]社|中新[社网]|中央社)(?:记者|記者)?(?<place>[\p{sc=Han}]{2,8}?)(?<date>\d{1,2}月\d{1,2}日)?[电電]\s*(?:[（(](?:记者|記者)(?<names>[^）)]{2,40})[）)]\s*)?/u,
];

/** `/TASS Correspondent Jane Doe/` */
const correspondent =
  /^(?<agency>\S{2,12}) (?:special )?(?:correspondent|reporter) (?<name>\p{Lu}[\p{L}\p{M} .'’-]+)$/iu;

/** Labels in capitals that are no places. */
const labels =
  /^(?:UPDATED?|BREAKING(?: NEWS)?|WATCH|LIVE|VIDEO|PHOTOS?|EXCLUSIVE|ANALYSIS|EXPLAINERS?|OPINION|NOTES?|EDITOR.?S NOTE|FACTBOX|FACT CHECK|READ(?: MORE| ALSO)?|ALSO READ|MORE|KEY POINTS|FILE PHOTO|TIMELINE|URGENT|ALERT|CORRECTION|CLARIFICATION|WARNING|RELATED|QUESTION|ANSWER|ADVERTISEMENT|SUMMARY|BACKGROUND|CONTACT|SOURCES?|FOR IMMEDIATE RELEASE|TOPICS?|TAGS?|BY|NEW)$/i;

/** The longest opening, in characters. */
const longestOpening = 160;

/** Reads what a report's first paragraph opens with; null where it opens with its first sentence. */
export function parseOpening(paragraph: string, context: DayContext): Opening | null {
  const start = paragraph.slice(0, longestOpening);
  const patterns = patternsOf(context.language ?? 'en');
  for (const pattern of [...patterns.withAgency, ...eastAsian]) {
    const match = pattern.exec(start);
    const found = match?.groups?.['agency'];
    if (match === null || found === undefined) continue;
    const reporter = correspondent.exec(found)?.groups;
    if (!isCredit(reporter?.['agency'] ?? found)) continue;
    if (match.groups?.['place'] !== undefined && labels.test(match.groups['place'])) continue;
    const opening = openingOf(match, paragraph, context);
    const { agency: credit, name } = reporter ?? {};
    if (opening === null || credit === undefined || name === undefined) return opening;
    return { ...opening, agency: credit, authors: [name] };
  }
  const match = patterns.withoutAgency.exec(start);
  if (match === null) return null;
  const { place: printed = '', date: day } = match.groups ?? {};
  const [first = ''] = printed.split(/[,[]/);
  if (labels.test(first.trim()) || findAgency(first) !== null) return null;
  // Without an agency, capitals or a date tell a place from the subject of a sentence.
  const isCapitals = /\p{Lu}{2}/u.test(first) && first === first.toUpperCase();
  const isDated = day !== undefined && /^\p{Lu}/u.test(first) && printed.split(/\s+/).length <= 5;
  if (isCapitals || isDated) return openingOf(match, paragraph, context);
  const opening = openingOf(match, paragraph, context);
  const isAlone = / [–—] $/.test(match[0]) && printed.split(/\s+/).length <= 3;
  if (opening === null || !isAlone || !isSentence(opening.rest)) return null;
  return { ...opening, isDoubtful: true };
}

/** Whether what stands below a dash goes on to its end without another. */
function isSentence(text: string): boolean {
  return /^\p{Lu}[^–—]{60,}[.”"]$/u.test(text);
}

function anyCase(text: string): string {
  return text.replace(/\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function isCredit(text: string): boolean {
  return findAgency(text) !== null || isKnownCredit(text);
}

function openingOf(match: RegExpExecArray, paragraph: string, context: DayContext): Opening | null {
  const rest = paragraph.slice(match[0].length).trim();
  if (rest === '') return null;
  const { place: printed, date: day, agency: credit, names = '' } = match.groups ?? {};
  return {
    isDoubtful: false,
    place: printed?.replace(/\s+/g, ' ').replace(/[\s,.]+$/, '') ?? null,
    // Months are written in capitals too.
    day: day === undefined ? null : (findDays(asTitle(day), aheadOf(context))[0] ?? null),
    agency: credit ?? null,
    authors: names.split(/[\s、，,·]+/).filter((name) => name !== ''),
    rest,
  };
}

/** Where it is tomorrow already when a report is filed, its dateline is of the next day. */
function aheadOf(context: DayContext): DayContext {
  return { ...context, day: addDays(context.day, 1) };
}

function asTitle(text: string): string {
  return text.toLowerCase().replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
}
