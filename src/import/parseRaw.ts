import { ImportError } from './decodeRaw.ts';
import { parseRawText, type Reference } from './parseRawText.ts';
import type { RawItem } from './rawItem.ts';

/** Raw material, read and not looked into. */
export interface RawMaterial {
  readonly text: string;
  /** Where it was found on the web. */
  readonly address: string | null;
  readonly reference: Reference;
}

export type RawContent =
  | {
      readonly kind: 'items';
      readonly items: readonly RawItem[];
      /** The document of a feed with the next older entries. */
      readonly next?: string | null;
    }
  /** A list of feeds (OPML). */
  | { readonly kind: 'feeds'; readonly addresses: readonly string[] };

/** The largest raw text, in letters; pages and feeds may be larger. */
const longestText = 1024 * 1024;

/**
 * Tells text, page, feed and list of feeds apart by how they begin, and reads them. What reads pages and
 * feeds is loaded for those alone: it takes longer than reading a text.
 */
export async function parseRaw({ text, address, reference }: RawMaterial): Promise<RawContent> {
  const start = text
    .slice(0, 2000)
    .replace(/^\ufeff/, '')
    .trimStart();
  const root = start.replace(/<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*>/gi, '').trimStart();
  if (/^<opml\b/i.test(root)) {
    const { parseFeedList } = await import('./parseFeedItems.ts');
    return { kind: 'feeds', addresses: parseFeedList(text) };
  }
  const isJsonFeed = start.startsWith('{') && start.includes('jsonfeed.org');
  if (isJsonFeed) {
    const { parseDatelineFeed } = await import('./parseDatelineFeed.ts');
    const known = await parseDatelineFeed(text, reference);
    if (known !== null) return known;
  }
  if (isJsonFeed || /^<(?:rss|feed|rdf:RDF)\b/i.test(root) || /<!DOCTYPE[^>]*\[/i.test(start)) {
    const { parseFeedItems } = await import('./parseFeedItems.ts');
    return { kind: 'items', items: await parseFeedItems(text, address, reference) };
  }
  if (/^<!doctype html|^<html\b|<(?:head|body|article)\b/i.test(start)) {
    const { parsePage } = await import('./parsePage.ts');
    return { kind: 'items', items: [await parsePage(text, address, reference)] };
  }
  if (text.length > longestText) throw new ImportError('a raw text has 1 MiB at most');
  const item = await parseRawText(text, reference);
  if (item === null) throw new ImportError('there is no headline with a text below it');
  return { kind: 'items', items: [address === null ? item : { ...item, url: address }] };
}
