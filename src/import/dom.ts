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
  return (parseHTML(html) as unknown as { document: PageDocument }).document;
}

/** The text of a piece of HTML such as a title: without tags, references decoded, spaces folded. */
export function textOfHtml(html: string): string {
  const isPlain = !/[<&]/.test(html);
  const text = isPlain ? html : parseDocument(`<html><body>${html}</body></html>`).body.textContent;
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
