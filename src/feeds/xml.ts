import Builder from 'fast-xml-builder';

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

/** @param raw path of elements whose text is XML already, made by `formatFragment` */
function createBuilder(raw: string): { readonly build: (element: XmlElement) => string } {
  const builder = new Builder({ ...options, stopNodes: raw === '' ? [] : [raw] });
  return { build: (element) => builder.build(element) };
}

const builders = new Map<string, ReturnType<typeof createBuilder>>();

function builderFor(raw: string): ReturnType<typeof createBuilder> {
  let builder = builders.get(raw);
  if (builder === undefined) {
    builder = createBuilder(raw);
    builders.set(raw, builder);
  }
  return builder;
}

/**
 * Serialises a document (XML 1.0, UTF-8). Texts were cleaned of forbidden characters on parsing.
 * @param raw path of elements whose text is a fragment, such as `rss.channel.item`
 */
export function formatXml(root: string, element: XmlElement, raw = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${builderFor(raw).build({ [root]: element })}`;
}

/** Serialises what stands within an element, to be put into several documents. */
export function formatFragment(element: XmlElement): string {
  return `\n${builderFor('').build(element).trimEnd()}\n`;
}

/** A key of an element where the value is there, nothing where it is null. */
export function optional(name: string, value: XmlValue | null): XmlElement {
  return value === null ? {} : { [name]: value };
}
