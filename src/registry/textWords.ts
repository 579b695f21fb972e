/**
 * A word as it stands in a text: letters with inner full stops and apostrophes, or initials with
 * their last full stop. In scripts written without spaces each character is a word.
 */
const wordPattern =
  /\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}\p{M}])|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]|[\p{L}\p{N}\p{M}]+(?:[.'’][\p{L}\p{N}\p{M}]+)*/gu;

export interface Word {
  readonly start: number;
  /** Where it ends without its sign. */
  readonly end: number;
  readonly raw: string;
  /** Signs directly after it, `++` of `C++`; mostly none. */
  readonly sign: string;
}

/** Of its own: `matchAll` would begin where `exec` has stopped. */
const nextWord = new RegExp(wordPattern);

/** The words of a text from a place on, read as they are asked for. */
export class WordReader {
  readonly #text: string;
  readonly #words: Word[] = [];
  #position: number;

  constructor(text: string, position: number) {
    this.#text = text;
    this.#position = position;
  }

  at(index: number): Word | null {
    if (index < 0) return null;
    while (this.#words.length <= index) {
      nextWord.lastIndex = this.#position;
      const match = nextWord.exec(this.#text);
      if (match === null) return null;
      this.#position = match.index + match[0].length;
      const sign = readSign(this.#text, this.#position);
      this.#words.push({ start: match.index, end: this.#position, raw: match[0], sign });
    }
    return this.#words[index] ?? null;
  }
}

/** The signs at a place. */
function readSign(text: string, start: number): string {
  let end = start;
  while (isSign(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

/** `+`, `#`, `*`, `♯`. */
function isSign(code: number): boolean {
  return code === 43 || code === 35 || code === 42 || code === 0x266f;
}

/** The words of a name. */
export function splitWords(name: string): readonly string[] {
  // Most names are so plain that nothing of Unicode is needed.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name)) return name.split(' ');
  return [...name.matchAll(wordPattern)].map(
    ({ 0: word, index }) => word + readSign(name, index + word.length),
  );
}

/**
 * From the end of a word to the next one that may begin a name: words in small Latin letters, which
 * most are, need no look into the table of names.
 */
export function skipSmallWords(
  text: string,
  from: number,
  smallStarts: ReadonlySet<string>,
): number {
  let index = from;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    const isSmall = code >= 97 && code <= 122;
    const isOther = code < 128 && !isSmall && !isAsciiWord(code);
    if (isOther) index++;
    else if (!isSmall || smallStarts.has(text.charAt(index)) || text[index + 1] === '.')
      return index;
    else index = endOfWord(text, index);
  }
  return index;
}

/** Ends a word as the last alternative of `wordPattern` does. */
function endOfWord(text: string, start: number): number {
  let index = start;
  for (;;) {
    while (isWordAt(text, index)) index++;
    const isJoined = /^[.'’]$/.test(text.charAt(index)) && isWordAt(text, index + 1);
    if (!isJoined) return index;
    index++;
  }
}

function isWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (Number.isNaN(code)) return false;
  if (code < 128) return isAsciiWord(code);
  // The second half of a character goes with the first.
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
  const start = isSecondHalf ? index - 1 : index;
  return /^[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(start) ?? 32));
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
