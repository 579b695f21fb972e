import type { Day } from '../dates/day.ts';
import { compareText } from '../model/order.ts';
import type { Site, SiteArticle, SiteDay } from '../model/site.ts';
import type { Slug } from '../urls/slug.ts';
import { fillWords } from '../words/forms.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import { toHeadlineView, type HeadlineView } from './item.ts';

/** A day of a month by what led it. */
export interface LeadView {
  readonly href: string;
  /** `31 Jan` */
  readonly day: DateView;
  /** The briefing's own title, where the editor gave one. */
  readonly title: string | null;
  /** The first item; null on a day without any. */
  readonly lead: HeadlineView | null;
  /** `and 2 more`, or null. */
  readonly moreText: string | null;
}

export function toLeadView(day: SiteDay, context: ViewContext): LeadView {
  const [lead, ...others] = day.articles;
  return {
    href: context.href(day.path),
    day: { iso: day.day, text: context.dates.shortDay(day.day) },
    title: day.briefing?.title ?? null,
    lead: lead === undefined ? null : toHeadlineView(lead, context),
    moreText: toMoreText(others.length, context),
  };
}

function toMoreText(count: number, context: ViewContext): string | null {
  if (count === 0) return null;
  return fillWords(context.words.rollup.more, { n: context.number(count) });
}

/** A story with items in a period. */
export interface MovedStoryView extends LinkView {
  /** Of the period, as the headline. */
  readonly countText: string;
  readonly last: HeadlineView;
  readonly lastDay: DateView;
}

const shownStories = 10;

/** The stories that had items, those with most first; ties by the last item, the newest first. */
export function toMovedStories(
  articles: readonly SiteArticle[],
  context: ViewContext,
): readonly MovedStoryView[] {
  const stories = new Map<Slug, { count: number; last: SiteArticle }>();
  for (const article of articles) {
    if (article.story === null) continue;
    const entry = stories.get(article.story);
    if (entry === undefined) stories.set(article.story, { count: 1, last: article });
    else {
      entry.count++;
      if (article.day > entry.last.day) entry.last = article;
    }
  }
  return [...stories]
    .sort(
      ([a, one], [b, other]) =>
        other.count - one.count || compareText(other.last.day, one.last.day) || compareText(a, b),
    )
    .slice(0, shownStories)
    .map(([id, { count, last }]) => ({
      ...context.story(id),
      countText: context.count(context.words.counted.items, count),
      last: toHeadlineView(last, context),
      lastDay: context.day(last.day),
    }));
}

/** Actors that no earlier item names. */
export interface NewActorsView {
  readonly links: readonly LinkView[];
  /** `and 2 more`, or null. */
  readonly moreText: string | null;
}

const shownActors = 12;

/**
 * Finds the actors whose first item is of a day, by name. At the beginning of an archive all are new,
 * which says nothing: a period with the first day has none.
 */
export function createFirstMentions(site: Site): (days: readonly SiteDay[]) => readonly Slug[] {
  const byDay = new Map<Day, Slug[]>();
  for (const [id, { timeline }] of site.actors) {
    if (timeline.firstDay === null) continue;
    const group = byDay.get(timeline.firstDay);
    if (group === undefined) byDay.set(timeline.firstDay, [id]);
    else group.push(id);
  }
  const first = site.articles.at(-1)?.day;
  return (days) =>
    days.some(({ day }) => day === first) ? [] : days.flatMap(({ day }) => byDay.get(day) ?? []);
}

export function toNewActors(ids: readonly Slug[], context: ViewContext): NewActorsView {
  return {
    links: ids.slice(0, shownActors).map(context.actor),
    moreText: toMoreText(Math.max(0, ids.length - shownActors), context),
  };
}

/** How many corrections were made in each period, by its id. */
export function countCorrections<Id>(site: Site, idOf: (day: Day) => Id): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>();
  for (const { day } of site.corrections) {
    const id = idOf(day);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
