import {
  daysOfMonth,
  monthOf,
  weekdayOf,
  weekOf,
  type Day,
  type Month,
  type Year,
} from '../dates/day.ts';
import type { Period, SiteDay } from '../model/site.ts';
import { monthPath, weekPath } from '../urls/paths.ts';
import type { LinkView, ViewContext } from './context.ts';

export interface CalendarDayView {
  /** `YYYY-MM-DD` */
  readonly iso: string;
  /** The day of the month. */
  readonly number: string;
  /** Null where the day has no briefing. */
  readonly href: string | null;
  /** `5 January 2024: 2 items`, for a link's label. */
  readonly label: string;
  /** 0 (no items) to 4, by quarters of the busiest day of the year. */
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
  readonly year: string;
  readonly weeks: readonly CalendarWeekView[];
}

/** The days of a year that have something, by month. */
export interface CalendarView {
  /** Short names, Monday first. */
  readonly weekdays: readonly string[];
  /** January first; those without a day are left out. */
  readonly months: readonly CalendarMonthView[];
}

const levels = 4;

/** How much a count is of the most, in four steps; 0 is nothing. */
export function toLevel(count: number, most: number): number {
  return most === 0 ? 0 : Math.ceil((count / most) * levels);
}

export function toCalendarView(year: Period<Year>, context: ViewContext): CalendarView {
  const days = new Map(year.days.map((day) => [day.day, day]));
  const busiest = Math.max(0, ...year.days.map((day) => day.articles.length));
  const months = new Set(year.days.map(({ day }) => monthOf(day)));
  return {
    weekdays: context.dates.weekdays,
    months: Array.from(months, (month) => ({
      href: context.href(monthPath(month)),
      text: context.dates.monthName(month),
      year: context.dates.year(year.id),
      weeks: toWeeks(month, days, busiest, context),
    })),
  };
}

function toWeeks(
  month: Month,
  days: ReadonlyMap<Day, SiteDay>,
  busiest: number,
  context: ViewContext,
): readonly CalendarWeekView[] {
  const all = daysOfMonth(month);
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
  return weeks;
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
    level: toLevel(count, busiest),
  };
}
