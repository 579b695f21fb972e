import { BodyWriter, type BodyPlace, type BodyStore } from '../cache/bodies.ts';
import type { ArticleRecord } from '../cache/cache.ts';
import type { PortableHtml } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { Slug } from '../urls/slug.ts';
import { loadArticle, type LoadedArticle } from './loadArticle.ts';

/**
 * Formats articles as the cache keeps them and threads send them: JSON, with the HTML in a pack of the
 * cache, or in the record where that fails.
 */
export function formatRecords(
  articles: readonly LoadedArticle[],
  folder: string,
  pack: string,
): readonly string[] {
  if (articles.length === 0) return [];
  let writer: BodyWriter | null = null;
  try {
    writer = new BodyWriter(folder, pack);
    const open = writer;
    const records = articles.map((loaded) => moveBody(loaded, open));
    writer.flush();
    return records.map((record) => JSON.stringify(record));
  } catch {
    // A full disk, or no right to write: memory takes it.
    return articles.map((loaded) => JSON.stringify({ ...loaded, place: null }));
  } finally {
    writer?.close();
  }
}

function moveBody(loaded: LoadedArticle, writer: BodyWriter): ArticleRecord {
  const { article } = loaded;
  if (article === null) return { ...loaded, place: null };
  const { firstParagraph, words, links, html } = article.body;
  return {
    ...loaded,
    article: { ...article, body: { html: [], firstParagraph, words, links } },
    place: writer.add(html),
  };
}

/** Parses a record. Ids and names recur in many, so that each is kept once. */
export function parseRecord(text: string): ArticleRecord {
  const record = JSON.parse(text) as ArticleRecord;
  if (record.article === null) return record;
  // The record is new and nobody else has it.
  const topics = record.article.topics as Slug[];
  for (const [index, id] of topics.entries()) topics[index] = share(id);
  for (const actor of writable(record.article.actors)) actor.id = share(actor.id);
  for (const source of writable(record.article.sources)) {
    source.id = share(source.id);
    source.name = share(source.name);
  }
  return record;
}

function writable<Item>(items: readonly Item[]): { -readonly [Key in keyof Item]: Item[Key] }[] {
  return items as Item[];
}

const shared = new Map<string, string>();

/** The same text, once in memory. */
function share<Text extends string>(text: Text): Text {
  const known = shared.get(text);
  if (known !== undefined) return known as Text;
  if (shared.size < 100_000) shared.set(text, text);
  return text;
}

/** Where bodies are, and the articles that are kept beside them. */
export interface KeptBodies {
  readonly bodies: BodyStore;
  readonly articles: { readonly delete: (relative: string) => unknown };
}

/** Reads bodies from the cache, and renders those that are damaged there. */
export class BodyReader {
  readonly #names: Names;
  readonly #cache: KeptBodies;

  constructor(names: Names, cache: KeptBodies) {
    this.#names = names;
    this.#cache = cache;
  }

  read(place: BodyPlace, key: string, entry: SourceEntry): PortableHtml {
    const html = this.#cache.bodies.read(place, key);
    if (html !== null) return html;
    // The next build keeps it anew.
    this.#cache.articles.delete(entry.relative);
    const { article } = loadArticle(entry, this.#names);
    if (article === null) throw new Error(`${entry.file} changed while the site was built`);
    return article.body.html;
  }
}

/** Makes an article of its record, whose HTML is read when somebody asks for it. The record is used up. */
export function toLoaded(
  { article, problems, names, place }: ArticleRecord,
  entry: SourceEntry,
  reader: BodyReader,
): LoadedArticle {
  if (article === null) return { article, problems, names };
  const body = place === null ? article.body : new StoredBody(article, place, entry, reader);
  return { article: Object.assign(article, { body }), problems, names };
}

class StoredBody implements Body {
  readonly firstParagraph: string;
  readonly words: number;
  readonly links: Body['links'];
  readonly #key: string;
  readonly #place: BodyPlace;
  readonly #entry: SourceEntry;
  readonly #reader: BodyReader;

  constructor(
    { body, bodyKey }: ResolvedArticle,
    place: BodyPlace,
    entry: SourceEntry,
    reader: BodyReader,
  ) {
    this.firstParagraph = body.firstParagraph;
    this.words = body.words;
    this.links = body.links;
    this.#key = bodyKey;
    this.#place = place;
    this.#entry = entry;
    this.#reader = reader;
  }

  get html(): PortableHtml {
    return this.#reader.read(this.#place, this.#key, this.#entry);
  }
}
