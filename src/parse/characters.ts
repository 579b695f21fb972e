/**
 * What a text may hold wherever it is written: in pages, feeds, mail, calendars and tables. XML 1.0
 * (section 2.2, Char) forbids most control characters, surrogates without their other half, U+FFFE and
 * U+FFFF; in HTML (section 13.2.3.5) DEL, the C1 controls and the other noncharacters are errors too. Texts
 * go through here when they are parsed and when Markdown has decoded its character references, and again
 * when they are written.
 */

/**
 * The code units of forbidden characters, as a class of a regular expression has them, for a quick look at a
 * text. Those of the planes above the first are known by their surrogates, which letters there have too.
 */
export const suspiciousUnits = String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff`;

const suspicious = new RegExp(`[${suspiciousUnits}]`);
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]/gu;

/** Takes forbidden characters away; half a surrogate pair becomes U+FFFD. */
export function withoutForbidden(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(forbidden, '').replace(/\p{Cs}/gu, '\ufffd');
}

const popEmbedding = '\u202c';
const popIsolate = '\u2069';
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/;
const everyDirectionMark = new RegExp(directionMarks, 'g');

/** Whether a text has marks that turn the direction of what follows (UAX 9, section 2). */
export function hasDirectionMarks(text: string): boolean {
  return directionMarks.test(text);
}

/**
 * Reads the texts of one paragraph in their order, so that each mark that turns the direction ends in it,
 * and none ends what it did not begin: a paragraph is shown in lists and feeds among others' words.
 */
export class DirectionMarks {
  /** What ends the marks that are open, the last one last. */
  #ends: string[] = [];
  #isolates = 0;

  /** @returns the text without the ends that have no beginning */
  take(text: string): string {
    return text.replace(everyDirectionMark, (mark) => {
      if (mark === popEmbedding) return this.#ends.at(-1) === mark ? this.#close(-1) : '';
      if (mark === popIsolate)
        return this.#isolates > 0 ? this.#close(this.#ends.lastIndexOf(mark)) : '';
      const isIsolate = mark >= '\u2066';
      if (isIsolate) this.#isolates++;
      this.#ends.push(isIsolate ? popIsolate : popEmbedding);
      return mark;
    });
  }

  /** What is missing at the end of the paragraph. */
  end(): string {
    this.#isolates = 0;
    return this.#ends.length === 0 ? '' : this.#ends.splice(0).reverse().join('');
  }

  /** An isolate ends the embeddings in it. */
  #close(at: number): string {
    const ended = this.#ends.splice(at).reverse();
    if (ended.at(-1) === popIsolate) this.#isolates--;
    return ended.join('');
  }
}

/** A text that is a paragraph of its own. */
export function balanceDirections(text: string): string {
  if (!hasDirectionMarks(text)) return text;
  const marks = new DirectionMarks();
  return marks.take(text) + marks.end();
}
