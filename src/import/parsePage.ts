import { parseJson } from '../parse/plainData.ts';
import { Readability } from '@mozilla/readability';
import { parseInstant } from '../dates/instant.ts';
import { parseDocument, type PageDocument } from './dom.ts';
import { ImportError } from './decodeRaw.ts';
import { checkDepth, readHtmlText } from './htmlToText.ts';
import { hashRaw } from './hashRaw.ts';
import { certain, guessed, type Marked } from './marked.ts';
import { isPersonName } from './personName.ts';
import type { Opening } from './parseOpening.ts';
import type { Reference } from './parseRawText.ts';
import type { RawItem } from './rawItem.ts';
import { dateIn, languageOf, webAddress } from './webValues.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads a page of a report: JSON-LD (schema.org), Open Graph, microdata and `time`, in this order; the
 * text as Readability finds it.
 * @param address where the page was found; null for a file
 */
export async function parsePage(
  html: string,
  address: string | null,
  reference: Reference,
): Promise<RawItem> {
  checkDepth(html);
  const document = parseDocument(html);
  const data = findArticleData(document);
  const meta = (...names: readonly string[]): string | null => readMeta(document, names);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  const url = webAddress(canonical ?? meta('og:url') ?? textIn(data, 'url'), address) ?? address;
  const base = document.querySelector('base')?.getAttribute('href') ?? null;
  const found = new Readability(document, {
    charThreshold: 100,
  }).parse();
  const html2 = found?.content ?? null;
  const title = textIn(data, 'headline') ?? meta('og:title') ?? found?.title?.trim() ?? '';
  if (html2 === null || title === '')
    throw new ImportError('no headline and text were found in the page');
  const language = languageOf(
    textIn(data, 'inLanguage') ?? /<html[^<>]*\slang=["']?([\w-]+)/i.exec(html)?.[1] ?? null,
  );
  const text = await readHtmlText(html2, webAddress(base, address) ?? address ?? url, {
    day: reference.day,
    language,
  });
  if (text.paragraphs.length === 0) throw new ImportError('no text was found in the page');
  const date = dateIn(
    textIn(data, 'datePublished') ??
      meta('article:published_time', 'datePublished', 'date', 'dc.date') ??
      readTime(html),
    text.language?.value ?? null,
  );
  const published = date?.value ?? null;
  const modified = textIn(data, 'dateModified') ?? meta('article:modified_time', 'dateModified');
  const updated = dateIn(modified, text.language?.value ?? null)?.value ?? null;
  const publisher = namesIn(data?.['publisher'])[0] ?? meta('og:site_name') ?? null;
  const names = [...new Set([publisher ?? '', ...text.sources, text.opening?.agency ?? ''])].filter(
    (name) => name !== '',
  );
  return {
    title: title.replace(/\s+/g, ' ').trim(),
    authors: authorsOf(
      namesIn(data?.['author']),
      meta('author', 'article:author') ?? found?.byline ?? null,
    ),
    dateline: placeOf(text.opening),
    summary: null,
    date: date ?? guessed(reference.day, 'the day of filing; the page names none'),
    updated:
      updated !== null && parseInstant(updated) !== null && updated !== published ? updated : null,
    sources: names.map((name, index) => ({
      name,
      url: index === 0 ? url : null,
      published: index === 0 ? published : null,
      guess: null,
    })),
    language: text.language,
    paragraphs: text.paragraphs,
    body: text.body,
    leftOut: text.leftOut,
    notes: [],
    url,
    hash: hashRaw(`${title}\n${text.paragraphs.join('\n')}`),
    extra: {},
    origin: null,
  };
}

export function placeOf(opening: Opening | null): Marked<string> | null {
  const place = opening?.place ?? null;
  return place === null ? null : { value: place, guess: opening?.doubt ?? null };
}

/** The first object of JSON-LD that is an article. */
function findArticleData(document: PageDocument): JsonObject | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const parsed = parseJson(script.textContent ?? '');
    const article = parsed.kind === 'data' ? findArticle(parsed.data, 0) : null;
    if (article !== null) return article;
  }
  return null;
}

function findArticle(value: unknown, depth: number): JsonObject | null {
  if (typeof value !== 'object' || value === null || depth > 4) return null;
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findArticle(each, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const object = value as JsonObject;
  const types = [object['@type']].flat();
  if (types.some((type) => typeof type === 'string' && /(?:Article|Posting|Report)$/.test(type))) {
    return object;
  }
  return findArticle(object['@graph'], depth + 1);
}

function textIn(data: JsonObject | null, key: string): string | null {
  const value = data?.[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Names of persons and bodies: a text, an object with `name`, or a list of those. */
function namesIn(value: unknown): readonly string[] {
  return [value].flat().flatMap((each: unknown) => {
    if (typeof each === 'string') return [each.trim()];
    const name = typeof each === 'object' && each !== null ? (each as JsonObject)['name'] : null;
    return typeof name === 'string' ? [name.trim()] : [];
  });
}

function readMeta(document: PageDocument, names: readonly string[]): string | null {
  for (const name of names) {
    for (const key of ['property', 'name', 'itemprop']) {
      const element = document.querySelector(`[${key}="${name}"]`);
      const value = element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? '';
      if (value.trim() !== '') return value.trim();
    }
  }
  return null;
}

function readTime(html: string): string | null {
  return /<time[^<>]*\sdatetime=["']([^"']{10,40})["']/i.exec(html)?.[1] ?? null;
}

function authorsOf(named: readonly string[], byline: string | null): readonly Marked<string>[] {
  const names = named.filter((name) => !/^https?:/.test(name) && isPersonName(name));
  if (names.length > 0) return [...new Set(names)].map(certain);
  const parts = (byline ?? '').replace(/^by\s+/i, '').split(/\s*(?:,|\band\b)\s*/);
  return parts.filter(isPersonName).map((name) => guessed(name, 'by the by-line'));
}
