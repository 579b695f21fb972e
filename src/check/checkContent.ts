import { diagnosticSeverities, type DiagnosticCode } from '../diagnostics/codes.ts';
import type { Problem, Report } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { loadContent, type LoadedContent, type LoadOptions } from '../load/loadSite.ts';
import { locateAll } from '../load/locateAll.ts';
import { readSource } from '../read/readContent.ts';
import { createMentionFinder } from '../registry/findMentions.ts';
import { checkActors, prepareActors } from './actors.ts';
import {
  readChecked,
  readCheckedArticle,
  type CheckedArticle,
  type CheckedFile,
} from './checkedFile.ts';
import { checkClaims } from './claims.ts';
import { checkImages } from './images.ts';
import { checkDirections, checkLookalikes } from './letters.ts';
import { checkLikelihoods } from './likelihood.ts';
import { checkSources, citedLinks, findRepeatedLinks, type CitedLink } from './sources.ts';
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

/**
 * Loads a content folder and holds it against every rule, those of style and tradecraft too.
 * @throws Error with code ENOENT or ENOTDIR where the content folder is none
 */
export function checkContent(options: LoadOptions): readonly Diagnostic[] {
  const { loaded, problems } = loadChecked(options);
  return locateAll(problems, loaded.entries, loaded.config.check);
}

/** What was loaded, and what the rules of style found; for those who find more. */
export interface CheckedContent {
  readonly loaded: LoadedContent;
  readonly problems: readonly Problem[];
}

export function loadChecked(options: LoadOptions): CheckedContent {
  const loaded = loadContent(options);
  return { loaded, problems: [...loaded.problems, ...findStyleProblems(loaded)] };
}

/** What style and tradecraft find in the files that have no error of their own. */
export function findStyleProblems(loaded: LoadedContent): readonly Problem[] {
  const { config } = loaded;
  const failed = new Set(loaded.problems.filter(isError).map(({ file }) => file));
  const entries = loaded.entries.filter(({ file, kind }) => kind !== 'site' && !failed.has(file));
  const problems: Problem[] = [];
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  const isOn = ({ codes }: Pick<Rule<never>, 'codes'>): boolean =>
    codes.some((code) => config.check.get(code) !== 'off');
  const ofFiles = fileRules.filter(isOn);
  const ofArticles = articleRules(loaded).filter(isOn);
  const links: CitedLink[] = [];
  for (const entry of entries) {
    const source = readSource(entry, () => undefined);
    if (source === null) continue;
    const article = entry.kind === 'article' ? readCheckedArticle(source, config) : null;
    const checked = article ?? (entry.kind === 'article' ? null : readChecked(source));
    if (checked === null) continue;
    for (const { check } of ofFiles) check(checked, report);
    // What is withheld or canceled is not read.
    if (article === null || /^(?:withheld|canceled)$/.test(article.article.status)) continue;
    for (const { check } of ofArticles) check(article, report);
    links.push(...citedLinks(article));
  }
  return [...problems, ...findRepeatedLinks(links)];
}

function isError({ code }: Problem): boolean {
  return diagnosticSeverities[code] === 'error';
}

function articleRules({ parsed, content }: LoadedContent): readonly Rule<CheckedArticle>[] {
  const { names } = content;
  const finder = names.findMentions ?? createMentionFinder(names.actors);
  const actors = prepareActors(parsed.actors, names.actors, finder);
  return [
    { codes: ['no-source', 'source-without-link'], check: checkSources },
    {
      codes: ['likelihood-word', 'mixed-likelihoods', 'likelihood-with-confidence'],
      check: checkLikelihoods,
    },
    { codes: ['absolute-claim'], check: checkClaims },
    { codes: ['no-summary', 'long-summary'], check: checkSummary },
    {
      codes: ['untagged-actor', 'unmentioned-actor'],
      check: (article, report) => checkActors(article, actors, report),
    },
  ];
}
