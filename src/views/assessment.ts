import type { SiteArticle } from '../model/site.ts';
import { likelihoods } from '../parse/article.ts';
import { fillWords } from '../words/forms.ts';
import type { ViewContext } from './context.ts';
import { formatRange } from './judgement.ts';

/** How sure an item's judgement is, with the scales that its words come from (ICD 203). */
export interface AssessmentView {
  readonly confidence: { readonly text: string; readonly meaning: string } | null;
  readonly likelihood: LikelihoodView | null;
}

export interface LikelihoodView {
  /** `Likelihood: very likely` */
  readonly text: string;
  /** All seven terms, least likely first. */
  readonly scale: readonly LikelihoodStepView[];
}

export interface LikelihoodStepView {
  readonly text: string;
  /** `55–80%` */
  readonly range: string;
  readonly isThis: boolean;
}

export function toAssessmentView(
  { confidence, likelihood }: SiteArticle,
  context: ViewContext,
): AssessmentView | null {
  if (confidence === null && likelihood === null) return null;
  const { words } = context;
  return {
    confidence: confidence && {
      text: words.confidence[confidence],
      meaning: words.confidenceMeanings[confidence],
    },
    likelihood: likelihood && {
      text: fillWords(words.assessment.likelihood, { term: words.likelihoods[likelihood] }),
      scale: likelihoods.map((term) => ({
        text: words.likelihoods[term],
        range: formatRange(term, context),
        isThis: term === likelihood,
      })),
    },
  };
}
