import * as z from 'zod';
import * as field from '../parse/fields.ts';
import { extensionKey } from '../feeds/datelineExtension.ts';
import { parseJson } from '../parse/plainData.ts';
import { ImportError } from './decodeRaw.ts';
import { readKnownHtml } from './htmlToText.ts';
import { certain } from './marked.ts';
import {
  articleExtensionSchema,
  feedExtensionSchema,
  frontSchema,
  isEntryId,
  type Origin,
} from './origin.ts';
import { parseFeedItems } from './parseFeedItems.ts';
import type { RawContent } from './parseRaw.ts';
import { hashRaw } from './hashRaw.ts';
import type { Reference } from './parseRawText.ts';
import type { RawItem, RawSource } from './rawItem.ts';

const feedSchema = z.looseObject({
  [extensionKey]: feedExtensionSchema,
  feed_url: field.url,
  next_url: field.url.optional(),
  language: field.language,
  items: z.array(z.looseObject({})),
});

const author = z.object({ name: field.line, url: field.url.optional() });

const itemSchema = z.object({
  id: field.identity.refine(isEntryId),
  url: field.url,
  title: field.line,
  content_html: z.string().optional(),
  summary: field.line.optional(),
  authors: z.array(author).optional(),
  language: field.language.optional(),
  [extensionKey]: articleExtensionSchema,
});

type FeedData = z.output<typeof feedSchema>;
type ItemData = z.output<typeof itemSchema>;

/** The entries that are taken of one document: months have some hundred. */
const mostEntries = 2000;

/**
 * The JSON feed of another site of Dateline, by its `_dateline`: items keep their ids and sources. Null
 * for any other feed. That of briefings leads to that of articles.
 * @throws ImportError where its JSON can't be taken, whoever made it
 */
export async function parseDatelineFeed(
  text: string,
  reference: Reference,
): Promise<RawContent | null> {
  const feed = feedSchema.safeParse(readJson(text)).data;
  if (feed === undefined) return null;
  const { articles } = feed[extensionKey];
  const hasArticles = feed.items.some((item) => extensionKey in item);
  if (!hasArticles && feed.items.length > 0 && feed.feed_url !== articles) {
    return { kind: 'feeds', addresses: [articles] };
  }
  const items = feed.items.slice(0, mostEntries).map(async (data) => {
    const item = itemSchema.safeParse(data).data;
    if (item !== undefined) return [toItem(item, feed)];
    // What it says for Dateline can't be used; it is an entry all the same.
    return await parseFeedItems(
      JSON.stringify({ ...feed, items: [data] }),
      feed.feed_url,
      reference,
    );
  });
  return { kind: 'items', items: (await Promise.all(items)).flat(), next: feed.next_url ?? null };
}

/** @throws ImportError */
function readJson(text: string): unknown {
  const parsed = parseJson(text.replace(/^\ufeff/, ''));
  if (parsed.kind === 'refused') throw new ImportError(parsed.reason);
  return parsed.kind === 'data' ? parsed.data : null;
}

function toItem(item: ItemData, feed: FeedData): RawItem {
  const own = item[extensionKey];
  const { site, articles } = feed[extensionKey];
  const text = readKnownHtml(item.content_html ?? '', {
    base: item.url,
    around: own.around,
    unlinked: new URL('../actors/', articles).href,
  });
  const summary = own.summary === undefined ? (item.summary ?? null) : own.summary;
  const language = item.language ?? feed.language;
  return {
    title: item.title,
    authors: (item.authors ?? []).map(({ name }) => certain(name)),
    dateline: own.dateline === undefined ? null : certain(own.dateline),
    summary: summary === null ? null : certain(summary),
    date: certain(own.date),
    updated: own.updated ?? null,
    sources: [...(own.sources ?? []).map(toSource), originSource(item, site)],
    language: certain(language),
    paragraphs: text.paragraphs,
    body: text.body,
    leftOut: [],
    notes: [
      ...text.notes,
      ...(item.content_html === undefined ? ['the feed has no text of it'] : []),
    ],
    url: item.url,
    hash: hashRaw(item.id),
    extra: {},
    origin: toOrigin(item),
  };
}

function toOrigin(item: ItemData): Origin {
  const own = item[extensionKey];
  return {
    id: item.id,
    slug: own.slug,
    day: own.day,
    topics: own.topics,
    actors: own.actors.map(({ role = null, ...actor }) => ({ ...actor, role })),
    story: own.story ?? null,
    front: {
      ...(item.authors === undefined ? {} : { authors: item.authors }),
      ...frontSchema.strip().parse(own),
    },
  };
}

type SourceData = NonNullable<ItemData[typeof extensionKey]['sources']>[number];

function toSource(data: SourceData): RawSource {
  const {
    name,
    url = null,
    published = null,
    ...more
  } = typeof data === 'string' ? { name: data } : data;
  return { name, url, published, guess: null, more };
}

/** Where it came from is a source like the others, the last. */
function originSource({ url, [extensionKey]: { day } }: ItemData, site: string): RawSource {
  return { name: site, url, published: day, guess: null };
}
