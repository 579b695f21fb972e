import Builder from 'fast-xml-builder';
import type { FeedLink } from './feedLinks.ts';

/** An element's content: `@name` is an attribute, `#text` its text, any other key an element. */
export interface XmlElement {
  readonly [name: string]: XmlValue;
}
export type XmlValue = string | number | XmlElement | readonly (XmlElement | string)[];

const options = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  suppressEmptyNode: true,
  // An attribute may say "true" and mean it.
  suppressBooleanAttributes: false,
  format: true,
  indentBy: ' ',
} as const;

const builder = new Builder(options);

/**
 * Serialises a document (XML 1.0, UTF-8). Texts were cleaned of forbidden characters on parsing.
 * @param style the link of a style sheet for browsers (CSS; xml-stylesheet, section 4)
 */
export function formatXml(root: string, element: XmlElement, style: string | null = null): string {
  const sheet =
    style === null
      ? ''
      : `<?xml-stylesheet type="text/css" href="${style.replaceAll('&', '&amp;')}"?>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${sheet}${builder.build({ [root]: element })}`;
}

/** Serialises elements that stand within a document, to be put into several. */
export function formatFragment(element: XmlElement): string {
  return builder.build(element);
}

/** An empty element of this name marks a place in a document. */
const placeName = 'place';
export const place: XmlElement = { [placeName]: '' };

/** A document up to its marked place, and from there on. No text can look like the mark. */
export function splitAtPlace(document: string): readonly [before: string, after: string] {
  const match = new RegExp(`^ *<${placeName}/>\\n`, 'm').exec(document);
  if (match === null) throw new Error('the document has no marked place');
  return [document.slice(0, match.index), document.slice(match.index + match[0].length)];
}

/** A key of an element where the value is there, nothing where it is null. */
export function optional(name: string, value: XmlValue | null): XmlElement {
  return value === null ? {} : { [name]: value };
}

/** The namespace of `archive` (RFC 5005, section 4). */
export const historyNamespace = 'http://purl.org/syndication/history/1.0';

/** A link as Atom writes it, in RSS too. */
export function toLinkElement({ rel, type, href }: FeedLink): XmlElement {
  return { '@rel': rel, ...optional('@type', type), '@href': href };
}
