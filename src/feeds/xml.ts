import Builder from 'fast-xml-builder';

/** An element's content: `@name` is an attribute, `#text` its text, any other key an element. */
export interface XmlElement {
  readonly [name: string]: XmlValue;
}
export type XmlValue = string | number | XmlElement | readonly (XmlElement | string)[];

const builder = new Builder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  suppressEmptyNode: true,
  format: true,
  indentBy: ' ',
});

/** Serialises a document (XML 1.0, UTF-8). Texts were cleaned of forbidden characters on parsing. */
export function formatXml(root: string, element: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [root]: element })}`;
}

/** A key of an element where the value is there, nothing where it is null. */
export function optional(name: string, value: XmlValue | null): XmlElement {
  return value === null ? {} : { [name]: value };
}
