import { atKey, type Report } from '../diagnostics/diagnostic.ts';
import type { CheckedArticle } from './checkedFile.ts';

/** A likelihood or a confidence says nothing to a reader who is not told of what. */
export function checkJudgement({ file, article }: CheckedArticle, report: Report): void {
  const { judgement, likelihood, confidence } = article;
  if (judgement !== null || (likelihood === null && confidence === null)) return;
  const field = likelihood === null ? 'confidence' : 'likelihood';
  report({
    code: 'no-judgement',
    file,
    where: atKey(field),
    message: `this item has a ${field}, and no judgement that it speaks of`,
    hint: 'add judgement: with one sentence that says what the desk expects or holds to be true',
  });
}
