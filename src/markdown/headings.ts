import type Token from 'markdown-it/lib/token.mjs';

/** The level of the highest heading of a body: the page's title is its h1. */
const highest = 2;

/**
 * Moves a body's headings as one, so that the highest is h2, and gives each an id as GitHub does
 * (html-pipeline, TableOfContentsFilter): the text in small letters without punctuation, a hyphen for each
 * space, and a number behind an id that is taken.
 */
export function placeHeadings(tokens: readonly Token[]): void {
  let shift = -Infinity;
  for (const token of tokens)
    if (token.type === 'heading_open') shift = Math.max(shift, highest - levelOf(token));
  if (shift === -Infinity) return;
  const chooseId = createIds();
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_close') move(token, shift);
    if (token.type !== 'heading_open') continue;
    move(token, shift);
    token.attrs = [['id', chooseId(headingText(tokens[index + 1]?.children ?? []))]];
  }
}

function levelOf({ tag }: Token): number {
  return Number(tag.slice(1));
}

function move(token: Token, shift: number): void {
  token.tag = `h${Math.min(levelOf(token) + shift, 6)}`;
}

/** What is read of a heading, without its pictures. */
function headingText(tokens: readonly Token[]): string {
  let text = '';
  for (const { type, content } of tokens) {
    if (type === 'text' || type === 'text_special' || type === 'code_inline') text += content;
    else if (type === 'softbreak' || type === 'hardbreak') text += ' ';
  }
  return text;
}

/** Gives each text an id that no other has. */
function createIds(): (text: string) => string {
  /** The ids that are taken, each with the last number that was put behind it. */
  const taken = new Map<string, number>();
  return (text) => {
    const wanted = toHeadingId(text);
    let id = wanted;
    let number = taken.get(wanted) ?? 0;
    for (; taken.has(id); id = `${wanted}-${number}`) number++;
    taken.set(wanted, number);
    if (id !== wanted) taken.set(id, 0);
    return id;
  };
}

/** Stands where a heading has no letter, and before an id that is another's. */
const section = 'section';

function toHeadingId(text: string): string {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  if (id === '') return section;
  return isReservedId(id) ? `${section}-${id}` : id;
}

/** Whether an id is one of footnotes, or of the layouts, whose ids end in `_` or begin with `find_`. */
export function isReservedId(id: string): boolean {
  return /^(?:fn(?:ref)?\d+(?:-\d+)?|find_[a-z]+|[a-z]+_)$/.test(id);
}

/** What `placeHeadings` may write. */
export const headingTag = /^h[2-6] id="([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}-]+)"$/u;
