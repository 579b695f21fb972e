import { diagnosticSeverities } from '../diagnostics/codes.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { loadArticle } from '../load/loadArticle.ts';
import type { LoadedTerms } from '../load/loadSite.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { createChoice, findFile, textOf, type ArticleChoice } from './chooseArticles.ts';
import { readContentText, type ContentText } from './contentText.ts';

/** An article that is meant, as it is written and as it is read. */
export interface SelectedArticle {
  readonly content: ContentText;
  readonly article: ResolvedArticle;
}

export interface Selection {
  readonly articles: readonly SelectedArticle[];
  /** The errors of those that have some: they can't be changed, nor told to be meant or not. */
  readonly problems: readonly Problem[];
}

/**
 * Finds the articles that meet conditions, whatever their status.
 * @param mayBe a quick look at the front matter: whether the article comes into question at all
 * @throws TermError where a file is no article
 */
export function selectArticles(
  loaded: LoadedTerms,
  choice: ArticleChoice,
  mayBe: (front: string) => boolean = () => true,
): Selection {
  const entries = loaded.entries.filter(({ kind }) => kind === 'article');
  const files = [...new Set(choice.files.map((file) => findFile(entries, file)))];
  const isMeant = createChoice(loaded, choice);
  const articles: SelectedArticle[] = [];
  const problems: Problem[] = [];
  for (const entry of files.length > 0 ? files : entries) {
    const content = readContentText(entry);
    if (content === null) {
      readSource(entry, (problem) => problems.push(problem));
      continue;
    }
    if (files.length === 0 && !mayBe(frontOf(content))) continue;
    const { article, text, errors } = readArticle(entry, loaded);
    if (article === null) problems.push(...errors);
    else if (isMeant({ loaded: article, text })) {
      if (errors.length > 0) problems.push(...errors);
      else articles.push({ content, article });
    }
  }
  return { articles, problems };
}

/** The front matter of a file, with the line that opens it. */
export function frontOf({ source }: ContentText): string {
  const end = source.text.search(/\n---[ \t]*(?:\n|$)/);
  return end < 0 ? source.text : source.text.slice(0, end + 1);
}

function readArticle(
  entry: SourceEntry,
  { names }: LoadedTerms,
): {
  readonly article: ResolvedArticle | null;
  readonly text: string;
  readonly errors: readonly Problem[];
} {
  let text = '';
  const { article, problems } = loadArticle(entry, names, (read) => {
    text = textOf(read);
  });
  const errors = problems.filter(({ code }) => diagnosticSeverities[code] === 'error');
  return { article, text, errors };
}
