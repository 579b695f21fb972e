import { isAllCapitals, isCapital } from './neighbours.ts';

/** How far a sentence is looked at, in code units to each side. */
const reach = 100;

/**
 * Whether capitals around a name say nothing: in a headline each word may have one, in German each noun
 * has, and other scripts have none.
 */
export function proveNothing(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const left = before.slice(lastBreak(before));
  const right = after.slice(0, firstBreak(after));
  const words = `${left} ${right}`.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  // A headline has no full stop.
  const isSentence = after.charAt(right.length) === '.';
  return isHeadline(words, isSentence) || isGerman(words);
}

/** Words without small ones but such as `of`: a headline, a sign, or the name of a work. */
function isHeadline(words: readonly string[], isSentence: boolean): boolean {
  const long = words.filter((word) => word.length >= 4);
  if (long.some((word) => !isCapital(word) && !/^\d/.test(word))) return false;
  const capitals = words.filter(isCapital);
  const allCapitals = words.filter((word) => word.length >= 3 && isAllCapitals(word));
  const hasShort = capitals.some((word) => word.length <= 3 && !isAllCapitals(word));
  if (!isSentence && capitals.length >= (hasShort ? 3 : 4)) return true;
  return allCapitals.length >= 1 && allCapitals.length === long.length;
}

const germanWords = new Set(
  'dem und ist wird nicht mit für zu ein eine einen einem auch sich auf nach bei wurde werden haben sind aus zum zur über montag dienstag mittwoch donnerstag freitag samstag sonntag'.split(
    ' ',
  ),
);
/** Words that English has as well, or names such as `von der Leyen`. */
const alsoEnglish = new Set([
  'der',
  'das',
  'von',
  'die',
  'am',
  'den',
  'hat',
  'im',
  'in',
  'war',
  'an',
]);

function isGerman(words: readonly string[]): boolean {
  const found = new Set<string>();
  const doubtful = new Set<string>();
  for (const word of words.map((each) => each.toLowerCase())) {
    if (germanWords.has(word)) found.add(word);
    else if (alsoEnglish.has(word)) doubtful.add(word);
  }
  return found.size > 0 && found.size + doubtful.size >= 2;
}

/** Where the last sentence, quotation or line of a text begins. */
function lastBreak(text: string): number {
  let index = text.length - 1;
  while (index >= 0 && !isBreak(text, index)) index--;
  return index + 1;
}

function firstBreak(text: string): number {
  let index = 0;
  while (index < text.length && !isBreak(text, index)) index++;
  return index;
}

function isBreak(text: string, index: number): boolean {
  const sign = text.charAt(index);
  if (breaks.has(sign)) return true;
  // Initials and titles have full stops as well.
  return (
    sign === '.' &&
    /^\s?$/.test(text.charAt(index + 1)) &&
    /\p{Ll}{3}/u.test(text.slice(Math.max(0, index - 3), index))
  );
}

const breaks = new Set('"“”„«»!?:;|。');
