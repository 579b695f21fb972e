import { limits } from '../read/limits.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { ActorReference } from './article.ts';
import type { Data, DataValue } from './cleanData.ts';
import { parseFrontMatter } from './frontMatter.ts';

/** The names in an article, as written. */
export interface ArticleNames {
  readonly file: string;
  readonly topics: readonly string[];
  readonly actors: readonly ActorReference[];
  readonly story: string | null;
}

/**
 * The names in an article that another field made invalid, so that its names are checked in the same
 * run. Lenient: what has the wrong type has been reported, and counts as an empty name here.
 */
export function parseArticleNames(source: SourceFile): ArticleNames | null {
  const front = parseFrontMatter(source.text, source.file, () => undefined);
  if (front === null) return null;
  const { topics, actors, story } = front.data;
  return {
    file: source.file,
    topics: toList(topics).map(toText),
    actors: toList(actors).map((item) => ({
      name: toText(isMapping(item) ? item['actor'] : item),
      role: null,
    })),
    story: toText(story) || null,
  };
}

function toList(value: DataValue | undefined): readonly DataValue[] {
  return Array.isArray(value) ? (value as readonly DataValue[]).slice(0, limits.entries) : [];
}

function toText(value: DataValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isMapping(value: DataValue): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
