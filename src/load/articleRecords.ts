import { BodyWriter } from '../cache/bodies.ts';
import type { ArticleRecord, BuildCache } from '../cache/cache.ts';
import type { PortableHtml } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
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

export function parseRecord(text: string): ArticleRecord {
  return JSON.parse(text) as ArticleRecord;
}

/** Makes an article of a record: names that recur are one text, the HTML is read when asked for. */
export function toLoaded(
  { article, problems, names: written, place }: ArticleRecord,
  entry: SourceEntry,
  names: Names,
  cache: BuildCache,
): LoadedArticle {
  if (article === null) return { article, problems, names: written };
  const read = (): PortableHtml => {
    const html = place && cache.bodies.read(place, article.bodyKey);
    if (html !== null) return html;
    // Damaged: rendered now, and kept anew by the next build.
    cache.articles.delete(entry.relative);
    const again = loadArticle(entry, names).article;
    if (again === null) throw new Error(`${entry.file} changed while the site was built`);
    return again.body.html;
  };
  return {
    article: shareNames(
      article,
      place === null ? article.body : new StoredBody(article.body, read),
    ),
    problems,
    names: written,
  };
}

function shareNames(article: ResolvedArticle, body: Body): ResolvedArticle {
  return {
    ...article,
    topics: article.topics.map(share),
    actors: article.actors.map(({ id, role }) => ({ id: share(id), role })),
    sources: article.sources.map((source) => ({
      ...source,
      id: share(source.id),
      name: share(source.name),
    })),
    body,
  };
}

const shared = new Map<string, string>();

/** The same text, once in memory. */
function share<Text extends string>(text: Text): Text {
  const known = shared.get(text);
  if (known !== undefined) return known as Text;
  if (shared.size < 100_000) shared.set(text, text);
  return text;
}

class StoredBody implements Body {
  readonly firstParagraph: string;
  readonly words: number;
  readonly links: Body['links'];
  readonly #read: () => PortableHtml;

  constructor(body: Body, read: () => PortableHtml) {
    this.firstParagraph = body.firstParagraph;
    this.words = body.words;
    this.links = body.links;
    this.#read = read;
  }

  get html(): PortableHtml {
    return this.#read();
  }
}
