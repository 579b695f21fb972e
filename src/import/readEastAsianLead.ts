import { addDays, type Day } from '../dates/day.ts';
import { findAgency, isKnownCredit } from './agencies.ts';
import { findDays, inAsciiDigits, type DayContext, type DayMention } from './findDays.ts';
import { certain, guessed, type Marked } from './marked.ts';

/** What Chinese, Japanese and Korean reports open with: place, day, agency and reporter, in brackets or not. */
export interface EastAsianLead {
  readonly place: string | null;
  /** Why the place may be another, where it may. */
  readonly doubt: string | null;
  readonly day: DayMention | null;
  readonly credit: string | null;
  readonly isListed: boolean;
  readonly authors: readonly Marked<string>[];
  /** How many letters of the paragraph it takes. */
  readonly length: number;
}

const letters = '\\p{sc=Han}\\p{sc=Hang}\\p{sc=Hira}\\p{sc=Kana}ー';
/** （中央社記者王小明台北15日電）, [서울=뉴시스], 【ソウル共同】, ［東京　５日　ロイター］ - */
const bracketed =
  /^[（([［【〔](?<inner>[^（）()［］[\]【】〔〕]{2,44})[）)\]］】〕]\s*(?:[-–—―]{1,2}\s*)?/u;
/** 新华社北京1月5日电, 記者王小明／台北報導 */
const bare =
  /^(?<inner>\S(?:[^，。：；,.!?「」“”（）()\s]| (?=\S)){2,32}?(?:[电電]|報導|报道|报导|特電|特电))(?![\p{sc=Han}]*(?:视|視|力|影|话|話|脑|腦|信))\s*/u;
/** （记者李明 王芳）, 홍길동 기자 = */
const reportersBehind =
  /^(?:[（(](?:记者|記者)\s*(?<han>[^（）()]{2,40})[）)]\s*|(?<hang>[\p{sc=Hang} ·,]{2,24}?)\s?(?:선임기자|기자|특파원)\s*[=＝]\s*)/u;

const ending =
  /(?:綜合|综合)?(?:外電|外电)?(?:報導|报道|报导|專電|专电|特電|特电|[电電讯訊発發]|발)$/u;
const marker = /^(?:本報|本报)?(?:駐\S{2,4})?(?:特派員|特派员|特派|記者|记者)\s*/u;
/** How an agency or a paper is called; a name behind a sign of equality that ends otherwise is a person's. */
const organ = /(?:通信社?|通訊社?|通讯社?|新聞社?|新闻社?|ニュース|뉴스\d?|통신사?|일보|신문|社)$/u;

/** Reads such a lead at the start of a paragraph; null where there is none. */
export function readEastAsianLead(start: string, context: DayContext): EastAsianLead | null {
  const match = bracketed.exec(start) ?? bare.exec(start);
  const inner = inAsciiDigits(match?.groups?.['inner'] ?? '');
  if (match === null || !new RegExp(`[${letters}]`, 'u').test(inner)) return null;
  const read = readInner(inner.trim(), context);
  if (read === null) return null;
  // 记者了解到据当地媒体报道 begins a sentence: without brackets, a day or a sign the lead stands apart.
  const isApart = /\s$/.test(match[0]) || match[0].length === start.length;
  const isOpen = bracketed.test(start) || read.day !== null || /[/／]/u.test(inner);
  if (!isOpen && !isApart) return null;
  // 5日电视台报道 begins one as well: who reports stands first.
  const isNamed = read.credit !== null || read.authors.length > 0 || own.test(inner);
  if (!bracketed.test(start) && !isNamed) return null;
  const behind = reportersBehind.exec(start.slice(match[0].length));
  const names = behind?.groups?.['han'] ?? behind?.groups?.['hang'];
  const authors = names === undefined ? read.authors : splitNames(names).map(certain);
  return { ...read, authors, length: match[0].length + (behind?.[0].length ?? 0) };
}

type Inner = Omit<EastAsianLead, 'length'>;

function readInner(inner: string, context: DayContext): Inner | null {
  const [left = '', right, ...more] = inner.split(/\s*[=＝]\s*/u);
  if (more.length > 0) return null;
  if (right !== undefined) return readEquation(left, right, context);
  const ended = inner.replace(ending, '');
  const isEnded = ended !== inner;
  const { day, rest: undated } = takeDay(ended, context);
  const agency = takeAgency(undated, isEnded && day !== null);
  const { credit, isListed } = agency;
  const { authors, doubt, place: printed } = takeReporters(agency.rest);
  const place = cleanPlace(printed);
  if (place === null && (printed !== '' || credit === null)) return null;
  // An agency in brackets is enough: 【ソウル共同】. Without one an ending is wanted, and a day or a reporter.
  const isWhole = isEnded && (day !== null || authors.length > 0);
  if (credit === null && !isWhole) return null;
  return { day, credit, isListed, place, doubt, authors };
}

/** 서울=연합뉴스, 東京＝時事, ソウル＝山田太郎 */
function readEquation(left: string, right: string, context: DayContext): Inner | null {
  const { day, rest: undated } = takeDay(left, context);
  const { credit, rest } = takeAgency(undated, false);
  const place = cleanPlace(rest);
  if (place === null || right.length > 14) return null;
  const found = { place, day, doubt: null, authors: [] };
  // 【パリ共同＝山田太郎】
  if (credit !== null) return { ...found, credit, isListed: true, authors: [certain(right)] };
  if (isCredit(right)) return { ...found, credit: right, isListed: true };
  if (/\p{sc=Hang}/u.test(right) || organ.test(right) || /^[A-Z]{2,}/.test(right))
    return { ...found, credit: right, isListed: false };
  const author = guessed(right, 'stands behind the place; no agency of that name is known here');
  return { ...found, credit: null, isListed: true, authors: [author] };
}

