import { suspiciousUnits, withoutForbidden } from '../parse/characters.ts';
import type { FeedLink } from './feedLinks.ts';

/** An element's content: `@name` is an attribute, `#text` its text, any other key an element. */
export interface XmlElement {
  readonly [name: string]: XmlValue;
}
export type XmlValue = string | number | XmlElement | readonly (XmlElement | string)[];

interface XmlStyle {
  /**
   * Elements in whose texts `&` and `<` are hexadecimal references, which is how the RSS profile says that
   * a text is no HTML. To XML it is all the same.
   */
  readonly plain?: ReadonlySet<string>;
}

/**
 * Serialises a document (XML 1.0, UTF-8), an element a line. Texts have no forbidden characters, or lose
 * them here.
 * @param sheet the link of a style sheet for browsers (CSS; xml-stylesheet, section 4)
 */
export function formatXml(
  root: string,
  element: XmlElement,
  sheet: string | null = null,
  style: XmlStyle = {},
): string {
  const link =
    sheet === null
      ? ''
      : `<?xml-stylesheet type="text/css" href="${sheet.replaceAll('&', '&amp;')}"?>\n`;
  const body = formatFragment({ [root]: element }, style);
  return `<?xml version="1.0" encoding="utf-8"?>\n${link}${body}`;
}

/** Serialises elements that stand within a document, to be put into several. */
export function formatFragment(element: XmlElement, { plain = none }: XmlStyle = {}): string {
  return formatChildren(element, '', plain);
}

const none: ReadonlySet<string> = new Set();

function formatChildren(element: XmlElement, indent: string, plain: ReadonlySet<string>): string {
  let text = '';
  for (const [name, value] of Object.entries(element)) {
    if (isAttribute(name) || name === textKey) continue;
    if (!Array.isArray(value)) text += formatOne(name, value as XmlElement, indent, plain);
    else for (const each of value) text += formatOne(name, each as XmlElement, indent, plain);
  }
  return text;
}

function formatOne(
  name: string,
  value: string | number | XmlElement,
  indent: string,
  plain: ReadonlySet<string>,
): string {
  const escape = plain.has(name) ? escapePlain : escapeXml;
  if (typeof value !== 'object') return formatLine(name, '', escape(String(value)), indent);
  let attributes = '';
  let text = '';
  let hasChildren = false;
  for (const [key, each] of Object.entries(value)) {
    if (isAttribute(key)) attributes += ` ${key.slice(1)}="${escapeXml(textOf(each))}"`;
    else if (key === textKey) text = escape(textOf(each));
    else hasChildren = true;
  }
  if (!hasChildren) return formatLine(name, attributes, text, indent);
  const children = formatChildren(value, `${indent} `, plain);
  return `${indent}<${name}${attributes}>\n${children}${indent}</${name}>\n`;
}

function formatLine(name: string, attributes: string, text: string, indent: string): string {
  if (text === '') return `${indent}<${name}${attributes}/>\n`;
  return `${indent}<${name}${attributes}>${text}</${name}>\n`;
}

const textKey = '#text';

function textOf(value: XmlValue): string {
  return typeof value === 'object' ? '' : String(value);
}

function isAttribute(key: string): boolean {
  return key.startsWith('@');
}

const special = new RegExp(`[&<>"'${suspiciousUnits}]`);

function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return escapeRest(withoutForbidden(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

function escapePlain(text: string): string {
  if (!special.test(text)) return text;
  return escapeRest(withoutForbidden(text).replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;'));
}

function escapeRest(text: string): string {
  return text.replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
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
