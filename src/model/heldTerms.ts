import { createEveryMentionFinder } from '../registry/findMentions.ts';
import { decodeText } from '../markdown/decodeText.ts';
import { pathsOfHtml, pathsOfValue } from '../resolve/namedPaths.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { ResolvedActor, ResolvedStory, ResolvedTopic } from '../resolve/resolveTerms.ts';
import { termPath, type SitePath } from '../urls/paths.ts';
import { findSitePaths } from '../urls/sitePaths.ts';
import type { ResolvedContent } from './buildSite.ts';

/** A topic, an actor or a story is known here by the address of its page. */
type TermPath = SitePath;

/** An item that is not published, with its file's text; null where that can't be read any more. */
export interface HiddenText {
  readonly article: ResolvedArticle;
  readonly text: string | null;
}

/** Terms that have no page, each with the first item that names it. */
export type HeldTerms = ReadonlyMap<TermPath, ResolvedArticle>;

/**
 * The topics, actors and stories that only unpublished items name, by themselves or by way of other such
 * terms: neither a published item nor a page, a briefing, site.yaml or a term that is shown names them, and
 * their own files don't say `public: true`. A term that nobody names is shown.
 */
export function findHeldTerms(
  content: ResolvedContent,
  hidden: readonly HiddenText[],
  shown: readonly ResolvedArticle[],
): HeldTerms {
  if (hidden.length === 0) return new Map();
  const references = listReferences(content);
  const named = findNamedBy(content, hidden, references);
  if (named.size === 0) return named;
  const held = new Map(named);
  const release = (paths: Iterable<TermPath>): void => {
    const waiting = [...paths];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (held.delete(path)) waiting.push(...(references.get(path)?.() ?? []));
    }
  };
  for (const term of termsOf(content)) if (term.isPublic) release([pathOf(term)]);
  // A term that is shown whatever hidden items name shows what it refers to.
  for (const [path, refer] of references) if (!named.has(path)) release(refer());
  const { feedPairs, names, briefings, pages } = content;
  const { config } = names;
  for (const { actor, topic } of feedPairs) {
    release([termPath('actors', actor), termPath('topics', topic)]);
  }
  release(toTerms(pathsOfValue(config, config.address)));
  for (const each of [...briefings, ...pages]) release(pathsIn(each, content));
  releaseByArticles(held, shown, content, release);
  return held;
}

/** What is published of content: without the terms that are held, and what was merged into them. */
export function withoutTerms(content: ResolvedContent, held: HeldTerms): ResolvedContent {
  if (held.size === 0) return content;
  const { names } = content;
  const isShown = (kind: Kind, id: ResolvedTopic['id']): boolean => !held.has(termPath(kind, id));
  return {
    ...content,
    topics: content.topics.filter(({ id }) => isShown('topics', id)),
    actors: content.actors.filter(({ id }) => isShown('actors', id)),
    stories: content.stories.filter(({ id }) => isShown('stories', id)),
    topicFiles: content.topicFiles.filter(({ id }) => isShown('topics', names.topics.targetOf(id))),
    actorFiles: content.actorFiles.filter(({ id }) => isShown('actors', names.actors.targetOf(id))),
  };
}

/** The texts of items that are not published, and of terms that are held. */
export function* textsOfHidden(
  hidden: readonly HiddenText[],
  held: HeldTerms,
  content: ResolvedContent,
): Generator<string> {
  for (const { text } of hidden) if (text !== null) yield text;
  if (held.size === 0) return;
  for (const term of termsOf(content)) {
    const text = held.has(pathOf(term)) ? content.texts.ofFile(term.file) : null;
    if (text !== null) yield text;
  }
}

type Kind = 'topics' | 'actors' | 'stories';
type Term = (ResolvedTopic | ResolvedActor | ResolvedStory) & { readonly kind: Kind };

function* termsOf({ topics, actors, stories }: ResolvedContent): Generator<Term> {
  for (const topic of topics) yield { ...topic, kind: 'topics' };
  for (const actor of actors) yield { ...actor, kind: 'actors' };
  for (const story of stories) yield { ...story, kind: 'stories' };
}

function pathOf({ kind, id }: Pick<Term, 'kind' | 'id'>): TermPath {
  return termPath(kind, id);
}

