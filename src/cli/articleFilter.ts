import type { ArticleFilter } from '../model/articleFilter.ts';
import type { Names } from '../resolve/context.ts';
import { toSlug, type Slug } from '../urls/slug.ts';
import { idsFrom } from './newSpec.ts';
import { UsageError } from './usageError.ts';

/** The options that say which articles are meant; `articleOptions` adds them to a command. */
export interface FilterOptions {
  readonly from?: string;
  readonly to?: string;
  readonly topic?: string;
  readonly actor?: string;
  readonly story?: string;
  readonly source?: string;
}

/** @throws UsageError */
export function parseArticleFilter(options: FilterOptions, names: Names): ArticleFilter {
  const { from = null, to = null, topic, actor, story, source } = options;
  for (const day of [from, to]) {
    if (day !== null && !/^\d{4}(?:-\d{2}){0,2}$/.test(day)) {
      throw new UsageError(`${day} is no day; write YYYY, YYYY-MM or YYYY-MM-DD`);
    }
  }
  const idOf = (kind: 'topics' | 'actors' | 'stories', name: string | undefined): Slug | null =>
    name === undefined ? null : (idsFrom(names[kind], [name])[0] ?? null);
  return {
    ...{ from, to },
    story: idOf('stories', story),
    topic: idOf('topics', topic),
    actor: idOf('actors', actor),
    source: source === undefined ? null : (toSlug(source) ?? ''),
  };
}
