import type { PortableHtml } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { SourceCitation } from '../parse/article.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { Slug } from '../urls/slug.ts';

/** What every build asks of each article, and few articles have. */
export interface Rare
  extends
    Pick<
      ResolvedArticle,
      | 'instant'
      | 'urgency'
      | 'status'
      | 'embargoed'
      | 'updated'
      | 'corrections'
      | 'redirectFrom'
      | 'image'
      | 'linkMentions'
      | 'tlp'
      | 'named'
    >,
    Pick<Body, 'links'> {
  /** Of the actors, in their order; empty where none has one. */
  readonly roles: readonly (string | null)[];
  readonly problems: readonly Problem[];
}

/** What builds ask of the articles that they show. */
export interface Rest
  extends
    Pick<
      ResolvedArticle,
      | 'title'
      | 'authors'
      | 'summary'
      | 'dateline'
      | 'countries'
      | 'sources'
      | 'judgement'
      | 'confidence'
      | 'likelihood'
      | 'trend'
      | 'alert'
      | 'lang'
      | 'editorNote'
      | 'extra'
      | 'bodyLine'
      | 'bodyKey'
    >,
    Pick<Body, 'firstParagraph' | 'words'> {
  /** Null where it lies in a pack of the cache. */
  readonly html: PortableHtml | null;
  /** The names that the front matter writes, by kind and fold. */
  readonly names: readonly string[];
}

/** What a record leaves out. */
const plainRare: Rare = Object.freeze({
  instant: null,
  urgency: 5,
  status: 'usable',
  embargoed: null,
  updated: null,
  corrections: [],
  redirectFrom: [],
  image: null,
  linkMentions: true,
  tlp: 'clear',
  named: [],
  links: [],
  roles: [],
  problems: [],
});

const plainRest: Rest = Object.freeze({
  title: '',
  authors: [],
  summary: null,
  dateline: null,
  countries: [],
  sources: [],
  judgement: null,
  confidence: null,
  likelihood: null,
  trend: null,
  alert: null,
  lang: '',
  editorNote: null,
  extra: {},
  bodyLine: 1,
  bodyKey: '',
  firstParagraph: '',
  words: 0,
  html: null,
  names: [],
});

const plainCitation: SourceCitation = Object.freeze({
  id: '' as Slug,
  name: '',
  url: null,
  published: null,
  archived: null,
  language: null,
  reliability: null,
  credibility: null,
});

/** The fields that say something; null where none does. */
export function shortenRare(rare: Rare): Partial<Rare> | null {
  const short = withoutPlain(rare, plainRare);
  return Object.keys(short).length === 0 ? null : short;
}

export function restoreRare(short: Partial<Rare> | null): Rare {
  return short === null ? plainRare : { ...plainRare, ...short };
}

export function formatRest(rest: Rest): string {
  const sources = rest.sources.map((source) => withoutPlain(source, plainCitation));
  return JSON.stringify({ ...withoutPlain(rest, plainRest), sources });
}

export function parseRest(text: string): Rest {
  const short = JSON.parse(text) as Partial<Rest> & Pick<Rest, 'sources'>;
  return {
    ...plainRest,
    ...short,
    sources: short.sources.map((source) => ({ ...plainCitation, ...source })),
  };
}

/** A copy without the fields that are as they would be restored. */
function withoutPlain<Fields extends object>(fields: Fields, plain: object): Partial<Fields> {
  const short: Record<string, unknown> = {};
  const known = plain as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(fields) as [string, unknown][]) {
    if (!isSame(value, known[key])) short[key] = value;
  }
  return short as Partial<Fields>;
}

/** Whether a value is one that says nothing: the same text, or an empty list or mapping. */
function isSame(value: unknown, plain: unknown): boolean {
  if (value === plain) return true;
  if (typeof value !== 'object' || value === null) return false;
  if (typeof plain !== 'object' || plain === null) return false;
  return Object.keys(value).length === 0;
}
