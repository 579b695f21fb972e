import type { SiteArticle } from '../model/site.ts';
import { likelihoods } from '../parse/article.ts';
import { fillWords } from '../words/forms.ts';
import type { ViewContext } from './context.ts';

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

type Likelihood = (typeof likelihoods)[number];

/** Percent, from and to: ICD 203 (2015), section D.6.e(2)(a). */
const ranges: Readonly<Record<Likelihood, readonly [from: number, to: number]>> = {
  'almost no chance': [1, 5],
  'very unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly even chance': [45, 55],
  likely: [55, 80],
  'very likely': [80, 95],
  'almost certain': [95, 99],
};

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

function formatRange(term: Likelihood, context: ViewContext): string {
  const [from, to] = ranges[term];
  return context.percents(from / 100, to / 100);
}
