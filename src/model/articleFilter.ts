import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { Slug } from '../urls/slug.ts';

/** Which articles are meant; all that is given must hold. */
export interface ArticleFilter {
  /** Days, `YYYY-MM-DD` or the beginning of one, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of a topic, or of one that is narrower. */
  readonly topic: Slug | null;
  readonly actor: Slug | null;
  readonly story: string | null;
  /** The slug of a source's name. */
  readonly source: string | null;
}

/** Topics with all that are wider. */
export type Widen = (topics: readonly Slug[]) => readonly Slug[];

/** Finds what is wider than topics, which are given with what each names as broader. */
export function createWidening(
  topics: readonly { readonly id: Slug; readonly broader: Slug | null }[],
): Widen {
  const broader = new Map(topics.map((topic) => [topic.id, topic.broader]));
  return (ids) => {
    const all = new Set<Slug>();
    for (let id of ids as readonly (Slug | null)[]) {
      // A circle, which a check reports, ends here too.
      for (; id !== null && !all.has(id); id = broader.get(id) ?? null) all.add(id);
    }
    return [...all];
  };
}

/** Says of each article whether it is meant. */
export function createArticleTest(
  filter: ArticleFilter,
  widen: Widen,
): (article: ResolvedArticle) => boolean {
  const { from, to, topic, actor, story, source } = filter;
  return (article) =>
    (from === null || article.day >= from) &&
    (to === null || article.day.slice(0, to.length) <= to) &&
    (topic === null || widen(article.topics).includes(topic)) &&
    (actor === null || article.actors.some(({ id }) => id === actor)) &&
    (story === null || article.story === story) &&
    (source === null || article.sources.some(({ id }) => id === source));
}
