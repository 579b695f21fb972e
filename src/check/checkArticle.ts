import type { Problem } from '../diagnostics/diagnostic.ts';
import { loadArticle, type LoadedArticle, type ReadArticle } from '../load/loadArticle.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import { toCheckedArticle } from './checkedFile.ts';
import { isError, type Rules } from './rules.ts';
import { citedLinks, type CitedLink } from './sources.ts';

/** An article as it was loaded, and what the rules of style found. */
export interface ArticleCheck {
  readonly loaded: LoadedArticle;
  readonly style: readonly Problem[];
  readonly links: readonly CitedLink[];
}

/** Reads an article once, for the site and for the rules; those judge none with errors of its own. */
export function checkArticle(entry: SourceEntry, names: Names, rules: Rules): ArticleCheck {
  const read: ReadArticle[] = [];
  const loaded = loadArticle(entry, names, (article) => read.push(article));
  const [first] = read;
  if (first === undefined || loaded.problems.some(isError)) return { loaded, style: [], links: [] };
  const style: Problem[] = [];
  const report = (problem: Problem): void => {
    style.push(problem);
  };
  const checked = toCheckedArticle(first, names.config.language);
  rules.checkFile(checked, report);
  // What is withheld or canceled is not read.
  if (/^(?:withheld|canceled)$/.test(first.article.status)) return { loaded, style, links: [] };
  rules.checkArticle(checked, report);
  return { loaded, style, links: citedLinks(checked) };
}
