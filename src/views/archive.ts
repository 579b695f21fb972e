import type { Month, Year } from '../dates/day.ts';
import type { Period, Site } from '../model/site.ts';
import { archivePath, articlesPath, monthPath, yearPath } from '../urls/paths.ts';
import { toCalendarView, toLevel, type CalendarView } from './calendar.ts';
import { toCollectionData, toRowsData } from './collectionData.ts';
import type { LinkView, ViewContext } from './context.ts';
import type { RowView } from './item.ts';
import { newestItems, toPageView, type PageView } from './page.ts';
import { countItems } from './period.ts';

/** A month in the table of all years. */
export interface MonthCellView {
  readonly href: string;
  /** `January 2024: 42 items`, for a link's label. */
  readonly label: string;
  readonly count: string;
  /** 1 to 4, by quarters of the busiest month of all. */
  readonly level: number;
}

/** A row of the table of all years. */
export interface YearRowView extends LinkView {
  readonly countText: string;
  /** January first; null where a month has nothing. */
  readonly months: readonly (MonthCellView | null)[];
}

export interface CalendarYearView extends LinkView {
  readonly countText: string;
  readonly calendar: CalendarView;
}

export interface ArchiveView extends PageView {
  readonly layout: 'archive';
  /** The newest, at most three, newest first: older years have their calendar on their own page. */
  readonly years: readonly CalendarYearView[];
  /** All years, newest first. */
  readonly table: {
    /** Of one letter or a few, January first, and whole. */
    readonly months: readonly { readonly short: string; readonly text: string }[];
    readonly years: readonly YearRowView[];
  };
}

export interface ArticlesView extends PageView {
  readonly layout: 'articles';
  readonly items: readonly RowView[];
  readonly archiveHref: string;
}

const calendarYears = 3;

export function buildArchiveView(site: Site, context: ViewContext): ArchiveView {
  const years = site.years.toReversed();
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
    years: years.slice(0, calendarYears).map((year) => ({
      ...toYearLink(year, context),
      calendar: toCalendarView(year, context),
    })),
    table: toTable(site, years, context),
  };
}

function toYearLink(year: Period<Year>, context: ViewContext): LinkView & { countText: string } {
  return {
    href: context.href(yearPath(year.id)),
    text: context.dates.year(year.id),
    countText: context.count(context.words.counted.items, countItems(year.days)),
  };
}

const monthNumbers = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

function toTable(
  site: Site,
  years: readonly Period<Year>[],
  context: ViewContext,
): ArchiveView['table'] {
  const counts = new Map(site.months.map((month) => [month.id, countItems(month.days)]));
  const busiest = Math.max(0, ...counts.values());
  return {
    months: monthNumbers.map((number, index) => ({
      short: context.dates.months[index] ?? number,
      text: context.dates.monthName(`2024-${number}` as Month),
    })),
    years: years.map((year) => ({
      ...toYearLink(year, context),
      months: monthNumbers.map((number) => {
        const month = `${year.id}-${number}` as Month;
        const count = counts.get(month);
        return count === undefined ? null : toMonthCell(month, count, busiest, context);
      }),
    })),
  };
}

function toMonthCell(
  month: Month,
  count: number,
  busiest: number,
  context: ViewContext,
): MonthCellView {
  const items = context.count(context.words.counted.items, count);
  return {
    href: context.href(monthPath(month)),
    label: context.dates.month(month) + context.words.joins.colon + items,
    count: context.number(count),
    level: toLevel(count, busiest),
  };
}

export function buildArticlesView(site: Site, context: ViewContext): ArticlesView {
  const title = context.words.pages.articles;
  const items = site.articles.slice(0, newestItems).map(context.row);
  const mainEntity = toRowsData(items, items.length, context);
  return {
    ...toPageView(
      {
        layout: 'articles',
        path: articlesPath,
        title,
        section: articlesPath,
        hasFeeds: true,
        data: [
          toCollectionData(
            { path: articlesPath, name: title, properties: { mainEntity } },
            context,
          ),
        ],
      },
      context,
    ),
    layout: 'articles',
    items,
    archiveHref: context.href(archivePath),
  };
}
