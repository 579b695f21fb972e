import type { Report } from '../diagnostics/diagnostic.ts';
import { isAboveCeiling } from '../parse/article.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { SiteDay } from './site.ts';

/** How many articles are not published, each under the first reason that holds. */
export interface Unpublished {
  readonly drafts: number;
  readonly embargoed: number;
  readonly withheld: number;
  /** Above `tlpCeiling`. */
  readonly tooRed: number;
}

/** @param hidden the articles of which nothing is published */
export function countUnpublished(
  hidden: readonly ResolvedArticle[],
  { tlpCeiling }: SiteConfig,
): Unpublished {
  const counts = { drafts: 0, embargoed: 0, withheld: 0, tooRed: 0 };
  for (const { status, tlp } of hidden) {
    if (status === 'draft') counts.drafts++;
    else if (status === 'withheld') counts.withheld++;
    else if (isAboveCeiling(tlp, tlpCeiling)) counts.tooRed++;
    else counts.embargoed++;
  }
  return counts;
}

/** A briefing whose items are all held back is published as an empty page, which nobody means. */
export function warnOfEmptyBriefings(
  days: readonly SiteDay[],
  hidden: readonly ResolvedArticle[],
  report: Report,
): void {
  const empty = days.filter(({ briefing, articles }) => briefing !== null && articles.length === 0);
  if (empty.length === 0) return;
  for (const { day, briefing } of empty) {
    const ofDay = hidden.filter((article) => article.day === day);
    if (briefing === null || ofDay.length === 0) continue;
    report({
      code: 'empty-briefing',
      file: briefing.file,
      where: { kind: 'file' },
      message: `the briefing of ${day} is published without items: ${tellHeldBack(ofDay)}`,
      hint: 'publish one, or see dateline list drafts for why',
    });
  }
}

function tellHeldBack(articles: readonly ResolvedArticle[]): string {
  const drafts = articles.filter(({ status }) => status === 'draft').length;
  if (articles.length === 1) {
    return `the only one of that day is ${drafts === 1 ? 'a draft' : 'held back'}`;
  }
  const asDrafts = drafts === 0 ? '' : `, ${drafts} as ${drafts === 1 ? 'a draft' : 'drafts'}`;
  return `all ${articles.length} of that day are held back${asDrafts}`;
}