/** What each term refers to, asked when it matters. */
function listReferences(
  content: ResolvedContent,
): ReadonlyMap<TermPath, () => readonly TermPath[]> {
  return new Map(
    Array.from(termsOf(content), (term) => [
      pathOf(term),
      () => [...directReferences(term), ...pathsIn(term, content)],
    ]),
  );
}

function directReferences(term: Term): readonly TermPath[] {
  if ('broader' in term) return term.broader === null ? [] : [termPath('topics', term.broader)];
  if ('roles' in term) {
    const offices = term.roles.flatMap(({ ofActor }) => ofActor ?? []);
    return [...offices, ...term.related.map(({ id }) => id)].map((id) => termPath('actors', id));
  }
  return [
    ...term.topics.map((id) => termPath('topics', id)),
    ...term.actors.map((id) => termPath('actors', id)),
  ];
}

/** The terms to which the text of a file that is no article leads. */
function pathsIn(
  file: Pick<ResolvedTopic, 'body' | 'summary' | 'extra'>,
  { names: { config } }: ResolvedContent,
): readonly TermPath[] {
  return toTerms([
    ...file.body.links.map(({ path }) => path),
    ...pathsOfHtml(file.body, config.address),
    ...pathsOfValue([file.summary, file.extra], config.address),
  ]);
}

/** The pages of terms of which these are pages, feeds or years. */
function toTerms(paths: Iterable<SitePath>): readonly TermPath[] {
  const terms: TermPath[] = [];
  for (const path of paths) {
    const found = /^\/(?:topics|actors|stories)\/[^/]+(?=\/|$)/.exec(path)?.[0];
    if (found !== undefined) terms.push(`${found}/` as TermPath);
  }
  return terms;
}

/** Of an article whatever leads to a term: what it is about, whom it cites, links, names. */
function termsOfArticle({
  topics,
  actors,
  story,
  body,
  named,
}: ResolvedArticle): readonly TermPath[] {
  return [
    ...topics.map((id) => termPath('topics', id)),
    ...actors.map(({ id }) => termPath('actors', id)),
    ...(story === null ? [] : [termPath('stories', story)]),
    ...toTerms(body.links.map(({ path }) => path)),
    ...toTerms(named),
  ];
}

/** The terms that hidden items name, and those that only these refer to in turn. */
function findNamedBy(
  content: ResolvedContent,
  hidden: readonly HiddenText[],
  references: ReadonlyMap<TermPath, () => readonly TermPath[]>,
): Map<TermPath, ResolvedArticle> {
  const named = new Map<TermPath, ResolvedArticle>();
  if (references.size === 0) return named;
  const { names } = content;
  const { address } = names.config;
  // Within a longer name as well: what a hidden item may name is not to be shown.
  const findMentions = createEveryMentionFinder(names.actors);
  for (const { article, text } of hidden) {
    const readings = text === null ? [] : decodeText(text);
    const waiting = [
      ...termsOfArticle(article),
      ...article.cited.flatMap(({ name }) => actorNamed(name, content)),
      ...readings.flatMap((reading) => [
        ...toTerms(findSitePaths(reading, address)),
        ...findMentions(reading).map(({ path }) => path),
      ]),
    ];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const refer = references.get(path);
      if (refer === undefined || named.has(path)) continue;
      named.set(path, article);
      waiting.push(...refer());
    }
  }
  return named;
}

function actorNamed(name: string, { names }: ResolvedContent): readonly TermPath[] {
  const found = names.actors.resolve(name);
  return found.kind === 'found' ? [termPath('actors', found.id)] : [];
}

/** Articles are many: they are asked while anything is held, and sources once each. */
function releaseByArticles(
  held: ReadonlyMap<TermPath, unknown>,
  shown: readonly ResolvedArticle[],
  content: ResolvedContent,
  release: (paths: Iterable<TermPath>) => void,
): void {
  const cited = new Set<string>();
  for (const article of shown) {
    if (held.size === 0) return;
    release(termsOfArticle(article));
    for (const { name } of article.cited) {
      if (cited.has(name)) continue;
      cited.add(name);
      release(actorNamed(name, content));
    }
  }
}
