import path from 'node:path';
import { loadArticle, type ReadArticle } from '../load/loadArticle.ts';
import type { LoadedTerms } from '../load/loadSite.ts';
import { createArticleTest, createWidening, type ArticleFilter } from '../model/articleFilter.ts';
import { foldName } from '../names/fold.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import { createNameFinder } from '../registry/findMentions.ts';
import type { Slug } from '../urls/slug.ts';
import { TermError } from './findTerm.ts';
import { findReferences, type Retag } from './retagArticle.ts';

/** Which of the articles that name an entry are meant; all that is given must hold. */
export interface ArticleChoice {
  readonly filter: ArticleFilter;
  /** Paths, from where the user is or from the content folder; empty where any may be. */
  readonly files: readonly string[];
  /** Words one after another in title, summary or body, found as names are. */
  readonly text: string | null;
}

/** An article that names the entry. */
export interface NamingArticle {
  readonly entry: SourceEntry;
  readonly isChosen: boolean;
}

/**
 * Finds the articles that name the old entry, whatever their status, and says which are chosen. Without
 * any condition those are that write a name which goes to the new one.
 * @param folds what the old entry's names are folded to
 * @throws TermError where a file is no article, names another, or has errors
 */
export function chooseArticles(
  loaded: LoadedTerms,
  choice: ArticleChoice,
  change: Retag,
  folds: readonly string[],
): readonly NamingArticle[] {
  const entries = loaded.entries.filter(({ kind }) => kind === 'article');
  const files = new Set(choice.files.map((file) => findFile(entries, file)));
  const isMeant = isChoice(choice) ? createChoice(loaded, choice) : null;
  const naming = entries.flatMap((entry): readonly NamingArticle[] => {
    const written = readNames(entry, loaded, change, folds);
    if (written === null) return [];
    if (isMeant === null) return [{ entry, isChosen: written.names.some(change.isMoved) }];
    const isFile = files.size === 0 || files.has(entry);
    return [{ entry, isChosen: isFile && isMeant(written) }];
  });
  for (const entry of files) {
    const isNaming = naming.some((article) => article.entry === entry);
    if (isNaming || isDone(entry, change)) continue;
    throw new TermError(`${entry.file} does not name ${change.oldId}; leave it out`);
  }
  return naming;
}

/**
 * The article that a path means, from where the user is or from the content folder.
 * @throws TermError
 */
export function findFile(entries: readonly SourceEntry[], file: string): SourceEntry {
  const location = path.resolve(file);
  const found = entries.find(
    (entry) => path.resolve(entry.location) === location || entry.relative === file,
  );
  if (found !== undefined) return found;
  throw new TermError(`${file} is no article; dateline list articles shows their files`);
}

/** Whether an earlier split has changed it already. */
function isDone(entry: SourceEntry, change: Retag): boolean {
  const source = readSource(entry, () => undefined);
  const isOld = (written: string): boolean => written === change.newId;
  return source !== null && findReferences(source, { ...change, isOld }).length > 0;
}

/** An article as conditions look at it. */
export interface ArticleText {
  readonly loaded: ReturnType<typeof loadArticle>['article'] & object;
  /** Title, summary and body. */
  readonly text: string;
}

interface Written extends ArticleText {
  /** How the entry is named. */
  readonly names: readonly string[];
}

/** Null where the article does not name the entry. */
function readNames(
  entry: SourceEntry,
  { names }: LoadedTerms,
  change: Retag,
  folds: readonly string[],
): Written | null {
  const source = readSource(entry, () => undefined);
  if (source === null || !mayName(source.text, folds)) return null;
  let text = '';
  const { article } = loadArticle(entry, names, (read) => {
    text = textOf(read);
  });
  if (article === null) {
    throw new TermError(
      `${entry.file} has errors, so it can’t be told what it names; see dateline check`,
    );
  }
  const written = findReferences(source, change).map(({ value }) => String(value));
  return written.length === 0 ? null : { loaded: article, names: written, text };
}

/** What conditions on words look at. */
export function textOf({ article }: ReadArticle): string {
  return [article.title, article.summary ?? '', article.body].join('\n\n');
}

/** A quick look: most articles name something else. Escapes in quotes may hide a name. */
function mayName(text: string, folds: readonly string[]): boolean {
  const front = text.slice(0, Math.max(0, text.indexOf('\n---')));
  if (front.includes('\\')) return true;
  const folded = foldName(front);
  return folds.some((fold) => folded.includes(fold));
}

/** Whether anything is asked of an article. */
export function isChoice({ filter, files, text }: ArticleChoice): boolean {
  return files.length > 0 || text !== null || Object.values(filter).some((value) => value !== null);
}

/** Says of each article whether it meets the conditions, the files left aside. */
export function createChoice(
  { parsed, names }: LoadedTerms,
  { filter, text }: Pick<ArticleChoice, 'filter' | 'text'>,
): (article: ArticleText) => boolean {
  const broader = parsed.topics.map((topic) => ({
    id: topic.id,
    broader: broaderOf(topic.broader),
  }));
  function broaderOf(name: string | null): Slug | null {
    const found = name === null ? null : names.topics.resolve(name);
    return found?.kind === 'found' ? found.id : null;
  }
  const isMeant = createArticleTest(filter, createWidening(broader));
  const find = text === null ? null : createNameFinder([{ name: text, means: true }]);
  return (article) => isMeant(article.loaded) && (find === null || find(article.text).length > 0);
}
