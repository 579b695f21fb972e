import type { BodyStore } from '../cache/bodies.ts';
import { parseBodyPlace } from '../cache/bodies.ts';
import { isInert } from '../markdown/inertHtml.ts';
import { holeMark, type PortableHtml } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import type { ResolvedActorReference, ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { Cited } from '../parse/article.ts';
import type { SitePath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import { parseRest, type Rare, type Rest } from './articleFields.ts';
import { loadArticle } from './loadArticle.ts';
import { parseOwn, restOf, type Head, type Own } from './recordText.ts';

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

  /** @param text the place and key, as `formatBodyPlace` gives them */
  read(text: string, entry: SourceEntry): PortableHtml {
    const kept = parseBodyPlace(text);
    const html = kept === null ? null : this.#cache.bodies.read(kept.place, kept.key);
    if (html !== null) return html;
    // The next build keeps it anew.
    this.#cache.articles.delete(entry.relative);
    const { article } = loadArticle(entry, this.#names);
    if (article === null) throw new Error(`${entry.file} changed while the site was built`);
    return article.body.html;
  }
}

/**
 * An article from the cache. Of a hundred thousand articles an everyday build orders all and shows a few
 * hundred, so that what only pages and feeds show is parsed when somebody asks for it.
 */
export class KeptArticle implements ResolvedArticle {
  readonly day: ResolvedArticle['day'];
  readonly topics: readonly Slug[];
  readonly actors: readonly ResolvedActorReference[];
  readonly cited: readonly Cited[];
  readonly story: Slug | null;
  readonly #rare: Rare;
  readonly #record: string;
  readonly #entry: SourceEntry;
  readonly #reader: BodyReader;
  #own: Own | null = null;
  #parsed: Rest | null = null;
  #body: KeptBody | null = null;

  constructor(head: Head, record: string, entry: SourceEntry, reader: BodyReader) {
    this.day = head.day;
    this.topics = head.topics;
    this.actors = head.actors;
    this.cited = head.cited;
    this.story = head.story;
    this.#rare = head.rare;
    this.#record = record;
    this.#entry = entry;
    this.#reader = reader;
  }

  get #told(): Own {
    return (this.#own ??= parseOwn(this.#record));
  }

  get #rest(): Rest {
    return (this.#parsed ??= parseRest(restOf(this.#record)));
  }

  get body(): Body {
    return (this.#body ??= new KeptBody(
      this.#rare.links,
      () => this.#rest,
      () => this.#html ?? this.#reader.read(this.#told.place, this.#entry),
    ));
  }

  /** What the record has itself; null where it has none that may be published. */
  get #html(): PortableHtml | null {
    const { html } = this.#rest;
    return html !== null && isInert(html.join(holeMark)) ? html : null;
  }

  get sourceHash(): string {
    return this.#told.sourceHash;
  }
  get id(): string {
    return this.#told.id;
  }
  get path(): SitePath {
    return this.#told.path;
  }
  get file(): string {
    return this.#entry.file;
  }
  get slug(): Slug {
    return this.path.slice(this.path.lastIndexOf('/', this.path.length - 2) + 1, -1) as Slug;
  }
  get instant(): ResolvedArticle['instant'] {
    return this.#rare.instant;
  }
  get urgency(): ResolvedArticle['urgency'] {
    return this.#rare.urgency;
  }
  get status(): ResolvedArticle['status'] {
    return this.#rare.status;
  }
  get embargoed(): ResolvedArticle['embargoed'] {
    return this.#rare.embargoed;
  }
  get updated(): ResolvedArticle['updated'] {
    return this.#rare.updated;
  }
  get corrections(): ResolvedArticle['corrections'] {
    return this.#rare.corrections;
  }
  get redirectFrom(): ResolvedArticle['redirectFrom'] {
    return this.#rare.redirectFrom;
  }
  get image(): ResolvedArticle['image'] {
    return this.#rare.image;
  }
  get linkMentions(): ResolvedArticle['linkMentions'] {
    return this.#rare.linkMentions;
  }
  get tlp(): ResolvedArticle['tlp'] {
    return this.#rare.tlp;
  }
  get named(): ResolvedArticle['named'] {
    return this.#rare.named;
  }
  get title(): ResolvedArticle['title'] {
    return this.#rest.title;
  }
  get authors(): ResolvedArticle['authors'] {
    return this.#rest.authors;
  }
  get summary(): ResolvedArticle['summary'] {
    return this.#rest.summary;
  }
  get dateline(): ResolvedArticle['dateline'] {
    return this.#rest.dateline;
  }
  get countries(): ResolvedArticle['countries'] {
    return this.#rest.countries;
  }
  get sources(): ResolvedArticle['sources'] {
    return this.#rest.sources;
  }
  get judgement(): ResolvedArticle['judgement'] {
    return this.#rest.judgement;
  }
  get confidence(): ResolvedArticle['confidence'] {
    return this.#rest.confidence;
  }
  get likelihood(): ResolvedArticle['likelihood'] {
    return this.#rest.likelihood;
  }
  get trend(): ResolvedArticle['trend'] {
    return this.#rest.trend;
  }
  get alert(): ResolvedArticle['alert'] {
    return this.#rest.alert;
  }
  get lang(): ResolvedArticle['lang'] {
    return this.#rest.lang;
  }
  get editorNote(): ResolvedArticle['editorNote'] {
    return this.#rest.editorNote;
  }
  get extra(): ResolvedArticle['extra'] {
    return this.#rest.extra;
  }
  get bodyLine(): ResolvedArticle['bodyLine'] {
    return this.#rest.bodyLine;
  }
  get bodyKey(): ResolvedArticle['bodyKey'] {
    return this.#rest.bodyKey;
  }
}

/** A body whose HTML is read when somebody asks for it, each time anew. */
class KeptBody implements Body {
  readonly links: Body['links'];
  readonly #rest: () => Rest;
  readonly #read: () => PortableHtml;

  constructor(links: Body['links'], rest: () => Rest, read: () => PortableHtml) {
    this.links = links;
    this.#rest = rest;
    this.#read = read;
  }

  get firstParagraph(): string {
    return this.#rest().firstParagraph;
  }

  get words(): number {
    return this.#rest().words;
  }

  get html(): PortableHtml {
    return this.#read();
  }
}
