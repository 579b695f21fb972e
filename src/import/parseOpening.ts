import { findAgency } from './agencies.ts';
import type { DayContext, DayMention } from './findDays.ts';
import { certain, type Marked } from './marked.ts';
import { spellName } from './parseByline.ts';
import { isPersonName } from './personName.ts';
import { readDateline, type Dateline } from './readDateline.ts';
import { readEastAsianLead } from './readEastAsianLead.ts';

/** What stands before the first sentence of a report. */
export interface Opening {
  /** As printed; null where the report opens with its agency alone. */
  readonly place: string | null;
  /** Why the place may be none, where it may be the subject of a sentence. */
  readonly doubt: string | null;
  readonly day: DayMention | null;
  /** The credit as printed: `Reuters`, `AP`. */
  readonly agency: string | null;
  /** Whether it is that of an agency that we know. */
  readonly isListed: boolean;
  /** Reporters who are named with it. */
  readonly authors: readonly Marked<string>[];
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
  const lead = readEastAsianLead(start, context);
  if (lead !== null) {
    const { credit, length, ...more } = lead;
    const rest = paragraph.slice(length).trim();
    return rest === '' ? null : { ...more, agency: credit, rest };
  }
  const match = placeAlone.exec(start);
  if (match === null) return openingBeforeStop(paragraph);
  const { place: printed = '' } = match.groups ?? {};
  const [first = ''] = printed.split(/[,[]/);
  if (labels.test(first.trim()) || findAgency(first) !== null) return null;
  // Without an agency, capitals tell a place from the subject of a sentence.
  const isCapitals = /\p{Lu}{2}/u.test(first) && first === first.toUpperCase();
  const isSpeaker = speakers.test(first) && /[:：]\s*$/.test(match[0]);
  if (isSpeaker) return null;
  const opening = openingOf(match, paragraph);
  if (isCapitals) return opening === null ? null : judgeCapitals(opening, first.trim());
  // Hebrew and Arabic papers write a hyphen.
  const isUncased = /^\p{Lo}/u.test(printed);
  const isDash = isUncased ? / [-–—] ?$/.test(match[0]) : / [–—] $/.test(match[0]);
  const isAlone = isDash && printed.split(/\s+/).length <= (isUncased ? 2 : 3);
  if (opening === null || !isAlone || !isSentence(opening.rest)) return null;
  return { ...opening, doubt: bareDash };
}

/** Letters of the longest name that is an agency's rather than a place's. */
const longestAcronym = 3;

/** `TTO - It rained`, but `LIMA — It rained` */
function judgeCapitals(opening: Opening, place: string): Opening {
  if (opening.place !== place || place.length > longestAcronym) return opening;
  return { ...opening, place: null, agency: place, isListed: false };
}

const beforeStop =
  /^(?<place>\p{Lu}[\p{L}\p{M}-]{2,20}(?: \p{Lu}[\p{L}\p{M}-]{2,20})?)\. (?=\p{Lu})/u;

/** `Larn. Ein Sturm …`: a place where the paragraph says that something is in, from or at it. */
function openingBeforeStop(paragraph: string): Opening | null {
  const match = beforeStop.exec(paragraph);
  const place = match?.groups?.['place'] ?? '';
  if (match === null) return null;
  const isPlace = ['in', 'aus', 'en', 'em', 'à', 'from', 'at', 'nach'].some((word) =>
    paragraph.includes(` ${word} ${place}`),
  );
  const opening = openingOf(match, paragraph);
  if (opening === null || !isPlace) return null;
  return { ...opening, doubt: 'stands before a full stop, and is named as a place in the text' };
}

/** Whether what stands below a dash goes on to its end without another. */
function isSentence(text: string): boolean {
  return /^\p{Lu}[^–—]{60,}[.”"]$|^\p{Lo}(?:[^–— ]| (?!- )){20,}[.”"。؟।]$/u.test(text);
}

const bareDash = 'stands before a dash, without day and agency';

/** A sentence below a dash, without another dash. */
const goesOn = /^(?:\p{Lu}|\p{Lo})[^–—]{30,}$/u;

function openingOfDateline(dateline: Dateline, paragraph: string): Opening | null {
  const { place: printed, day, credit, isListed, isDoubtful, length } = dateline;
  const [first = ''] = printed?.split(/[,[]/) ?? [];
  if (labels.test(first.trim())) return null;
  const { names, rest } = takeNames(paragraph.slice(length).trim());
  if (rest === '' || (isDoubtful && !goesOn.test(rest))) return null;
  const reporter = correspondent.exec(credit ?? '')?.groups;
  if (names.length > 0 && reporter === undefined) {
    const authors = names.map(spellName);
    return { ...{ place: printed, day, rest, isListed, doubt: null, agency: credit }, authors };
  }
  return {
    ...{ place: printed, day, rest, isListed, doubt: isDoubtful ? doubtOf(credit) : null },
    agency: reporter?.['agency'] ?? credit,
    authors: reporter?.['name'] === undefined ? [] : [certain(reporter['name'])],
  };
}

/** `LARN (AA) - ANNA ROTH/JOHN ROE - It rained.` */
const namesInCapitals = /^(?<names>\p{Lu}[\p{Lu}\p{M}.'’/, -]{4,60}?)\s[-–—]\s/u;

function takeNames(text: string): { readonly names: readonly string[]; readonly rest: string } {
  const match = namesInCapitals.exec(text);
  const names = (match?.groups?.['names'] ?? '').split(/\s*[/,]\s*/);
  if (match === null || !names.every(isPersonName)) return { names: [], rest: text };
  return { names, rest: text.slice(match[0].length).trim() };
}

function doubtOf(credit: string | null): string {
  return credit === null
    ? bareDash
    : 'stands before a dash, without a day and with an agency that is not known here';
}

function openingOf(match: RegExpExecArray, paragraph: string): Opening | null {
  const rest = paragraph.slice(match[0].length).trim();
  if (rest === '') return null;
  const printed = match.groups?.['place'];
  return {
    ...{ doubt: null, isListed: true, day: null, agency: null, authors: [], rest },
    place: printed?.replace(/\s+/g, ' ').replace(/[\s,.]+$/, '') ?? null,
  };
}
