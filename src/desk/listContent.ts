import { createArticleTest, createWidening, type ArticleFilter } from '../model/articleFilter.ts';
import { isConcealed } from '../model/buildSite.ts';
import type { LoadedContent } from '../load/stages.ts';
import type { ListKind } from './listKinds.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { Slug } from '../urls/slug.ts';

/** What to list; all that is given must hold. */
export interface ListFilter extends ArticleFilter {
  /** The type of actors. */
  readonly type: string | null;
  /** Terms that no article names. */
  readonly unused: boolean;
}

/** A row; keys are the columns. */
export type ListRow = Readonly<Record<string, string | number | null>>;

/**
 * Lists articles, newest first, or terms, most frequent first. `articles` are those that are published;
 * `drafts` all others, with why. Counts of a term are of published articles that pass the
 * filter; as on the site, an article of a topic counts for the wider ones too.
 */
export function listContent(
  kind: ListKind,
  loaded: LoadedContent,
  filter: ListFilter,
): readonly ListRow[] {
  const { content, site } = loaded;
  const widen = createWidening(content.topics);
  const isWanted = createArticleTest(filter, widen);
  const published: ResolvedArticle[] = [];
  const hidden: ResolvedArticle[] = [];
  for (const article of content.articles) {
    if (isWanted(article)) (isConcealed(article, site) ? hidden : published).push(article);
  }
  const newestFirst = (a: ResolvedArticle, b: ResolvedArticle): number =>
    compare(b.day, a.day) || compare(a.id, b.id);
  switch (kind) {
    case 'articles':
      return published.toSorted(newestFirst).map(articleRow);
    case 'drafts':
      return hidden.toSorted(newestFirst).map((article) => ({
        ...articleRow(article),
        status: whyHidden(article),
      }));
    case 'topics':
      return termRows(content.topics, published, ({ topics }) => widen(topics), filter);
    case 'actors': {
      const wanted = content.actors.filter(
        ({ type }) => filter.type === null || type === filter.type,
      );
      const types = new Map(wanted.map(({ id, type }) => [id, type]));
      const rows = termRows(wanted, published, ({ actors }) => actors.map(({ id }) => id), filter);
      return rows.map(({ id, count, ...rest }) => ({
        ...{ id: id ?? null, count: count ?? 0, type: types.get(id as Slug) ?? null },
        ...rest,
      }));
    }
    case 'stories':
      return termRows(content.stories, published, ({ story }) => (story ? [story] : []), filter);
  }
}

function whyHidden({ status, embargoed, tlp }: ResolvedArticle): string {
  if (status !== 'usable') return status;
  return embargoed === null ? `TLP:${tlp.toUpperCase()}` : `until ${embargoed.iso}`;
}

function articleRow({ day, id, title, file }: ResolvedArticle): ListRow {
  return { day, id, title, file };
}

function termRows(
  terms: readonly { readonly id: Slug; readonly name: string; readonly file: string }[],
  articles: readonly ResolvedArticle[],
  idsOf: (article: ResolvedArticle) => readonly Slug[],
  { unused }: ListFilter,
): readonly ListRow[] {
  const uses = new Map<Slug, { count: number; last: string }>();
  for (const article of articles) {
    for (const id of new Set(idsOf(article))) {
      const use = uses.get(id);
      const last = use !== undefined && use.last > article.day ? use.last : article.day;
      uses.set(id, { count: (use?.count ?? 0) + 1, last });
    }
  }
  return terms
    .map(({ id, name, file }) => {
      const use = uses.get(id);
      return { id, count: use?.count ?? 0, last: use?.last ?? null, name, file };
    })
    .filter(({ count }) => !unused || count === 0)
    .toSorted((a, b) => b.count - a.count || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
