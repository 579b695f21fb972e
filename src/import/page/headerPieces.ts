import type { PageElement, PageNode } from '../dom.ts';
import { isSentence } from '../headerLines.ts';
import { markOf, type Mark } from './marks.ts';

/** A line that stands near the headline of a page. */
export interface Piece {
  /** Space folded. */
  readonly text: string;
  /** What its element is marked as. */
  readonly mark: Mark | null;
  /** The element that is marked so; null where none is. */
  readonly element: PageElement | null;
  /** What goes out of the page with it. */
  readonly nodes: readonly PageNode[];
  /** Whether its element is the headline. */
  readonly isHeadline: boolean;
}

const skipped =
  /^(?:nav|script|style|noscript|template|iframe|figure|figcaption|picture|img|svg|video|audio|object|embed|button|form|select|textarea|input|dialog|head|menu)$/;
const inline =
  /^(?:a|abbr|acronym|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
/** Signs between the parts of a line; they belong to none. */
const sign = /^[\s|｜•·∙‧,;:/–—-]*$/u;
/** Signs that part two lines which one text has. */
const parting = /\s*[|｜•·∙]\s*/u;

/**
 * The lines of an element in the order of the page, as far as they are asked for.
 * @param outer what an element around it is marked as
 */
export function* piecesOf(
  root: PageElement,
  headline: PageElement | null,
  outer: Marked = none,
): Generator<Piece> {
  let run: PageNode[] = [];
  for (const node of [...root.childNodes]) {
    const element = asElement(node);
    if (element !== null && isBlock(element)) {
      yield* splitBlock(run, outer);
      run = [];
      if (element === headline) yield pieceOf([element], none, true);
      else if (!isSkipped(element))
        yield* piecesOf(element, headline, bylineAround(element, outer));
    } else if (node.nodeType === 3 || (element !== null && !isSkipped(element))) run.push(node);
  }
  yield* splitBlock(run, isLeaf(root) ? markedAs(root, outer) : outer);
}

interface Marked {
  readonly mark: Mark | null;
  readonly element: PageElement | null;
}

const none: Marked = { mark: null, element: null };

function markedAs(element: PageElement, outer: Marked): Marked {
  const mark = markOf(element);
  return mark === null ? outer : { mark, element };
}

/** All lines of a short element that is marked as a by-line are of it. */
function bylineAround(element: PageElement, outer: Marked): Marked {
  if (markOf(element) !== 'byline' || textOf([element]).length > longestLine) return outer;
  return { mark: 'byline', element };
}

function isLeaf(element: PageElement): boolean {
  return [...element.children].every((child) => !isBlock(child));
}

function asElement(node: PageNode): PageElement | null {
  return node.nodeType === 1 ? (node as PageElement) : null;
}

/** A line break is no block, and an inline element with blocks in it is one. */
function isBlock(element: PageElement): boolean {
  if (element.localName === 'br') return false;
  return !inline.test(element.localName) || !isLeaf(element);
}

function isSkipped(element: PageElement): boolean {
  const isHidden =
    element.getAttribute('hidden') !== null ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
  return isHidden || skipped.test(element.localName);
}

/** No line that tells who or when is longer, in letters. */
export const longestLine = 200;
/** No such line that ends as a sentence does is longer. */
const longestSentence = 40;

/** A paragraph of text is one line, whatever elements it has. */
function* splitBlock(nodes: readonly PageNode[], outer: Marked): Generator<Piece> {
  const text = textOf(nodes);
  const isText = text.length > longestLine || (text.length > longestSentence && isSentence(text));
  if (isText) yield pieceOf(nodes, none, false);
  else yield* splitRun(nodes, outer);
}

/** The lines of neighbours within one block: line breaks and marked elements part them. */
function* splitRun(nodes: readonly PageNode[], outer: Marked): Generator<Piece> {
  const hasText = nodes.some((node) => node.nodeType === 3 && !sign.test(node.textContent ?? ''));
  let open: PageNode[] = [];
  // Signs go out of the page with the line behind them.
  let signs: PageNode[] = [];
  const withSigns = (of: readonly PageNode[]): readonly PageNode[] => {
    const all = [...signs, ...of];
    signs = [];
    return all;
  };
  const close = function* (): Generator<Piece> {
    const closed = open;
    open = [];
    if (closed.some((node) => !sign.test(node.textContent ?? '')))
      yield pieceOf(withSigns(closed), outer, false);
    else signs.push(...closed);
  };
  const within = function* (element: PageElement): Generator<Piece> {
    for (const piece of splitRun([...element.childNodes], markedAs(element, outer)))
      yield { ...piece, nodes: withSigns(piece.nodes) };
  };
  for (const node of nodes) {
    const element = asElement(node);
    if (element === null) {
      const isParting = parting.test(node.textContent ?? '') && sign.test(node.textContent ?? '');
      if (isParting) {
        yield* close();
        signs.push(node);
      } else if (node.nodeType === 3) open.push(node);
      continue;
    }
    const own = markedAs(element, none);
    if (element.localName === 'br') yield* close();
    else if (isParted(element, own)) {
      yield* close();
      yield* within(element);
    } else if (own.mark !== null && (own.mark !== 'byline' || !hasText)) {
      yield* close();
      yield pieceOf(withSigns([element]), own, false);
    } else if (hasText) open.push(node);
    else {
      yield* close();
      yield* within(element);
    }
  }
  yield* close();
}

/** Whether marked elements within one say more than its own mark does. */
function isParted(element: PageElement, { mark }: Marked): boolean {
  if (
    mark !== null &&
    mark !== 'byline' &&
    stampAttributes.some((name) => hasAttribute(element, name))
  )
    return false;
  const marks = [...element.querySelectorAll('*')].map(markOf).filter((each) => each !== null);
  return mark === 'byline' ? marks.some((each) => each !== 'byline') : marks.length > 0;
}

/** Where an element has its date for programs, in their order. */
export const stampAttributes = [
  ...['content', 'datetime', 'title', 'data-datetime', 'data-date', 'data-timestamp', 'data-time'],
] as const;

function hasAttribute(element: PageElement, name: string): boolean {
  return (element.getAttribute(name) ?? '') !== '';
}

function pieceOf(
  nodes: readonly PageNode[],
  { mark, element }: Marked,
  isHeadline: boolean,
): Piece {
  const text = textOf(nodes).replace(/^[|｜•·∙‧\s]+/, '');
  return { text, mark, element, nodes, isHeadline };
}

function textOf(nodes: readonly PageNode[]): string {
  const text = nodes.map((node) => node.textContent ?? '').join('');
  return text.replace(/\s+/g, ' ').trim();
}

/** `By Jane Doe | 5 January 2024` is two lines. */
export function linesOf({ text, mark }: Piece): readonly string[] {
  if (mark !== null && mark !== 'byline') return [text];
  return text.split(parting).filter((line) => line !== '');
}
