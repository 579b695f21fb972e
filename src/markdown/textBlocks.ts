import type { default as MarkdownIt } from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { lineAt, lineStarts } from '../diagnostics/lines.ts';
import { createMarkdown } from './markdown.ts';

/** A half-open range of code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface LocatedLink {
  readonly kind: 'link' | 'image';
  /** The address as CommonMark reads it. */
  readonly href: string;
  /** An image's alternative text. */
  readonly alt: string;
  /** In the block: the whole link or image. */
  readonly range: Range;
  /** In the block: what is read, for a link. */
  readonly label: Range;
  /** In the block: the address; null where it stands in a definition. */
  readonly address: Range | null;
}

/** A paragraph, a heading or a cell of a table, as it is written and with its place. */
export interface TextBlock {
  readonly kind: 'prose' | 'heading' | 'quotation';
  readonly source: string;
  /** The source with a space for each character that is no prose: code, addresses, images. */
  readonly prose: string;
  readonly links: readonly LocatedLink[];
  /** From a place in the source to one in the body, in code units. */
  readonly toBody: (offset: number) => number;
}

const locations = new WeakMap<Token, number>();
let parser: MarkdownIt | null = null;

/** A parser of its own, which notes where each token begins; the one that renders stays fast. */
function locatingParser(): MarkdownIt {
  if (parser !== null) return parser;
  parser = createMarkdown();
  const { State } = parser.inline;
  parser.inline.State = class extends State {
    override push(...inputs: Parameters<InstanceType<typeof State>['push']>): Token {
      const token = super.push(...inputs);
      locations.set(token, this.pos);
      return token;
    }
  };
  return parser;
}

/** Reads a body's blocks of text in the order in which CommonMark gives them. */
export function readTextBlocks(body: string): readonly TextBlock[] {
  const markdown = locatingParser();
  const lines = body.split('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const blocks: TextBlock[] = [];
  const cellEnds = new Map<number, number>();
  let quoteDepth = 0;
  let rowLine = 0;
  const tokens = markdown.parse(body, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'blockquote_open') quoteDepth++;
    if (token.type === 'blockquote_close') quoteDepth--;
    if (token.type === 'tr_open') rowLine = token.map?.[0] ?? rowLine;
    if (token.type !== 'inline' || token.children === null) continue;
    const before = tokens[index - 1]?.type ?? '';
    const isCell = before === 'td_open' || before === 'th_open';
    // The text of a footnote written within a sentence has no place of its own.
    if (token.map === null && !isCell) continue;
    const firstLine = token.map?.[0] ?? rowLine;
    const offsets = token.content.split('\n').map((content, row) => {
      const line = firstLine + row;
      const text = lines[line] ?? '';
      const from = cellEnds.get(line) ?? 0;
      const column = isCell ? findCell(text, content, from) : text.lastIndexOf(content);
      if (isCell) cellEnds.set(line, Math.max(column, from) + content.length);
      return (starts[line] ?? 0) + Math.max(column, 0);
    });
    const links = locateLinks(token, markdown);
    blocks.push({
      kind: quoteDepth > 0 ? 'quotation' : before === 'heading_open' ? 'heading' : 'prose',
      source: token.content,
      prose: maskProse(token, links),
      links,
      toBody: createToBody(token.content, offsets),
    });
  }
  return blocks;
}

/** The blanks before a cell's text; beyond them the text is that of another cell. */
const widestPadding = 2000;

function findCell(row: string, content: string, from: number): number {
  const found = row.slice(from, from + content.length + widestPadding).indexOf(content);
  return found < 0 ? found : from + found;
}

/** @param offsets where each row of the source begins in the body */
function createToBody(source: string, offsets: readonly number[]): (offset: number) => number {
  let starts: readonly number[] | null = null;
  return (offset) => {
    starts ??= lineStarts(source);
    const row = lineAt(starts, offset);
    return (offsets[row] ?? 0) + offset - (starts[row] ?? 0);
  };
}

