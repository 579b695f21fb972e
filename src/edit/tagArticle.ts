import { isDeepStrictEqual } from 'node:util';
import { diagnosticSeverities } from '../diagnostics/codes.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { LoadedTerms } from '../load/loadSite.ts';
import { parseArticle } from '../parse/article.ts';
import { resolveNames } from '../resolve/context.ts';
import type { Slug } from '../urls/slug.ts';
import type { FileChange } from './changes.ts';
import { withEdits, type ContentText } from './contentText.ts';
import { termFolders } from './references.ts';
import { addToList, removeItems } from './frontLists.ts';
import { readFrontText } from './frontText.ts';
import { findReferences } from './retagArticle.ts';
import type { SelectedArticle } from './selectArticles.ts';

/** Topics or actors, by their ids. */
type TagIds = Readonly<Record<'topics' | 'actors', readonly Slug[]>>;

/** What articles are to name from now on, and what no more. */
export interface Tags {
  readonly add: TagIds;
  readonly remove: TagIds;
}

export type Tagging =
  | { readonly kind: 'changed'; readonly change: FileChange }
  | { readonly kind: 'same' }
  /** Its front matter is written so that nothing can be changed safely, or would hold too much. */
  | { readonly kind: 'refused'; readonly file: string };

/** Makes an article name topics and actors, or name them no more, by whatever name. */
export function tagArticle(
  { content, article }: SelectedArticle,
  tags: Tags,
  loaded: LoadedTerms,
): Tagging {
  const { file, location } = content.entry;
  const refused: Tagging = { kind: 'refused', file };
  let edited = content;
  const meant: Record<string, readonly Slug[]> = {};
  for (const kind of ['topic', 'actor'] as const) {
    const key = termFolders[kind];
    const named = key === 'topics' ? article.topics : article.actors.map(({ id }) => id);
    const added = tags.add[key].filter((id) => !named.includes(id));
    const removed = tags.remove[key].filter((id) => named.includes(id));
    meant[key] = [...named, ...added].filter((id) => !removed.includes(id));
    // Before others go: with the last of a list its key would go.
    if (added.length > 0) edited = addNames(edited, key, added);
    const next = removed.length === 0 ? edited : removeNames(edited, kind, removed, loaded);
    if (next === null) return refused;
    edited = next;
  }
  if (edited === content) return { kind: 'same' };
  if (!isDeepStrictEqual(readTags(edited, loaded), meant)) return refused;
  const change = { file, location, before: content.raw, after: edited.raw, moveTo: null };
  return { kind: 'changed', change };
}

function addNames(content: ContentText, key: string, ids: readonly Slug[]): ContentText {
  const { source } = content;
  return withEdits(content, [addToList(source, readFrontText(source), key, ids)]);
}

function removeNames(
  content: ContentText,
  kind: 'topic' | 'actor',
  ids: readonly Slug[],
  { names }: LoadedTerms,
): ContentText | null {
  const { source } = content;
  const registry = names[termFolders[kind]];
  const isOld = (written: string): boolean => {
    const found = registry.resolve(written);
    return found.kind === 'found' && ids.includes(found.id);
  };
  const indexes = findReferences(source, { kind, isOld }).map(({ path }) => Number(path[1]));
  const edits = removeItems(source, readFrontText(source), termFolders[kind], new Set(indexes));
  return edits === null ? null : withEdits(content, edits);
}

/** What an article names as it is written; null where it could not be published. */
function readTags({ source }: ContentText, { names }: LoadedTerms): TagIds | null {
  const errors: Problem[] = [];
  const report = (problem: Problem): void => {
    if (diagnosticSeverities[problem.code] === 'error') errors.push(problem);
  };
  const article = parseArticle(source, names.config.zone, report);
  if (article === null) return null;
  const topics = resolveNames(names.topics, article.topics, source.file, 'topics', report);
  const written = article.actors.map(({ name }) => name);
  const actors = resolveNames(names.actors, written, source.file, 'actors', report);
  return errors.length > 0 ? null : { topics, actors };
}
