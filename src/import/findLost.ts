import { agencyNames } from './agencies.ts';
import { findDays, type DayContext } from './findDays.ts';
import { foldName } from '../names/fold.ts';

/** What was kept of a report, and what was told of the rest. */
export interface Kept {
  /** Texts of every field and of what is told as left out. */
  readonly fields: readonly string[];
  /** The paragraphs of the body. */
  readonly body: readonly string[];
  readonly sources: readonly string[];
  /** Names and places of scripts without spaces, which stand within longer words. */
  readonly values: readonly string[];
  /** Days and moments in ISO 8601. */
  readonly moments: readonly string[];
}

const words = /[\p{L}\p{N}\p{M}]+/gu;
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Hang}]/u;
/** The most values that are looked for within words. */
const mostValues = 40;

/** Words that say what a line is, and nothing else. */
const labels: ReadonlySet<string> = new Set(
  `by par por von di door av af oleh reporter reporters author authors writer writers written reporting story report staff source sources credit credits via published posted updated update modified released issued date dated broadcast aired first last originally on at from in and the with et und y e con avec mit for ad ah ce h no nr correspondent special says
  pewarta penulis sumber kaynak haber muhabir fuente fuentes fonte fonti quelle quellen bron kilde källa źródło источник джерело автор корреспондент المصدر بقلم من الموافق هـ م مאת מאת das der le la el il del de
  記者 记者 本報 本报 特派員 기자 특파원 電 电 日電 日电 報導 报道 报导 讯 訊 完 来源 來源 출처 発 발 年 月 日 년 월 일 時 分 года г р року พ ศ ค`.split(
    /\s+/,
  ),
);

/**
 * Parts of paragraphs that stand neither in a field nor in the body, nor are told as left out: the report's own
 * words, so that nothing of it vanishes untold.
 */
export function findLost(
  paragraphs: readonly string[],
  kept: Kept,
  context: DayContext,
): readonly string[] {
  const printed = new Set(paragraphs);
  const whole = new Set([...kept.fields, ...kept.body]);
  const known = new Set(kept.fields.flatMap(foldedWords));
  for (const source of kept.sources)
    for (const name of agencyNames(source)) foldedWords(name).forEach((each) => known.add(each));
  // Paragraphs that lost their dateline or their credit.
  const cut = kept.body.filter((text) => !printed.has(text)).slice(0, mostValues);
  const names = [...kept.values, ...kept.sources.flatMap(agencyNames)];
  const values = [...cut, ...names.filter((value) => unspaced.test(value)).slice(0, mostValues)];
  const moments = new Set(kept.moments.map((moment) => moment.slice(0, 10)));
  const hasTime = kept.moments.some((moment) => moment.length > 10);
  const masked = (text: string): string => mask(text, values, moments, hasTime, context);
  return paragraphs
    .filter((text) => !whole.has(text))
    .flatMap((text) => lostPart(text, known, masked));
}

function foldedWords(text: string): readonly string[] {
  return (text.match(words) ?? []).map(foldName);
}

/** From the first word that is lost to the last. */
function lostPart(
  text: string,
  known: ReadonlySet<string>,
  masked: (text: string) => string,
): readonly string[] {
  // ET is a zone, and "et" a word between names.
  const isLabel = (word: string): boolean => word !== 'ET' && labels.has(foldName(word));
  const isLost = (word: string): boolean => !known.has(foldName(word)) && !isLabel(word);
  const lost = [...masked(text).matchAll(words)].filter(([word]) => isLost(word));
  const [first, last] = [lost[0], lost.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [before = ''] = /\S*$/.exec(text.slice(0, first.index)) ?? [];
  const [behind = ''] = /^\S*/.exec(text.slice(last.index + last[0].length)) ?? [];
  const end = last.index + last[0].length + behind.length;
  const part = text.slice(first.index - before.length, end);
  return [part.length * 2 > text.length ? text : part];
}

const time =
  /(?<!\d)\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?\s?m\.?)?(?:\s*\(?[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?/giu;

/** A paragraph with blanks in place of what stands in fields in another form: days, times, names. */
function mask(
  text: string,
  values: readonly string[],
  moments: ReadonlySet<string>,
  hasTime: boolean,
  context: DayContext,
): string {
  let masked = text;
  for (const value of values) masked = masked.replaceAll(value, ' '.repeat(value.length));
  const blank = (from: number, length: number): void => {
    masked = masked.slice(0, from) + ' '.repeat(length) + masked.slice(from + length);
  };
  for (const { day, index, text: written, kind } of findDays(text, context)) {
    if (kind !== 'relative' && moments.has(day)) blank(index, written.length);
  }
  if (hasTime) for (const match of text.matchAll(time)) blank(match.index, match[0].length);
  return masked;
}