function locateLinks(inline: Token, markdown: MarkdownIt): readonly LocatedLink[] {
  const links: LocatedLink[] = [];
  const open: { readonly token: Token; readonly start: number }[] = [];
  const { content: source } = inline;
  for (const token of inline.children ?? []) {
    const start = locations.get(token) ?? 0;
    if (token.type === 'link_open') open.push({ token, start });
    if (token.type === 'link_close') {
      const opening = open.pop();
      if (opening === undefined) continue;
      const href = opening.token.attrGet('href') ?? '';
      if (opening.token.markup === 'autolink') {
        const address = { start: start + 1, end: source.indexOf('>', start) };
        const range = { start, end: address.end + 1 };
        links.push({ kind: 'link', href, alt: '', range, label: address, address });
        continue;
      }
      const label = { start: opening.start, end: start };
      const { address, end } = locateAddress(source, start, markdown);
      const range = { start: opening.start - 1, end };
      links.push({ kind: 'link', href, alt: '', range, label, address });
    }
    if (token.type === 'image') {
      const label = { start: start + 2, end: findLabelEnd(source, start + 2) };
      const { address, end } = locateAddress(source, label.end, markdown);
      const range = { start, end };
      const href = token.attrGet('src') ?? '';
      links.push({ kind: 'image', href, alt: token.content, range, label, address });
    }
  }
  return links;
}

function findLabelEnd(source: string, from: number): number {
  let depth = 1;
  for (let index = from; index < source.length; index++) {
    const character = source[index];
    if (character === '\\') index++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return index;
  }
  return source.length;
}

/** What follows a label: `](address "title")`, `][reference]` or nothing. */
function locateAddress(
  source: string,
  labelEnd: number,
  { helpers }: MarkdownIt,
): { readonly address: Range | null; readonly end: number } {
  const after = labelEnd + 1;
  if (source[after] === '[') return { address: null, end: source.indexOf(']', after) + 1 };
  if (source[after] !== '(') return { address: null, end: after };
  let start = after + 1;
  while (/\s/.test(source.charAt(start))) start++;
  const found = helpers.parseLinkDestination(source, start, source.length);
  if (!found.ok) return { address: null, end: after };
  const isBracketed = source[start] === '<';
  const address = isBracketed
    ? { start: start + 1, end: found.pos - 1 }
    : { start, end: found.pos };
  let end = found.pos;
  while (/\s/.test(source.charAt(end))) end++;
  const title = helpers.parseLinkTitle(source, end, source.length);
  if (title.ok) end = title.pos;
  while (/\s/.test(source.charAt(end))) end++;
  return { address, end: end + 1 };
}

function maskProse(inline: Token, links: readonly LocatedLink[]): string {
  const { content: source } = inline;
  const ranges: Range[] = [];
  for (const { kind, range, label } of links) {
    if (kind === 'image' || source[range.start] === '<') ranges.push(range);
    else
      ranges.push({ start: range.start, end: label.start }, { start: label.end, end: range.end });
  }
  for (const token of inline.children ?? []) {
    const start = locations.get(token) ?? 0;
    if (token.type === 'code_inline')
      ranges.push({ start, end: findCodeEnd(source, start, token) });
    if (token.type === 'footnote_ref') ranges.push({ start, end: source.indexOf(']', start) + 1 });
  }
  let prose = '';
  let position = 0;
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    if (end <= position) continue;
    prose += source.slice(position, Math.max(position, start));
    prose += source.slice(Math.max(position, start), end).replace(/[^\n]/g, ' ');
    position = end;
  }
  return prose + source.slice(position);
}

function findCodeEnd(source: string, start: number, { markup }: Token): number {
  let close = source.indexOf(markup, start + markup.length);
  while (close >= 0) {
    let end = close + markup.length;
    while (source[end] === '`') end++;
    if (end === close + markup.length) return end;
    close = source.indexOf(markup, end);
  }
  return source.length;
}
