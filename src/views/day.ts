import { monthOf, weekOf, yearOf, type Day } from '../dates/day.ts';
import { withoutIds } from '../markdown/bodyIds.ts';
import { lastChangeOfDay } from '../model/lastChange.ts';
import type { Site, SiteDay } from '../model/site.ts';
import type { Correction } from '../parse/correction.ts';
import { archivePath, monthPath, weekPath, yearPath } from '../urls/paths.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import { toHeadlineView, type HeadlineView } from './item.ts';
import { groupByStory, type ItemGroupView } from './itemGroups.ts';
import { createOnThisDay, toOnThisDay, type OnThisDayView } from './onThisDay.ts';
import { toPageView, toPicturePreview, type PageView } from './page.ts';
import { groupPages, type PageGroup, type PagePlan } from './plan.ts';
import { toDayData } from './structuredData.ts';
import { hashParts } from './viewKey.ts';

export interface CorrectionView {
  readonly date: DateView;
  readonly text: string;
}

/** A day as lists show it. */
export interface DayCardView {
  readonly href: string;
  readonly day: DateView;
  readonly weekday: string;
  /** The briefing's own title, where the editor gave one. */
  readonly title: string | null;
  readonly summary: string | null;
  readonly countText: string;
  readonly headlines: readonly HeadlineView[];
}

/** What a briefing says, on its own page and on the home page. */
export interface BriefingView extends Omit<DayCardView, 'headlines'> {
  readonly groups: readonly ItemGroupView[];
  readonly keyTakeaways: readonly string[];
  /** The editor's note, HTML; empty where there is none. */
  readonly noteHtml: string;
  readonly watching: readonly { readonly text: string; readonly due: DateView | null }[];
  readonly corrections: readonly CorrectionView[];
  /** Minutes to read it, at 230 words a minute, at least 1. */
  readonly minutes: number;
  /** `3 min to read` */
  readonly minutesText: string;
}

export interface DayView extends PageView {
  readonly layout: 'day';
  readonly briefing: BriefingView;
  readonly previous: LinkView | null;
  readonly next: LinkView | null;
  readonly week: LinkView;
  readonly month: LinkView;
  readonly year: LinkView;
  /** What led the same day of earlier years, latest first, at most five. */
  readonly onThisDay: readonly OnThisDayView[];
}

/** The name of a day's briefing: the editor's title, or the day. */
export function titleOfDay({ day, briefing }: SiteDay, longDay: (day: Day) => string): string {
  return briefing?.title ?? longDay(day);
}

export function toDayCard(day: SiteDay, context: ViewContext): DayCardView {
  return {
    ...toDayHead(day, context),
    headlines: day.articles.map((article) => toHeadlineView(article, context)),
  };
}

function toDayHead(day: SiteDay, context: ViewContext): Omit<DayCardView, 'headlines'> {
  return {
    href: context.href(day.path),
    day: { iso: day.day, text: context.dates.day(day.day) },
    weekday: context.dates.weekday(day.day),
    title: day.briefing?.title ?? null,
    summary: day.briefing?.summary ?? null,
    countText: context.count(context.words.counted.items, day.articles.length),
  };
}

export function toBriefingView(day: SiteDay, context: ViewContext): BriefingView {
  const { briefing } = day;
  const groups = groupByStory(day.articles, context);
  const slugs = new Set<string>(day.articles.map(({ slug }) => slug));
  const texts = [
    briefing?.summary,
    ...(briefing?.keyTakeaways ?? []),
    ...groups.flatMap(({ items }) => items.flatMap((item) => [item.title, item.summary])),
  ];
  const words = texts.reduce(
    (sum, text) => sum + (text ? text.split(' ').length : 0),
    briefing?.body.words ?? 0,
  );
  const minutes = Math.max(1, Math.round(words / 230));
  return {
    ...toDayHead(day, context),
    groups,
    keyTakeaways: briefing?.keyTakeaways ?? [],
    // Below the note each item stands at its slug.
    noteHtml:
      briefing === null ? '' : withoutIds(context.html(briefing.body), (id) => slugs.has(id)),
    watching: (briefing?.watching ?? []).map(({ text, due }) => ({
      text,
      due: due && context.day(due),
    })),
    corrections: toCorrections(briefing?.corrections ?? [], context),
    minutes,
    minutesText: context.count(context.words.counted.minutes, minutes),
  };
}

export function toCorrections(
  corrections: readonly Correction[],
  context: ViewContext,
): readonly CorrectionView[] {
  return corrections.map(({ day, text }) => ({ date: context.day(day), text }));
}

export function planDays(site: Site, context: ViewContext): readonly PageGroup[] {
  const onThisDay = createOnThisDay(site.days);
  const planDay = (day: SiteDay, index: number): PagePlan => {
    const previous = site.days[index - 1];
    const next = site.days[index + 1];
    const inputs = (): string =>
      hashParts(
        day.briefing?.sourceHash ?? null,
        site.pictured.has(day.path),
        context.itemsKey(day.articles),
        previous?.day ?? null,
        next?.day ?? null,
        context.rowsKey(onThisDay(day).flatMap(({ articles }) => articles.slice(0, 1))),
      );
    const build = (): DayView =>
      toDayView(
        day,
        toDayLink(previous, context),
        toDayLink(next, context),
        onThisDay(day),
        context,
      );
    const year = yearOf(day.day);
    const changed = (): string => lastChangeOfDay(day);
    return { layout: 'day', path: day.path, inputs, isLoose: false, year, changed, build };
  };
  let end = 0;
  return site.years.map(({ id, days }) => {
    const start = end;
    end += days.length;
    return groupPages({ year: id, layout: 'day', size: days.length }, () =>
      days.map((day, index) => planDay(day, start + index)),
    );
  });
}

function toDayView(
  day: SiteDay,
  previous: LinkView | null,
  next: LinkView | null,
  earlier: readonly SiteDay[],
  context: ViewContext,
): DayView {
  const month = monthOf(day.day);
  const week = weekOf(day.day);
  const year = yearOf(day.day);
  const yearLink = { href: context.href(yearPath(year)), text: context.dates.year(year) };
  const monthLink = { href: context.href(monthPath(month)), text: context.dates.month(month) };
  const ownTitle = titleOfDay(day, context.dates.longDay);
  const title = day.briefing?.title
    ? ownTitle + context.words.joins.comma + context.dates.day(day.day)
    : ownTitle;
  return {
    ...toPageView(
      {
        layout: 'day',
        path: day.path,
        title,
        data: [toDayData(day, title, context)],
        preview: {
          type: 'article',
          published: day.day,
          ...toPicturePreview(day.path, title, context),
        },
        description: day.briefing?.summary ?? null,
        section: archivePath,
        breadcrumbs: [yearLink, { href: monthLink.href, text: context.dates.monthName(month) }],
      },
      context,
    ),
    layout: 'day',
    briefing: toBriefingView(day, context),
    previous,
    next,
    week: { href: context.href(weekPath(week)), text: context.dates.week(week) },
    month: monthLink,
    year: yearLink,
    onThisDay: toOnThisDay(earlier, context),
  };
}

function toDayLink(day: SiteDay | undefined, context: ViewContext): LinkView | null {
  return day === undefined
    ? null
    : { href: context.href(day.path), text: context.dates.longDay(day.day) };
}
