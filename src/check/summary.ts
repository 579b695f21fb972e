import { atKey, atValue, type Report } from '../diagnostics/diagnostic.ts';
import type { CheckedArticle } from './checkedFile.ts';

/** In characters as readers count them. Briefings, feeds and search results show a summary whole. */
const longestSummary = 300;

export function checkSummary({ file, article }: CheckedArticle, report: Report): void {
  const { summary } = article;
  if (summary === null) {
    report({
      code: 'no-summary',
      file,
      where: atKey('title'),
      message: 'this item has no summary, so lists show its first paragraph',
      hint: 'add summary: with one or two sentences',
    });
    return;
  }
  const length = Array.from(summary).length;
  if (length <= longestSummary) return;
  report({
    code: 'long-summary',
    file,
    where: atValue('summary'),
    message: `the summary has ${length} characters`,
    hint: `one or two sentences, of ${longestSummary} characters at most`,
  });
}