function isCredit(text: string): boolean {
  return findAgency(text) !== null || isKnownCredit(text);
}

const number = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const dayAlone = new RegExp(`(?<!${number}|[月월]\\s?)(?<day>\\d{1,2})\\s?[日일]`, 'u');

/** The day, with its month or alone: 15日 is the last 15th before the report was filed. */
function takeDay(
  text: string,
  context: DayContext,
): { readonly day: DayMention | null; readonly rest: string } {
  // Where it is tomorrow already when a report is filed, its dateline is of the next day.
  const limit = addDays(context.day, 1);
  const [whole] = findDays(text, { ...context, day: limit }).filter(({ kind }) => kind === 'date');
  if (whole !== undefined) {
    return { day: whole, rest: without(text, whole.index, whole.text.length) };
  }
  const match = dayAlone.exec(text);
  const day = match === null ? null : lastDayOfMonth(Number(match.groups?.['day']), limit);
  if (match === null || day === null) return { day: null, rest: text.trim() };
  const rest = without(text, match.index, match[0].length);
  const mention = { day, text: match[0], index: match.index, kind: 'date' } as const;
  return { day: { ...mention, hasYear: false, hasWeekday: false }, rest };
}

/** What stands around a day, without the sign that it was sent then: 1월5일발 */
function without(text: string, index: number, length: number): string {
  const behind = text.slice(index + length).replace(/^\s?[발発發]/u, '');
  return `${text.slice(0, index)} ${behind}`.trim();
}

/** Two months in a row have a day of each number. */
const longestSearch = 62;

function lastDayOfMonth(number: number, limit: Day): Day | null {
  for (let back = 0; back < longestSearch; back++) {
    const day = addDays(limit, -back);
    if (Number(day.slice(8)) === number) return day;
  }
  return null;
}

/** Letters of the longest and the shortest name of an agency in these scripts. */
const longestAgency = 8;
const shortestAgency = 2;

interface Credited {
  readonly credit: string | null;
  readonly isListed: boolean;
  readonly rest: string;
}

/** 人民网北京: what ends as papers, stations and pages do, before a place */
const unlisted = /^(?<credit>\S{2,5}?(?:通訊社|通讯社|[网網报報社台]))(?<rest>\S{2,8})$/u;
/** The paper's own: 本报 */
const own = /^(?:本報|本报|本网|本社)(?!記者|记者)/u;

/** An agency that we know, first or last; before a place of a whole lead another as well. */
function takeAgency(text: string, isWhole: boolean): Credited {
  const listed = takeListed(text.replace(/^[据據]/u, ''));
  if (listed.credit !== null) return listed;
  const plain = text.replace(own, '');
  const { credit, rest } = (isWhole ? unlisted.exec(plain)?.groups : undefined) ?? {};
  if (credit === undefined || rest === undefined || marker.test(plain))
    return { ...listed, rest: plain };
  return { credit, isListed: false, rest };
}

function takeListed(text: string): Credited {
  const isListed = true;
  const [first = '', ...others] = text.split(/\s+/);
  if (isCredit(first)) return { isListed, credit: first, rest: others.join(' ') };
  const last = others.at(-1) ?? '';
  if (isCredit(last))
    return { isListed, credit: last, rest: [first, ...others.slice(0, -1)].join(' ') };
  for (let length = longestAgency; length >= shortestAgency; length--) {
    const [head, tail] = [text.slice(0, length), text.slice(-length)];
    if (head.length === length && findAgency(head) !== null)
      return { isListed, credit: head, rest: text.slice(length).trim() };
    if (tail.length === length && findAgency(tail) !== null)
      return { isListed, credit: tail, rest: text.slice(0, -length).trim() };
  }
  return { isListed, credit: null, rest: text };
}

interface Reporters {
  readonly authors: readonly Marked<string>[];
  readonly place: string;
  readonly doubt: string | null;
}

/** 記者王小明／台北, 記者王小明台北: a name has three letters, where at least two are left for the place. */
function takeReporters(text: string): Reporters {
  const mark = marker.exec(text);
  if (mark === null) return { authors: [], place: text, doubt: null };
  const named = text.slice(mark[0].length);
  const [names = '', place, ...more] = named.split(/\s*[/／]\s*/u);
  if (place !== undefined && more.length === 0)
    return { authors: splitNames(names).map(certain), place, doubt: null };
  const parts = splitNames(named);
  const glued = parts.at(-1) ?? '';
  const others = parts.slice(0, -1).map(certain);
  if (/\s\S+$/u.test(named.trim()) && glued.length <= 3 && parts.length === 2)
    return { authors: others, place: glued, doubt: null };
  const length = glued.length >= 5 ? 3 : 2;
  const why = `"${glued}" is a name and a place without a sign between them`;
  const author = guessed(glued.slice(0, length), why);
  return { authors: [...others, author], place: glued.slice(length), doubt: why };
}

function splitNames(text: string): readonly string[] {
  return text.split(/[\s、，,·]+/u).filter((name) => name !== '');
}

const placeName = new RegExp(`^[${letters}·・]{1,12}(?:[/／、][${letters}]{1,12})?$`, 'u');

function cleanPlace(text: string): string | null {
  const place = text.trim();
  return placeName.test(place) ? place : null;
}
