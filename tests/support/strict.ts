/** Other people's strict parsers, and what may stand in a text that is published. */
import { parse, parseFragment, type DefaultTreeAdapterTypes, type ParserError } from 'parse5';
import { SaxesParser } from 'saxes';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** The first fault of an XML document (XML 1.0, Namespaces 1.0); null where it has none. */
export function xmlFault(text: string): string | null {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => faults.push(message));
  parser.write(text).close();
  return faults[0] ?? null;
}

export interface ParsedHtml {
  readonly nodes: readonly HtmlNode[];
  /** Codes of the standard (HTML, section 13.2.2), each with its place. */
  readonly errors: readonly string[];
}

/** Parses a page, or a piece of one. */
export function parseHtml(html: string, kind: 'page' | 'piece'): ParsedHtml {
  const errors: string[] = [];
  const onParseError = ({ code, startOffset, endOffset }: ParserError): void => {
    errors.push(`${code}: ${html.slice(Math.max(0, startOffset - 40), endOffset + 20)}`);
  };
  const options = { onParseError, sourceCodeLocationInfo: true };
  const { childNodes } = kind === 'page' ? parse(html, options) : parseFragment(html, options);
  return { nodes: childNodes, errors };
}

export function* elementsIn(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elementsIn(node.childNodes);
  }
}

export function textIn(nodes: readonly HtmlNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    if ('childNodes' in node) text += textIn(node.childNodes);
  }
  return text;
}

/** What no text may hold, whatever it is written in; see `characters.ts`. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}\p{Cs}]/u;

/** A forbidden character with what stands before it; null where there is none. */
export function forbiddenIn(text: string): string | null {
  const at = text.search(forbidden);
  return at < 0 ? null : JSON.stringify(text.slice(Math.max(0, at - 40), at + 1));
}

/** Every text in plain data, keys too. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    yield key;
    yield* textsIn(each);
  }
}

/** Whether each mark that turns the direction of a text ends in it (UAX 9). */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [mark] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (mark !== '\u202c' && mark !== '\u2069') open.push(mark > '\u202e' ? '\u2069' : '\u202c');
    else if (open.pop() !== mark) return false;
  }
  return open.length === 0;
}

/** Addresses that a page may lead to: http, https, mailto, or one of the site. */
export function isSafeAddress(address: string): boolean {
  return /^(?:https?:\/\/[^\s/\\]|mailto:|\/(?![/\\]))[^\s\\]*$/i.test(address);
}
