import type { SiteDay } from '../model/site.ts';
import { yearOf } from '../dates/day.ts';
import type { ViewContext } from './context.ts';
import { toHeadlineView, type HeadlineView } from './item.ts';

/** What led an earlier year's briefing of the same day. */
export interface OnThisDayView {
  readonly year: string;
  readonly dayHref: string;
  readonly lead: HeadlineView;
}

const shownYears = 5;

/**
 * Finds the days of earlier years with the same month and day, latest first, at most five. It looks
 * back only: a new item changes its own day, and an old one at most five later ones.
 */
export function createOnThisDay(days: readonly SiteDay[]): (day: SiteDay) => readonly SiteDay[] {
  const byDate = new Map<string, SiteDay[]>();
  for (const day of days) {
    if (day.articles.length === 0) continue;
    const date = day.day.slice(5);
    const group = byDate.get(date);
    if (group === undefined) byDate.set(date, [day]);
    else group.push(day);
  }
  return ({ day }) => {
    const group = byDate.get(day.slice(5)) ?? [];
    const end = group.findIndex((other) => other.day >= day);
    const earlier = end < 0 ? group : group.slice(0, end);
    return earlier.slice(-shownYears).toReversed();
  };
}

export function toOnThisDay(
  days: readonly SiteDay[],
  context: ViewContext,
): readonly OnThisDayView[] {
  return days.flatMap((day) => {
    const [lead] = day.articles;
    if (lead === undefined) return [];
    return [
      {
        year: context.dates.year(yearOf(day.day)),
        dayHref: context.href(day.path),
        lead: toHeadlineView(lead, context),
      },
    ];
  });
}
