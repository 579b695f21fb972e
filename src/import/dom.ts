import { parseHTML } from 'linkedom';

/** As much of the DOM as is used here: the code runs in Node, without the types of browsers. */
export interface PageNode {
  readonly nodeType: number;
  textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly remove: () => void;
}

export interface PageElement extends PageNode {
  innerHTML: string;
  /** The name of its tag, in small letters. */
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly setAttribute: (name: string, value: string) => void;
  readonly removeAttribute: (name: string) => void;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly children: Iterable<PageElement>;
  readonly parentElement: PageElement | null;
  readonly closest: (selector: string) => PageElement | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
  readonly replaceWith: (...nodes: PageNode[]) => void;
}

export interface PageDocument extends Pick<PageElement, 'querySelector' | 'querySelectorAll'> {
  readonly body: PageElement;
}

export function parseDocument(html: string): PageDocument {
  const { document } = parseHTML(html) as unknown as { document: PageDocument };
  if (/\s[A-Z][A-Za-z-]*\s*=/.test(html)) lowerAttributes(document);
  return document;
}

/** Names of attributes in small letters, as HTML has them whatever a page writes; the parser keeps capitals. */
function lowerAttributes(document: PageDocument): void {
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name === name.toLowerCase()) continue;
      element.removeAttribute(name);
      element.setAttribute(name.toLowerCase(), value);
    }
  }
}

/**
 * The text of a piece of HTML such as a title: without tags, references decoded, spaces folded. A sign
 * that begins no tag (`2 < 3`) stays.
 */
export function textOfHtml(html: string): string {
  const bare = html.replace(/<\/?[a-z!][^<>]*>/gi, '');
  return (bare.includes('&') ? decode(bare) : bare).replace(/\s+/g, ' ').trim();
}

/** Without tags, so that however deeply they are nested it takes no time. */
function decode(bare: string): string {
  const text = bare.replaceAll('<', '&lt;');
  return parseDocument(`<!doctype html><html><body>${text}</body></html>`).body.textContent ?? '';
}
