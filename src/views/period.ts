import { monthOf, yearOf, type Month, type Week, type Year } from '../dates/day.ts';
import type { Period, Site, SiteArticle, SiteDay } from '../model/site.ts';
import { archivePath, monthPath, yearPath } from '../urls/paths.ts';
import { fillWords } from '../words/forms.ts';
import type { LinkView, ViewContext } from './context.ts';
import { toDayCard, type DayCardView } from './day.ts';
import { toPageView, type PageView } from './page.ts';
import type { PagePlan } from './plan.ts';
import { hashParts } from './viewKey.ts';

export interface CountedLinkView extends LinkView {
  readonly count: number;
  readonly countText: string;
}

/** A month as its year lists it. */
export interface MonthCardView extends LinkView {
  /** `12 items on 5 days` */
  readonly extentText: string;
}

/** A week, a month or a year. */
export interface PeriodView extends PageView {
  readonly layout: 'period';
  readonly kind: 'week' | 'month' | 'year';
  /** `12 items on 5 days` */
  readonly extentText: string;
  /** Newest first; empty for a year, whose months stand in `months`. */
  readonly days: readonly DayCardView[];
  /** Oldest first; empty but for a year. */
  readonly months: readonly MonthCardView[];
  /** Most frequent first, at most ten. */
  readonly topics: readonly CountedLinkView[];
  readonly actors: readonly CountedLinkView[];
  readonly previous: LinkView | null;
  readonly next: LinkView | null;
}

const rankedTerms = 10;

export function planPeriods(site: Site, context: ViewContext): readonly PagePlan[] {
  return [
    ...planKind('week', site.weeks, (week) => context.dates.week(week), context),
    ...planKind('month', site.months, (month) => context.dates.month(month), context),
    ...planKind('year', site.years, (year) => context.dates.year(year), context),
  ];
}

function planKind<Id extends Week | Month | Year>(
  kind: PeriodView['kind'],
  periods: readonly Period<Id>[],
  nameOf: (id: Id) => string,
  context: ViewContext,
): readonly PagePlan[] {
  const toLink = (period: Period<Id> | undefined): LinkView | null =>
    period === undefined ? null : { href: context.href(period.path), text: nameOf(period.id) };
  return periods.map((period, index) => {
    const previous = toLink(periods[index - 1]);
    const next = toLink(periods[index + 1]);
    const inputs = (): string =>
      hashParts(
        period.days.map((day) => [
          day.path,
          day.briefing?.sourceHash ?? null,
          context.itemsKey(day.articles),
        ]),
        previous,
        next,
      );
    const build = (): PeriodView =>
      toPeriodView(kind, period, nameOf(period.id), previous, next, context);
    return { layout: 'period', path: period.path, inputs, isLoose: true, build };
  });
}

function toPeriodView(
  kind: PeriodView['kind'],
  period: Period<Week | Month | Year>,
  name: string,
  previous: LinkView | null,
  next: LinkView | null,
  context: ViewContext,
): PeriodView {
  const [first] = period.days;
  const crumbs =
    kind === 'year' || first === undefined
      ? []
      : [
          {
            href: context.href(yearPath(yearOf(first.day))),
            text: context.dates.year(yearOf(first.day)),
          },
        ];
  return {
    ...toPageView(
      {
        layout: 'period',
        path: period.path,
        title: name,
        section: archivePath,
        breadcrumbs: crumbs,
      },
      context,
    ),
    layout: 'period',
    kind,
    extentText: extentOf(period.days, context),
    days: kind === 'year' ? [] : period.days.toReversed().map((day) => toDayCard(day, context)),
    months: kind === 'year' ? toMonthCards(period.days, context) : [],
    ...toRanks(period, context),
    previous,
    next,
  };
}

function toRanks(
  { days }: Period<Week | Month | Year>,
  context: ViewContext,
): Pick<PeriodView, 'topics' | 'actors'> {
  const articles = days.flatMap((day) => day.articles);
  return {
    topics: rankTerms(articles, (article) => article.topics, context.topic, context),
    actors: rankTerms(
      articles,
      (article) => article.actors.map((actor) => actor.id),
      context.actor,
      context,
    ),
  };
}

function toMonthCards(days: readonly SiteDay[], context: ViewContext): readonly MonthCardView[] {
  const months = new Map<Month, SiteDay[]>();
  for (const day of days)
    months.set(monthOf(day.day), [...(months.get(monthOf(day.day)) ?? []), day]);
  return Array.from(months, ([month, ofMonth]) => ({
    href: context.href(monthPath(month)),
    text: context.dates.month(month),
    extentText: extentOf(ofMonth, context),
  }));
}

function extentOf(days: readonly SiteDay[], { words, count }: ViewContext): string {
  const items = days.reduce((sum, day) => sum + day.articles.length, 0);
  return fillWords(words.periods.onDays, {
    items: count(words.counted.items, items),
    days: count(words.counted.days, days.length),
  });
}

/** The ids most often named by articles, ties in the order of first mention. */
export function rankTerms<Id>(
  articles: readonly SiteArticle[],
  idsOf: (article: SiteArticle) => readonly Id[],
  link: (id: Id) => LinkView,
  context: ViewContext,
  limit = rankedTerms,
): readonly CountedLinkView[] {
  const counts = new Map<Id, number>();
  for (const article of articles) {
    for (const id of idsOf(article)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([id, count]) => ({
      ...link(id),
      count,
      countText: context.count(context.words.counted.items, count),
    }));
}
