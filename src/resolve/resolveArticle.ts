import type { Report } from '../diagnostics/diagnostic.ts';
import { digestOf } from '../files/signed.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { Article, Cited } from '../parse/article.ts';
import { limits } from '../read/limits.ts';
import type { ArticleNames } from '../parse/articleNames.ts';
import { articlePath, termPath, type SitePath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import { resolveBody, resolveName, resolveNames, type Names } from './context.ts';
import { findNamedPaths } from './namedPaths.ts';

export interface ResolvedActorReference {
  readonly id: Slug;
  readonly role: string | null;
}

/** An article with its names resolved and its body rendered. */
export interface ResolvedArticle extends Omit<
  Article,
  'topics' | 'actors' | 'story' | 'body' | 'lang'
> {
  readonly path: SitePath;
  /** BCP 47, the site's where the article names none. */
  readonly lang: string;
  readonly topics: readonly Slug[];
  readonly actors: readonly ResolvedActorReference[];
  readonly story: Slug | null;
  /** The sources, in their order, without what the article says of each. */
  readonly cited: readonly Cited[];
  readonly body: Body;
  /** See `findNamedPaths`. */
  readonly named: readonly SitePath[];
  /** Changes when the rendered body changes. */
  readonly bodyKey: string;
}

export function resolveArticle(article: Article, names: Names, report: Report): ResolvedArticle {
  const { file } = article;
  const path = articlePath(article.day, article.slug);
  const isLinked = article.linkMentions && names.config.linkMentions;
  const rendered = resolveBody(
    article,
    path,
    isLinked ? names.findMentions : null,
    names.config,
    report,
  );
  // Where there is a summary nobody asks for the first paragraph.
  const body = article.summary === null ? rendered : { ...rendered, firstParagraph: '' };
  const topics = resolveNames(names.topics, article.topics, file, 'topics', report);
  const actors = resolveActors(article, names, report);
  checkCopies(article, body, topics.length + actors.length, report);
  const known = new Set(actors.map(({ id }) => termPath('actors', id)));
  return {
    ...article,
    path,
    lang: article.lang ?? names.config.language,
    topics,
    actors,
    cited: article.sources.map(({ id, name }) => ({ id, name })),
    story: article.story === null ? null : resolveStory(article.story, file, names, report),
    body,
    named: findNamedPaths(article, body, known, names.config.address),
    bodyKey: digestOf(body.html.join('\0')),
  };
}

/** The whole text stands in the feeds of each topic and actor. */
function checkCopies(
  { file, bodyLine }: Article,
  { html }: Body,
  feeds: number,
  report: Report,
): void {
  if (feeds === 0) return;
  const letters = html.reduce((sum, part) => sum + part.length, 0);
  if (letters * feeds <= limits.copies) return;
  report({
    code: 'over-limit',
    file,
    where: { kind: 'position', line: bodyLine, column: 1 },
    message: `this body becomes ${letters} letters of HTML, and stands in the feeds of ${feeds} topics and actors`,
    hint: `${limits.copies} letters at most in all feeds of a format; shorten the text, or topics: and actors:`,
  });
}

/** Reports unknown names in an article that can't be published for another reason. */
export function checkArticleNames(article: ArticleNames, names: Names, report: Report): void {
  for (const [index, name] of article.topics.entries()) {
    if (name !== '') resolveName(names.topics, name, article.file, ['topics', index], report);
  }
  for (const [index, { name }] of article.actors.entries()) {
    if (name !== '') resolveName(names.actors, name, article.file, ['actors', index], report);
  }
  if (article.story !== null) resolveStory(article.story, article.file, names, report);
}

function resolveStory(story: string, file: string, names: Names, report: Report): Slug | null {
  return resolveName(names.stories, story, file, ['story'], report);
}

function resolveActors(
  article: Article,
  names: Names,
  report: Report,
): readonly ResolvedActorReference[] {
  const found = new Map<Slug, string | null>();
  for (const [index, { name, role }] of article.actors.entries()) {
    const id = resolveName(names.actors, name, article.file, ['actors', index], report);
    if (id !== null) found.set(id, found.get(id) ?? role);
  }
  return Array.from(found, ([id, role]) => ({ id, role }));
}
