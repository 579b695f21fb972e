import { parseJson } from '../../parse/plainData.ts';
import { textOfHtml, type PageDocument } from '../dom.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What a page says of itself for programs. */
export interface PageData {
  /** The first article of its JSON-LD (schema.org). */
  readonly article: JsonObject | null;
  /** Names that its JSON-LD gives the site: `WebSite`, and who publishes. */
  readonly siteNames: readonly string[];
  /** Its `meta` elements, names in small letters, in the order of the page. */
  readonly metas: readonly { readonly name: string; readonly content: string }[];
}

export function readPageData(document: PageDocument): PageData {
  const roots: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const parsed = parseJson(script.textContent ?? '');
    if (parsed.kind === 'data') roots.push(parsed.data);
  }
  const article = roots
    .map((root) => findTyped(root, articleType, 0))
    .find((found) => found !== null);
  const site = roots.map((root) => findTyped(root, /^WebSite$/, 0)).find((found) => found !== null);
  return {
    article: article ?? null,
    siteNames: [...namesIn(article?.['publisher']), ...namesIn(site)],
    metas: readMetas(document),
  };
}

const articleType = /(?:Article|Posting|Report)$/;

/** The first object of a type, in lists and graphs too. */
function findTyped(value: unknown, type: RegExp, depth: number): JsonObject | null {
  if (typeof value !== 'object' || value === null || depth > 4) return null;
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findTyped(each, type, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const object = value as JsonObject;
  const types = [object['@type']].flat();
  if (types.some((each) => typeof each === 'string' && type.test(each))) return object;
  return findTyped(object['@graph'], type, depth + 1);
}

function readMetas(document: PageDocument): PageData['metas'] {
  return [...document.querySelectorAll('meta[content]')].flatMap((meta) => {
    const content = (meta.getAttribute('content') ?? '').trim();
    if (content === '') return [];
    return ['property', 'name', 'itemprop'].flatMap((key) => {
      const name = meta.getAttribute(key);
      return name === null ? [] : [{ name: name.trim().toLowerCase(), content }];
    });
  });
}

/** The first `meta` of one of the names, in their order. */
export function metaIn({ metas }: PageData, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = metas.find((meta) => meta.name === name);
    if (found !== undefined) return found.content;
  }
  return null;
}

/** A text of JSON-LD, in which some pages escape signs as in HTML. */
export function textIn(data: JsonObject | null, key: string): string | null {
  const [value] = [data?.[key]].flat();
  const text = typeof value === 'string' ? textOfHtml(value) : '';
  return text === '' ? null : text;
}

/** Names of persons and bodies: a text, an object with `name`, or a list of those. */
export function namesIn(value: unknown): readonly string[] {
  return [value].flat().flatMap((each: unknown) => {
    const name = typeof each === 'object' && each !== null ? (each as JsonObject)['name'] : each;
    const names = [name].flat().filter((text) => typeof text === 'string');
    return names.map(textOfHtml).filter((text) => text !== '');
  });
}
