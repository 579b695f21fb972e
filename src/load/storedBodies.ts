import { BodyWriter, type BodyPlace } from '../cache/bodies.ts';
import type { BuildCache } from '../cache/cache.ts';
import type { PortableHtml } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { Names } from '../resolve/context.ts';
import { loadArticle, type LoadedArticle } from './loadArticle.ts';

/** An article whose HTML may lie in the cache; plain data, so that a thread can send it. */
export interface PackedArticle extends LoadedArticle {
  /** Null: the HTML is in the article. */
  readonly place: BodyPlace | null;
}

/** Moves the HTML of articles to a pack of the cache, or leaves it where that fails. */
export function packArticles(
  articles: readonly LoadedArticle[],
  folder: string,
  pack: string,
): readonly PackedArticle[] {
  if (articles.length === 0) return [];
  let writer: BodyWriter | null = null;
  try {
    writer = new BodyWriter(folder, pack);
    const open = writer;
    const packed = articles.map((loaded) => moveBody(loaded, open));
    writer.flush();
    return packed;
  } catch {
    // A full disk, or no right to write: memory takes it.
    return articles.map((loaded) => ({ ...loaded, place: null }));
  } finally {
    writer?.close();
  }
}

function moveBody(loaded: LoadedArticle, writer: BodyWriter): PackedArticle {
  const { article } = loaded;
  if (article === null) return { ...loaded, place: null };
  return {
    ...loaded,
    article: { ...article, body: { ...article.body, html: [] } },
    place: writer.add(article.body.html),
  };
}

/** Gives an article its HTML back, to be read when it is asked for. */
export function unpack(
  article: ResolvedArticle,
  place: BodyPlace | null,
  entry: SourceEntry,
  names: Names,
  cache: BuildCache,
): ResolvedArticle {
  const read = (): PortableHtml => {
    const html = place && cache.bodies.read(place, article.bodyKey);
    if (html !== null) return html;
    // Damaged: rendered now, and kept anew by the next build.
    cache.articles.delete(entry.relative);
    const again = loadArticle(entry, names).article;
    if (again === null) throw new Error(`${entry.file} changed while the site was built`);
    return again.body.html;
  };
  return { ...article, body: new StoredBody(article.body, read) };
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
