import { daysOfMonth, weekdayOf, weekOf, yearOf, type Day, type Month } from '../dates/day.ts';
import type { Site, SiteDay } from '../model/site.ts';
import { archivePath, articlesPath, monthPath, weekPath, yearPath } from '../urls/paths.ts';
import type { LinkView, ViewContext } from './context.ts';
import type { RowView } from './item.ts';
import { newestItems, toPageView, type PageView } from './page.ts';

export interface CalendarDayView {
  /** `YYYY-MM-DD` */
  readonly iso: string;
  /** The day of the month. */
  readonly number: string;
  /** Null where the day has no briefing. */
  readonly href: string | null;
  /** `5 January 2024: 2 items`, for a link's label. */
  readonly label: string;
  /** 0 (no items) to 4, by quarters of the busiest day of the month. */
  readonly level: number;
}

export interface CalendarWeekView {
  /** Null where the week has no briefing. */
  readonly href: string | null;
  readonly label: string;
  /** Seven, Monday first; null outside the month. */
  readonly days: readonly (CalendarDayView | null)[];
}

export interface CalendarMonthView extends LinkView {
  readonly weeks: readonly CalendarWeekView[];
}

export interface ArchiveView extends PageView {
  readonly layout: 'archive';
  /** Short names, Monday first. */
  readonly weekdays: readonly string[];
  /** Newest first, as are their months. */
  readonly years: readonly {
    readonly href: string;
    readonly text: string;
    readonly countText: string;
    readonly months: readonly CalendarMonthView[];
  }[];
}

export interface ArticlesView extends PageView {
  readonly layout: 'articles';
  readonly items: readonly RowView[];
  readonly archiveHref: string;
}

export function buildArchiveView(site: Site, context: ViewContext): ArchiveView {
  const days = new Map(site.days.map((day) => [day.day, day]));
  return {
    ...toPageView(
      {
        layout: 'archive',
        path: archivePath,
        title: context.words.pages.archive,
        section: archivePath,
      },
      context,
    ),
    layout: 'archive',
    weekdays: context.dates.weekdays,
    years: site.years.toReversed().map((year) => ({
      href: context.href(yearPath(year.id)),
      text: context.dates.year(year.id),
      countText: context.count(
        context.words.counted.items,
        year.days.reduce((sum, day) => sum + day.articles.length, 0),
      ),
      months: site.months
        .filter((month) => yearOf(month.id) === year.id)
        .toReversed()
        .map((month) => toCalendarMonth(month.id, days, context)),
    })),
  };
}

function toCalendarMonth(
  month: Month,
  days: ReadonlyMap<Day, SiteDay>,
  context: ViewContext,
): CalendarMonthView {
  const all = daysOfMonth(month);
  const busiest = Math.max(1, ...all.map((day) => days.get(day)?.articles.length ?? 0));
  const weeks: CalendarWeekView[] = [];
  let cells: (CalendarDayView | null)[] = [];
  for (const day of all) {
    if (cells.length === 0) cells = new Array<null>(weekdayOf(day) - 1).fill(null);
    cells.push(toCalendarDay(day, days.get(day), busiest, context));
    const isLast = day === all.at(-1);
    if (cells.length < 7 && !isLast) continue;
    while (cells.length < 7) cells.push(null);
    const hasDays = cells.some((cell) => cell !== null && cell.href !== null);
    const week = weekOf(day);
    weeks.push({
      href: hasDays ? context.href(weekPath(week)) : null,
      label: context.dates.week(week),
      days: cells,
    });
    cells = [];
  }
  return { href: context.href(monthPath(month)), text: context.dates.monthName(month), weeks };
}

function toCalendarDay(
  day: Day,
  entry: SiteDay | undefined,
  busiest: number,
  context: ViewContext,
): CalendarDayView {
  const count = entry?.articles.length ?? 0;
  return {
    iso: day,
    number: context.number(Number(day.slice(8))),
    href: entry === undefined ? null : context.href(entry.path),
    label:
      context.dates.day(day) +
      context.words.joins.colon +
      context.count(context.words.counted.items, count),
    level: Math.ceil((count / busiest) * 4),
  };
}

export function buildArticlesView(site: Site, context: ViewContext): ArticlesView {
  return {
    ...toPageView(
      {
        layout: 'articles',
        path: articlesPath,
        title: context.words.pages.articles,
        section: articlesPath,
        hasFeeds: true,
      },
      context,
    ),
    layout: 'articles',
    items: site.articles.slice(0, newestItems).map(context.row),
    archiveHref: context.href(archivePath),
  };
}
