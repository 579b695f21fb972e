import TurndownService from 'turndown';
import { parseDocument, type PageDocument, type PageElement, type PageNode } from './dom.ts';
import { parseAddress } from './parseAddress.ts';
import { ImportError } from './decodeRaw.ts';
import { escapeInline, escapeStart } from './escapeMarkdown.ts';
import { isDataTable, takeTables, textOfTable } from './markdownTables.ts';
import { parseClosing } from './parseClosing.ts';
import { guessLanguage } from './guessLanguage.ts';
import { certain, type Marked } from './marked.ts';
import type { DayContext } from './findDays.ts';
import { parseOpening, type Opening } from './parseOpening.ts';

/** Elements within elements: what readers of pages take, far above what pages have. */
const deepest = 200;
const emptyElements =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th)$/i;

/** Refuses HTML that is nested so deeply that looking through it takes minutes. */
export function checkDepth(html: string): void {
  let depth = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/gi)) {
    if (emptyElements.test(match[2] ?? '')) continue;
    depth = match[1] === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) throw new ImportError(`its elements are nested more than ${deepest} deep`);
  }
}

/** The text of a report in HTML. */
export interface HtmlText {
  readonly body: string;
  readonly paragraphs: readonly string[];
  readonly opening: Opening | null;
  readonly sources: readonly string[];
  /** Who is named at the end as reporting. */
  readonly reporters: readonly string[];
  /** That of the context, or else a guess. */
  readonly language: Marked<string> | null;
  readonly leftOut: readonly string[];
}

const blocks = 'p, li, h2, h3, h4, h5, h6, blockquote, pre, td, th';

/** The innermost blocks in the order of the text; a table of data is one, for its cells say little alone. */
function blocksOf(document: PageDocument): readonly PageElement[] {
  const tables = [...document.querySelectorAll('table')].filter(isDataTable);
  const within = new Set(tables.flatMap((table) => [...table.querySelectorAll(blocks)]));
  return [...document.querySelectorAll(`${blocks}, table`)].filter((element) => {
    if (element.localName === 'table') return tables.includes(element);
    // One around a table is not the innermost.
    const isInner = element.querySelector(`${blocks}, table`) === null;
    return isInner && !within.has(element) && textOf(element) !== '';
  });
}

function blockText(element: PageElement): string {
  return element.localName === 'table' ? textOfTable(element) : textOf(element);
}

/** The body as Markdown, and how many tables have become lines. */
function formatBody(document: PageDocument): {
  readonly body: string;
  readonly flattened: number;
} {
  const turndown = createTurndown();
  const { fill, flattened } = takeTables(document, (html) => turndown.turndown(html));
  return { body: fill(turndown.turndown(document.body.innerHTML)).trim(), flattened };
}
const removed =
  'script, style, noscript, template, iframe, form, button, nav, img, picture, figure, svg, video, audio, object, embed';

/** What Markdown can't say; whoever imports it is told. */
export const lost =
  'script, style, noscript, template, iframe, form, button, svg, video, audio, object, embed';

/** HTML of a report's text → Markdown and paragraphs; what opens and closes it is taken off. */
export async function readHtmlText(
  html: string,
  base: string | null,
  { day, language: declared }: DayContext,
): Promise<HtmlText> {
  checkDepth(html);
  const document = parseDocument(`<!doctype html><html><body>${html}</body></html>`);
  for (const element of document.querySelectorAll(removed)) element.remove();
  resolveLinks(document, base);
  // Feeds have texts without any element.
  if (blocksOf(document).length === 0)
    document.body.innerHTML = `<p>${document.body.innerHTML}</p>`;
  const elements = blocksOf(document);
  const { language, others } =
    declared === null
      ? await guessLanguage(textOf(document.body))
      : { language: certain(declared), others: [] };
  const [first] = elements;
  const context = { day, language: language?.value ?? null, others };
  const isText = first !== undefined && first.localName !== 'table';
  const opening = isText ? parseOpening(textOf(first), context) : null;
  if (first !== undefined && opening !== null) {
    cutStart(first, textOf(first).length - opening.rest.length);
  }
  const closing = parseClosing(
    elements.map((element) => ({ text: blockText(element), isItem: false })),
  );
  for (const element of elements.slice(closing.paragraphs.length)) element.remove();
  const kept = elements.slice(0, closing.paragraphs.length).map(blockText);
  const text = (document.body.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    body: formatBody(document).body,
    paragraphs: kept.length > 0 || text === '' ? kept : [text],
    opening,
    sources: closing.sources,
    reporters: closing.reporters,
    language,
    leftOut: closing.leftOut,
  };
}

