import { diagnosticSeverities, type DiagnosticCode } from '../diagnostics/codes.ts';
import type { Problem, Report } from '../diagnostics/diagnostic.ts';
import type { NameSources } from '../load/resolveContent.ts';
import { createMentionFinder } from '../registry/findMentions.ts';
import type { Names } from '../resolve/context.ts';
import { checkActors, prepareActors } from './actors.ts';
import type { CheckedArticle, CheckedFile } from './checkedFile.ts';
import { checkClaims } from './claims.ts';
import { checkGuesses } from './guesses.ts';
import { checkImages } from './images.ts';
import { checkJudgement } from './judgements.ts';
import { checkDirections, checkLookalikes } from './letters.ts';
import { checkLikelihoods } from './likelihood.ts';
import { checkSources } from './sources.ts';
import { checkSummary } from './summary.ts';
import { checkTracking } from './tracking.ts';

/** A rule and the codes that it reports; where all of them are off it does not run. */
interface Rule<File> {
  readonly codes: readonly DiagnosticCode[];
  readonly check: (file: File, report: Report) => void;
}

const fileRules: readonly Rule<CheckedFile>[] = [
  { codes: ['tracking-parameter'], check: checkTracking },
  { codes: ['image-without-text'], check: checkImages },
  { codes: ['lookalike-letter'], check: checkLookalikes },
  { codes: ['direction-control'], check: checkDirections },
];

/** The rules of style that a site has not switched off, for any file and for articles. */
export interface Rules {
  readonly checkFile: (file: CheckedFile, report: Report) => void;
  readonly checkArticle: (article: CheckedArticle, report: Report) => void;
}

export function createRules({ actors, config }: NameSources, names: Names): Rules {
  const isOn = ({ codes }: Pick<Rule<never>, 'codes'>): boolean =>
    codes.some((code) => config.check.get(code) !== 'off');
  const ofFiles = fileRules.filter(isOn);
  const ofArticles = articleRules(actors, names).filter(isOn);
  return {
    checkFile: (file, report) => {
      for (const { check } of ofFiles) check(file, report);
    },
    checkArticle: (article, report) => {
      for (const { check } of ofArticles) check(article, report);
    },
  };
}

function articleRules(
  actors: NameSources['actors'],
  names: Names,
): readonly Rule<CheckedArticle>[] {
  const finder = names.findMentions ?? createMentionFinder(names.actors);
  const known = prepareActors(actors, names.actors, finder);
  return [
    { codes: ['unread-guess'], check: checkGuesses },
    { codes: ['no-source', 'source-without-link'], check: checkSources },
    {
      codes: ['likelihood-word', 'mixed-likelihoods', 'likelihood-with-confidence'],
      check: checkLikelihoods,
    },
    { codes: ['no-judgement'], check: checkJudgement },
    { codes: ['absolute-claim'], check: checkClaims },
    { codes: ['no-summary', 'long-summary'], check: checkSummary },
    {
      codes: ['untagged-actor', 'unmentioned-actor'],
      check: (article, report) => checkActors(article, known, report),
    },
  ];
}

export function isError({ code }: Problem): boolean {
  return diagnosticSeverities[code] === 'error';
}
