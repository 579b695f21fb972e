import { findDays, type DayContext, type DayMention } from './findDays.ts';
import { findAgency, isKnownCredit } from './agencies.ts';
import { readDateline, type Dateline } from './readDateline.ts';

/** What stands before the first sentence of a report. */
export interface Opening {
  /** As printed; null where the report opens with its agency alone. */
  readonly place: string | null;
  /** Whether the place may be the subject of a sentence. */
  readonly isDoubtful: boolean;
  readonly day: DayMention | null;
  /** The credit as printed: `Reuters`, `AP`. */
  readonly agency: string | null;
  /** Whether it is that of an agency that we know. */
  readonly isListed: boolean;
  /** Reporters who are named with it. */
  readonly authors: readonly string[];
  /** The paragraph without it. */
  readonly rest: string;
}

const placeWord = "(?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}.'’]*(?:-(?!-)[\\p{L}\\p{M}.'’]+)*";
const placeName = `${placeWord}(?: (?:de|da|do|del|la|el|al|and|of|the|upon|${placeWord})){0,3}`;
const place = `(?<place>${placeName}(?:(?:\\s?/\\s?|, )${placeName}){0,2}(?:\\s?\\[${placeName}\\])?)`;
/** SEOUL: ; BEIJING/TOKYO — ; KYIV, Ukraine — */
const placeAlone = new RegExp(
  `^${place}(?:\\s*[:：]\\s+|\\s*(?:--+|[–—―])\\s*|\\s+-\\s+|\\.?\\s*(?:--+|[–—―])\\s*)`,
  'u',
);

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

/** A person's title before a name, or the part somebody has in a talk: who speaks, and no place. */
const speakers =
  /^(?:MR|MRS|MS|MISS|MX|DR(?!\.? CONGO)|PROF|PROFESSOR|SEN|SENATOR|REP|CONGRESS(?:MAN|WOMAN)|GEN|COL|CAPT|LT|SGT|ADM|JUDGE|JUSTICE|AMB|AMBASSADOR|SECRETARY|UNDER ?SECRETARY|MINISTER|PRIME MINISTER|PRESIDENT|VICE PRESIDENT|GOVERNOR|MAYOR|SPOKES(?:MAN|WOMAN|PERSON)|CHAIR(?:MAN|WOMAN)?|MODERATOR|INTERVIEWER|REPORTER|PRESS|HOST|OPERATOR|THE (?:PRESIDENT|PRIME MINISTER|CHAIR(?:MAN|WOMAN)?|MODERATOR|COURT)|[QA]$)(?:\.|\b)(?!['’-])/;

/** The longest opening, in characters. */
const longestOpening = 160;

/** Reads what a report's first paragraph opens with; null where it opens with its first sentence. */
export function parseOpening(paragraph: string, context: DayContext): Opening | null {
  const start = paragraph.slice(0, longestOpening);
  const dateline = readDateline(start, context);
  if (dateline !== null) return openingOfDateline(dateline, paragraph);
  for (const pattern of eastAsian) {
    const match = pattern.exec(start);
    const credit = match?.groups?.['agency'] ?? '';
    if (match === null) continue;
    const opening = openingOf(match, paragraph, context);
    // The sign of equality between place and agency is used for nothing else.
    if (isCredit(credit) || opening === null) return opening;
    if (/[=＝]/.test(match[0])) return { ...opening, isListed: false };
  }
  const match = placeAlone.exec(start);
  if (match === null) return null;
  const { place: printed = '' } = match.groups ?? {};
  const [first = ''] = printed.split(/[,[]/);
  if (labels.test(first.trim()) || findAgency(first) !== null) return null;
  // Without an agency, capitals tell a place from the subject of a sentence.
  const isCapitals = /\p{Lu}{2}/u.test(first) && first === first.toUpperCase();
  const isSpeaker = speakers.test(first) && /[:：]\s*$/.test(match[0]);
  if (isSpeaker) return null;
  if (isCapitals) return openingOf(match, paragraph, context);
  const opening = openingOf(match, paragraph, context);
  const isAlone = / [–—] $/.test(match[0]) && printed.split(/\s+/).length <= 3;
  if (opening === null || !isAlone || !isSentence(opening.rest)) return null;
  return { ...opening, isDoubtful: true };
}

/** Whether what stands below a dash goes on to its end without another. */
function isSentence(text: string): boolean {
  return /^\p{Lu}[^–—]{60,}[.”"]$|^\p{Lo}[^–—]{20,}[.”"。؟]$/u.test(text);
}

/** A sentence below a dash, without another dash. */
const goesOn = /^(?:\p{Lu}|\p{Lo})[^–—]{30,}$/u;

function openingOfDateline(dateline: Dateline, paragraph: string): Opening | null {
  const { place: printed, day, credit, isListed, isDoubtful, length } = dateline;
  const [first = ''] = printed?.split(/[,[]/) ?? [];
  if (labels.test(first.trim())) return null;
  const rest = paragraph.slice(length).trim();
  if (rest === '' || (isDoubtful && !goesOn.test(rest))) return null;
  const reporter = correspondent.exec(credit ?? '')?.groups;
  return {
    ...{ place: printed, day, isDoubtful, rest, isListed },
    agency: reporter?.['agency'] ?? credit,
    authors: reporter?.['name'] === undefined ? [] : [reporter['name']],
  };
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
    isListed: true,
    place: printed?.replace(/\s+/g, ' ').replace(/[\s,.]+$/, '') ?? null,
    // Months are written in capitals too.
    day: day === undefined ? null : (findDays(day, context)[0] ?? null),
    agency: credit ?? null,
    authors: names.split(/[\s、，,·]+/).filter((name) => name !== ''),
    rest,
  };
}