/** HTML of a post → Markdown, whole: with its pictures, its opening and its end. */
export function toMarkdown(
  html: string,
  base: string | null,
): { readonly body: string; readonly flattened: number } {
  checkDepth(html);
  const document = parseDocument(`<!doctype html><html><body>${html}</body></html>`);
  for (const element of document.querySelectorAll(lost)) element.remove();
  resolveLinks(document, base);
  return formatBody(document);
}

/** What is known of a text in HTML beforehand. */
export interface KnownFrame {
  readonly base: string;
  /** How many elements before and after the text are not of it. */
  readonly around: readonly [before: number, after: number];
  /** Links that begin so become text. */
  readonly unlinked: string;
}

/** The text of an item of Dateline, in which nothing has to be guessed. */
export function readKnownHtml(
  html: string,
  { base, around: [before, after], unlinked }: KnownFrame,
): { readonly body: string; readonly paragraphs: readonly string[]; readonly notes: string[] } {
  checkDepth(html);
  const document = parseDocument(`<!doctype html><html><body>${html}</body></html>`);
  const outer = [...document.body.children];
  const [first] = outer;
  // One that says its language is around all of it.
  const isWrapped = outer.length === 1 && first?.getAttribute('lang') !== null;
  const elements = isWrapped ? [...(first?.children ?? [])] : outer;
  for (const [index, element] of elements.entries()) {
    if (index < before || index >= elements.length - after) element.remove();
  }
  const count = (selector: string): number => [...document.querySelectorAll(selector)].length;
  const pictures = count('img');
  for (const element of document.querySelectorAll(removed)) element.remove();
  resolveLinks(document, base);
  for (const link of document.querySelectorAll('a')) {
    if (link.getAttribute('href')?.startsWith(unlinked)) link.replaceWith(...link.childNodes);
  }
  const paragraphs = blocksOf(document).map(blockText);
  const { body, flattened } = formatBody(document);
  return {
    body,
    paragraphs,
    notes: [
      ...(pictures > 0 ? [`pictures in the text are left out (${pictures})`] : []),
      ...(flattened > 0 ? [`tables in the text have become lines (${flattened})`] : []),
    ],
  };
}

function textOf(element: { readonly textContent: string | null }): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Links become whole addresses; those that lead nowhere on the web become text. */
function resolveLinks(document: PageDocument, base: string | null): void {
  for (const link of document.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    const url = parseAddress(href, base);
    if (url !== null && /^(?:https?|mailto):$/.test(url.protocol) && textOf(link) !== '') {
      link.setAttribute('href', url.href);
    } else link.replaceWith(...link.childNodes);
  }
}

/** Takes the first characters, spaces folded, off the texts within an element. */
function cutStart(element: PageElement, count: number): void {
  let left = count;
  const visit = (node: PageNode): void => {
    if (left <= 0) return;
    if (node.nodeType === 3) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ');
      const own = left === count ? text.trimStart() : text;
      node.textContent = own.slice(left);
      left -= Math.min(left, own.length);
    } else for (const child of [...node.childNodes]) visit(child);
  };
  for (const child of [...element.childNodes]) visit(child);
}

function createTurndown(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '_',
  });
  turndown.escape = (text): string => {
    const start = /^\s*/.exec(text)?.[0] ?? '';
    return start + escapeStart(escapeInline(text.slice(start.length)));
  };
  return turndown;
}
