/** A word that stands directly beside a name, with a space, a line break or a hyphen between. */
export interface Neighbour {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** Whether a hyphen or a dash joins it to the name. */
  readonly isJoined: boolean;
}

/** Longer words are none. */
const longest = 60;

/** The word before a place; null where punctuation stands between, or nothing. */
export function wordBefore(text: string, place: number): Neighbour | null {
  const gap = gapLength(text, place - 1, -1);
  if (gap === 0) return null;
  const end = place - gap;
  let start = end;
  while (start > 0 && end - start < longest && isInWord(text, start - 1)) start--;
  const raw = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(raw) || isSentenceEnd(raw)) return null;
  return { raw, start, end, isJoined: isHyphen(text, end) };
}

/** The word after a place, as `wordBefore` gives it. */
export function wordAfter(text: string, place: number): Neighbour | null {
  const gap = gapLength(text, place, 1);
  if (gap === 0) return null;
  const start = place + gap;
  let end = start;
  while (end < text.length && end - start < longest && isInWord(text, end)) end++;
  // A full stop ends the sentence, or is a part of `Inc.`
  const raw = text.slice(start, end);
  return /^[\p{L}\p{N}]/u.test(raw) ? { raw, start, end, isJoined: isHyphen(text, place) } : null;
}

/** One space, line break or hyphen between two words; a line break may have a space beside it. */
function gapLength(text: string, index: number, step: 1 | -1): number {
  if (isHyphen(text, index)) return 1;
  if (!isSpace(text, index)) return 0;
  const next = index + step;
  return isSpace(text, next) && (text[index] === '\n' || text[next] === '\n') ? 2 : 1;
}

/** `-`, `‐`, `‑`, `–`. */
function isHyphen(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 45 || (code >= 0x2010 && code <= 0x2013 && code !== 0x2012);
}

function isSpace(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 32 || code === 10 || code === 0xa0 || code === 0x202f;
}

/** Letters, digits, and what stands within or behind a word. */
function isInWord(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return asciiInWord[code] === 1;
  return code === 0x2019 || /^[\p{L}\p{N}\p{M}\p{Cs}]$/u.test(text.charAt(index));
}

const asciiInWord = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\p{L}\p{N}.'-]/u.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether a word begins with a capital letter. */
export function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** Whether a word has capitals alone: `GDP`, `U.S.` */
export function isAllCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** A word in small letters, without a possessive 's and the full stop of a sentence. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/, '');
}

/** Whether a sentence, a quotation or a line begins at a place. */
export function beginsSentence(text: string, place: number): boolean {
  let index = place - 1;
  while (index >= 0 && /^[\s"'“”‘’„«»()[\]*_>]$/.test(text.charAt(index))) {
    if (/^["“„«([]$/.test(text.charAt(index))) return true;
    index--;
  }
  if (index < 0) return true;
  if (!/^[.!?:;…—–|•。]$/.test(text.charAt(index))) return false;
  if (text.charAt(index) !== '.') return true;
  const before = /[\p{L}\p{N}.]{1,6}$/u.exec(text.slice(Math.max(0, index - 5), index + 1));
  return before === null || isSentenceEnd(before[0]);
}

/** Whether the full stop of a word ends a sentence; those of `Mr.`, of an initial and of `U.S.` do not. */
function isSentenceEnd(word: string): boolean {
  if (!word.endsWith('.')) return false;
  return !/^(?:\p{L}\.)+$|^(?:Mr|Mrs|Ms|Dr|St|Ste|Gen|Col|Lt|Sen|Gov|Rep|Prof|Capt|Sgt|Maj|Adm|Cpl|Rev|Hon|Pres|Jr|Sr)\.$/u.test(
    word,
  );
}
