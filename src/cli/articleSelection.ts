import { isChoice, type ArticleChoice } from '../edit/chooseArticles.ts';
import { TermError } from '../edit/findTerm.ts';
import { selectArticles, type Selection } from '../edit/selectArticles.ts';
import { locateAll } from '../load/locateAll.ts';
import type { LoadedTerms } from '../load/loadSite.ts';
import { parseArticleFilter, type FilterOptions } from './articleFilter.ts';
import type { CommonOptions } from './options.ts';
import { formatNumber, type Printer } from './printer.ts';
import { UsageError } from './usageError.ts';

/** The options of commands that change articles which meet conditions. */
export interface SelectionOptions extends CommonOptions, FilterOptions {
  readonly text?: string;
  readonly drafts?: boolean;
  readonly yes?: boolean;
}

/**
 * Finds the articles that files and options mean, and tells the errors of those that have some. Without any
 * condition none are meant.
 * @throws UsageError
 */
export function findSelection(
  files: readonly string[],
  options: SelectionOptions,
  loaded: LoadedTerms,
  isDraftOnly: boolean,
  printer: Printer,
): Selection {
  const { text = null, drafts = false } = options;
  if (text?.trim() === '') throw new UsageError('--text is empty');
  const filter = parseArticleFilter(options, loaded.names);
  const choice: ArticleChoice = { filter, files, text };
  if (!drafts && !isChoice(choice)) {
    throw new UsageError(
      'say which articles: files, --from, --to, --topic, --actor, --story, --source, --text, or --drafts for all drafts',
    );
  }
  const mayBe = (front: string): boolean => !(isDraftOnly || drafts) || /\bdraft\b|\\/.test(front);
  const { articles, problems } = select(loaded, choice, mayBe);
  printer.diagnostics(
    locateAll(problems, loaded.entries, loaded.config.check).filter(
      ({ severity }) => severity === 'error',
    ),
  );
  const broken = new Set(problems.map(({ file }) => file)).size;
  if (broken > 0) {
    printer.note(
      `${formatNumber(broken, 'article')} with errors ${broken === 1 ? 'is' : 'are'} left as ${broken === 1 ? 'it is' : 'they are'}`,
    );
  }
  return {
    articles: articles.filter(({ article }) => !drafts || article.status === 'draft'),
    problems,
  };
}

function select(
  loaded: LoadedTerms,
  choice: ArticleChoice,
  mayBe: (front: string) => boolean,
): Selection {
  try {
    return selectArticles(loaded, choice, mayBe);
  } catch (error) {
    if (error instanceof TermError) throw new UsageError(error.message);
    throw error;
  }
}
