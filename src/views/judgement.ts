import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { likelihoods } from '../parse/article.ts';
import type { Words } from '../words/en.ts';
import { fillWords } from '../words/forms.ts';

type Likelihood = (typeof likelihoods)[number];

/** What the desk judges of an item, as a reader is told it in every output. */
export interface JudgementView {
  /** `Likely (55–80%): Kim will order more launchers · low confidence` */
  readonly text: string;
  /** The same in parts, for pages that set them differently. `Likely (55–80%)`; null without a likelihood. */
  readonly likelihood: string | null;
  readonly statement: string | null;
  /** `low confidence`; null without one. */
  readonly confidence: string | null;
}

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

export interface JudgementWords {
  readonly words: Words;
  /** Shares of one, as `55–80%`. */
  readonly percents: (from: number, to: number) => string;
}

/** The range of a term of ICD 203: `55–80%`. */
export function formatRange(term: Likelihood, { percents }: JudgementWords): string {
  const [from, to] = ranges[term];
  return percents(from / 100, to / 100);
}

/** @returns null where the desk judges nothing */
export function toJudgementView(
  {
    judgement: statement,
    likelihood: term,
    confidence: key,
  }: Pick<ResolvedArticle, 'judgement' | 'likelihood' | 'confidence'>,
  language: JudgementWords,
): JudgementView | null {
  if (statement === null && term === null && key === null) return null;
  const { words } = language;
  const lead = term === null ? words.judgement.title : words.judgement.likelihoods[term];
  const likelihood =
    term === null
      ? null
      : fillWords(words.judgement.likelihood, { term: lead, range: formatRange(term, language) });
  const confidence = key && words.judgement.confidence[key];
  const said = [likelihood ?? lead, statement].filter((part) => part !== null);
  const text = [said.join(words.joins.colon), confidence].filter((part) => part !== null);
  return { text: text.join(words.judgement.join), likelihood, statement, confidence };
}
