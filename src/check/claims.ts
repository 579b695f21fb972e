import type { Report } from '../diagnostics/diagnostic.ts';
import { isEnglish, type CheckedArticle } from './checkedFile.ts';
import { attribution, ownTexts, splitSentences, wordsPattern } from './sentences.ts';

const superlatives =
  'worst|best|greatest|largest|biggest|smallest|deadliest|bloodiest|gravest|highest|lowest|strongest|weakest|longest|shortest|fastest|richest|poorest|deepest|heaviest|harshest|toughest|most (?:important|serious|powerful|dangerous|significant|severe|successful|advanced|wanted|violent|influential)';

/** What nobody can know, and superlatives, which somebody has counted. */
const absolutes = wordsPattern([
  `(?:the|its|their|his|her|\\p{L}+[’']s) (?:\\p{L}+ ){0,1}(?:${superlatives})`,
  `(?:${superlatives})(?: \\p{L}+){0,2} (?:ever|in history|on record|of all time)`,
  'unprecedented',
  'undoubtedly|unquestionably|indisputably|undeniably',
  'without (?:a |any )?(?:doubt|question)',
  'obviously|of course|needless to say',
  'everyone (?:knows|agrees)|nobody (?:doubts|disputes)|no one (?:doubts|disputes)',
  'as is well known|it is well known',
  'always|never (?:before|again)',
  'proves|proved beyond',
]);

/** A word of each claim: most texts have none, which this tells in a tenth of the time. */
const hints =
  /(?:worst|est|important|serious|powerful|dangerous|significant|severe|successful|advanced|wanted|violent|influential|unprecedented|undoubtedly|unquestionably|indisputably|undeniably|without|obviously|course|needless|everyone|nobody|one|known|always|never|prove[sd])\b/i;

/** Superlatives and absolute claims are somebody's. */
export function checkClaims(checked: CheckedArticle, report: Report): void {
  if (!isEnglish(checked)) return;
  for (const text of ownTexts(checked)) {
    if (!hints.test(text.prose) || text.prose.search(absolutes) < 0) continue;
    for (const { text: sentence, start, hasQuotation } of splitSentences(text.prose)) {
      if (hasQuotation || attribution.test(sentence)) continue;
      for (const { index, 0: words } of sentence.matchAll(absolutes)) {
        report({
          code: 'absolute-claim',
          file: checked.file,
          where: text.where(start + index, words),
          message: `"${words}" is said by nobody`,
          hint: 'say who says so, or leave it out',
        });
      }
    }
  }
}
