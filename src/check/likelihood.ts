import type { Report } from '../diagnostics/diagnostic.ts';
import { isEnglish, type CheckedArticle } from './checkedFile.ts';
import { attribution, ownTexts, splitSentences, wordsPattern, type OwnText } from './sentences.ts';

/**
 * ICD 203 (2015), D.6.e(2)(a): two rows of seven terms for degrees of likelihood. Terms of different
 * rows are not to be mixed in one product.
 */
const rows = [
  wordsPattern([
    'almost no chance',
    'very unlikely',
    'unlikely',
    'roughly even chance',
    'likely',
    'very likely',
    'almost certain(?:ly)?',
  ]),
  wordsPattern([
    'remote chance',
    'highly improbabl[ey]',
    'improbabl[ey]',
    'roughly even odds',
    'probabl[ey]',
    'highly probabl[ey]',
    'nearly certain(?:ly)?',
  ]),
] as const;

/** Words of likelihood that are in neither row. A capital May is a month. */
const otherWords = wordsPattern(
  [
    'may|might|could',
    '[Pp]erhaps|[Mm]aybe',
    '[Pp]ossible|[Pp]ossibly',
    '[Cc]onceivabl[ey]',
    '[Pp]lausibl[ey]',
    '[Pp]resumably',
    '[Dd]oubtful|[Dd]oubtless',
    '(?:good|fair|slim|some|strong|real) chance',
    '[Cc]hances are',
    'bound to|sure to|certain to',
    'better than even',
    'in all likelihood',
  ],
  'gu',
);

/** ICD 203, D.6.e(2)(b): confidence and likelihood do not stand in one sentence. */
const confidenceWords = wordsPattern(['(?:low|moderate|medium|high) confidence'], 'iu');

/** A judgement of the desk's own. */
const judgement = wordsPattern(
  [
    '(?:we|the desk|this desk|the editors?) (?:assess|judge|expect|believe|estimate|think|consider)(?:es|s)?',
    'our (?:assessment|judge?ment|view|estimate)',
    'in our (?:view|judge?ment|assessment)',
    '(?:low|moderate|medium|high) confidence',
  ],
  'iu',
);

/**
 * Whether a sentence judges: it says so; or the item has a confidence or a likelihood, and nobody
 * else is named as the one who says it.
 */
function isJudgement(sentence: string, { article }: CheckedArticle): boolean {
  if (judgement.test(sentence)) return true;
  const isAssessed = article.confidence !== null || article.likelihood !== null;
  return isAssessed && !attribution.test(sentence);
}

/** A word of every judgement: most items judge nothing, and are not searched for words of likelihood. */
const judging = /\b(?:we|desk|editors?|our|confidence)\b/i;

/** The words of judgements, in English. */
export function checkLikelihoods(checked: CheckedArticle, report: Report): void {
  if (!isEnglish(checked)) return;
  const { confidence, likelihood } = checked.article;
  const isAssessed = confidence !== null || likelihood !== null;
  const firstOf: [string | null, string | null] = [likelihood, null];
  let isMixed = false;
  for (const text of ownTexts(checked)) {
    if (!isAssessed && !judging.test(text.prose)) continue;
    if (![...rows, otherWords].some((pattern) => text.prose.search(pattern) >= 0)) continue;
    for (const { text: sentence, start } of splitSentences(text.prose)) {
      if (!isJudgement(sentence, checked)) continue;
      checkOtherWords(sentence, start, text, checked, report);
      checkConfidence(sentence, start, text, checked, report);
      for (const [row, pattern] of rows.entries()) {
        for (const { index, 0: word } of sentence.matchAll(pattern)) {
          const other = firstOf[1 - row];
          firstOf[row] ??= word;
          if (other === undefined || other === null || isMixed) continue;
          isMixed = true;
          report({
            code: 'mixed-likelihoods',
            file: checked.file,
            where: text.where(start + index, word),
            message: `"${word}" and "${other}" are of two rows of ICD 203's terms`,
            hint: 'take all terms of an item from one row',
          });
        }
      }
    }
  }
}

function checkOtherWords(
  sentence: string,
  start: number,
  text: OwnText,
  { file }: CheckedArticle,
  report: Report,
): void {
  for (const { index, 0: word } of sentence.matchAll(otherWords)) {
    report({
      code: 'likelihood-word',
      file,
      where: text.where(start + index, word),
      message: `"${word}" is no term of likelihood of ICD 203`,
      hint: 'write almost no chance, very unlikely, unlikely, roughly even chance, likely, very likely or almost certain',
    });
  }
}

function checkConfidence(
  sentence: string,
  start: number,
  text: OwnText,
  { file }: CheckedArticle,
  report: Report,
): void {
  const confidence = confidenceWords.exec(sentence);
  const likelihood = rows.map((row) => [...sentence.matchAll(row)][0]).find(Boolean);
  if (confidence === null || likelihood === undefined) return;
  report({
    code: 'likelihood-with-confidence',
    file,
    where: text.where(start + likelihood.index, likelihood[0]),
    message: `"${likelihood[0]}" and "${confidence[0]}" stand in one sentence`,
    hint: 'say how likely it is and how sure you are in two sentences',
  });
}
