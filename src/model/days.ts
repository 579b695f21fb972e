import type { Day } from '../dates/day.ts';
import { atValue, type Report } from '../diagnostics/diagnostic.ts';
import { formatSuggestion, nearestNames } from '../names/nearest.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { ResolvedBriefing } from '../resolve/resolveTerms.ts';
import { dayPath, type SitePath } from '../urls/paths.ts';
import { groupBy } from './groupBy.ts';
import { sortDay } from './order.ts';
import type { Period, SiteArticle, SiteDay } from './site.ts';
import type { Month, Week, Year } from '../dates/day.ts';

/** Days that have an article or the editor's words, oldest first. */
export function buildDays(
  articles: readonly SiteArticle[],
  briefings: readonly ResolvedBriefing[],
): readonly SiteDay[] {
  const byDay = groupBy(articles, ({ day }) => day);
  const notes = new Map(briefings.map((briefing) => [briefing.day, briefing]));
  const days = [...new Set([...byDay.keys(), ...notes.keys()])].sort();
  return days.map((day) => {
    const briefing = notes.get(day) ?? null;
    return {
      day,
      path: dayPath(day),
      briefing,
      articles: sortDay(byDay.get(day) ?? [], briefing?.lead ?? []),
    };
  });
}

/** Groups days into periods, oldest first. */
export function buildPeriods<Id extends Week | Month | Year>(
  days: readonly SiteDay[],
  idOf: (day: Day) => Id,
  pathOf: (id: Id) => SitePath,
): readonly Period<Id>[] {
  const groups = groupBy(days, ({ day }) => idOf(day));
  return Array.from(groups, ([id, group]) => ({ id, path: pathOf(id), days: group }));
}

interface CheckedArticles {
  readonly articles: readonly ResolvedArticle[];
  readonly failedArticles: readonly string[];
}

/** A lead must name articles of its day; one that is not published yet is passed over later. */
export function checkLeads(
  briefings: readonly ResolvedBriefing[],
  { articles, failedArticles }: CheckedArticles,
  report: Report,
): void {
  if (briefings.every(({ lead }) => lead.length === 0)) return;
  const dayOf = new Map(articles.map((article) => [article.id, article.day]));
  for (const briefing of briefings) {
    for (const [index, id] of briefing.lead.entries()) {
      const day = dayOf.get(id);
      if (day === briefing.day) continue;
      if (
        day === undefined &&
        failedArticles.some((name) => name.includes(id) || id.includes(name))
      )
        continue;
      const ofDay = articles.filter((article) => article.day === briefing.day);
      report({
        code: 'unknown-article',
        file: briefing.file,
        where: atValue('lead', index),
        message:
          day === undefined
            ? `"${id}" is the id of no article`
            : `"${id}" is an article of ${day}, not of this day`,
        hint: formatSuggestion(
          nearestNames(
            id,
            ofDay.map((article) => article.id),
          ),
        ),
      });
    }
  }
}
