import {
  monthOf,
  weekOf,
  yearOf,
  type Day,
  type Month,
  type Week,
  type Year,
} from '../dates/day.ts';
import { hasTies } from '../model/network.ts';
import type { Period, Site, SiteArticle, SiteDay } from '../model/site.ts';
import { archivePath, monthPath, networkYearPath, yearPath } from '../urls/paths.ts';
import { fillWords } from '../words/forms.ts';
import { toCalendarView, type CalendarView } from './calendar.ts';
import { toPeriodData } from './collectionData.ts';
import type { LinkView, ViewContext } from './context.ts';
import { toDayCard, type DayCardView } from './day.ts';
import { toPageView, type PageView } from './page.ts';
import type { PagePlan } from './plan.ts';
import {
  countCorrections,
  createFirstMentions,
  toLeadView,
  toMovedStories,
  toNewActors,
  type LeadView,
  type MovedStoryView,
  type NewActorsView,
} from './rollup.ts';
import { hashParts } from './viewKey.ts';

export interface CountedLinkView extends LinkView {
  readonly count: number;
  readonly countText: string;
}

/** A month as its year lists it. */
export interface MonthCardView extends LinkView {
  /** `12 items on 5 days` */
  readonly extentText: string;
  /** The length of its bar, in hundredths of the fullest month's. */
  readonly share: number;
}

/** A week, a month or a year. */
export interface PeriodView extends PageView {
  readonly layout: 'period';
  readonly kind: 'week' | 'month' | 'year';
  /** `42 items on 25 days` */
  readonly extentText: string;
  /** `2 corrections`, of those made in the period; null without any. */
  readonly correctionsText: string | null;
  /** A week's, newest first, whole. */
  readonly days: readonly DayCardView[];
  /** A month's days, newest first, by what led them. */
  readonly leads: readonly LeadView[];
  /** A year's, oldest first. */
  readonly months: readonly MonthCardView[];
  /** A year's; else null. */
  readonly calendar: CalendarView | null;
  /** Who appears with whom in a year; null in others, and where nobody does. */
  readonly networkHref: string | null;
  /** Stories with items of the period, at most ten. */
  readonly stories: readonly MovedStoryView[];
  /** Actors named for the first time, at most twelve. */
  readonly newActors: NewActorsView;
  /** Most frequent first, at most ten. */
  readonly topics: readonly CountedLinkView[];
  readonly actors: readonly CountedLinkView[];
  readonly previous: LinkView | null;
  readonly next: LinkView | null;
}

const rankedTerms = 10;

/** How periods of one kind are named and found. */
interface Kind<Id> {
  readonly kind: PeriodView['kind'];
  readonly idOf: (day: Day) => Id;
  readonly nameOf: (id: Id) => string;
}

export function planPeriods(site: Site, context: ViewContext): readonly PagePlan[] {
  const { dates } = context;
  const mentions = createFirstMentions(site);
  const week: Kind<Week> = { kind: 'week', idOf: weekOf, nameOf: (id) => dates.week(id) };
  const month: Kind<Month> = { kind: 'month', idOf: monthOf, nameOf: (id) => dates.month(id) };
  const year: Kind<Year> = { kind: 'year', idOf: yearOf, nameOf: (id) => dates.year(id) };
  return [
    ...planKind(week, site.weeks, mentions, site, context),
    ...planKind(month, site.months, mentions, site, context),
    ...planKind(year, site.years, mentions, site, context),
  ];
}

/** What a page shows beside its own days. */
interface Around {
  readonly newActors: ReturnType<ReturnType<typeof createFirstMentions>>;
  readonly corrections: number;
  readonly previous: LinkView | null;
  readonly next: LinkView | null;
}

function planKind<Id extends Week | Month | Year>(
  { kind, idOf, nameOf }: Kind<Id>,
  periods: readonly Period<Id>[],
  mentions: ReturnType<typeof createFirstMentions>,
  site: Site,
  context: ViewContext,
): readonly PagePlan[] {
  const corrections = countCorrections(site, idOf);
  const toLink = (period: Period<Id> | undefined): LinkView | null =>
    period === undefined ? null : { href: context.href(period.path), text: nameOf(period.id) };
  return periods.map((period, index) => {
    const previous = periods[index - 1];
    const next = periods[index + 1];
    const newActors = mentions(period.days);
    const corrected = corrections.get(period.id) ?? 0;
    const inputs = (): string =>
      hashParts(
        period.days.map((day) => [
          day.path,
          day.briefing?.sourceHash ?? null,
          context.itemsKey(day.articles),
        ]),
        newActors,
        corrected,
        previous?.id ?? null,
        next?.id ?? null,
      );
    const build = (): PeriodView =>
      toPeriodView(
        kind,
        period,
        nameOf(period.id),
        { newActors, corrections: corrected, previous: toLink(previous), next: toLink(next) },
        context,
      );
    return { layout: 'period', path: period.path, inputs, isLoose: true, build };
  });
}

function toPeriodView(
  kind: PeriodView['kind'],
  period: Period<Week | Month | Year>,
  name: string,
  { newActors, corrections, previous, next }: Around,
  context: ViewContext,
): PeriodView {
  const articles = period.days.flatMap((day) => day.articles);
  const [first] = period.days;
  const newestFirst = period.days.toReversed();
  const crumbs =
    kind === 'year' || first === undefined
      ? []
      : [
          {
            href: context.href(yearPath(yearOf(first.day))),
            text: context.dates.year(yearOf(first.day)),
          },
        ];
  const { counted } = context.words;
  return {
    ...toPageView(
      {
        layout: 'period',
        path: period.path,
        title: name,
        section: archivePath,
        breadcrumbs: crumbs,
        data: [toPeriodData(period, name, context)],
      },
      context,
    ),
    layout: 'period',
    kind,
    extentText: extentOf(period.days, context),
    correctionsText: corrections === 0 ? null : context.count(counted.corrections, corrections),
    days: kind === 'week' ? newestFirst.map((day) => toDayCard(day, context)) : [],
    leads: kind === 'month' ? newestFirst.map((day) => toLeadView(day, context)) : [],
    ...toYearParts(kind, period, articles, context),
    stories: toMovedStories(articles, context),
    newActors: toNewActors(newActors, context),
    topics: rankTerms(articles, (article) => article.topics, context.topic, context),
    actors: rankTerms(
      articles,
      (article) => article.actors.map((actor) => actor.id),
      context.actor,
      context,
    ),
    previous,
    next,
  };
}

function toYearParts(
  kind: PeriodView['kind'],
  { id, path, days }: Period<Week | Month | Year>,
  articles: readonly SiteArticle[],
  context: ViewContext,
): Pick<PeriodView, 'months' | 'calendar' | 'networkHref'> {
  if (kind !== 'year') return { months: [], calendar: null, networkHref: null };
  const year = { id: id as Year, path, days };
  return {
    months: toMonthCards(days, context),
    calendar: toCalendarView(year, context),
    networkHref: articles.some(hasTies) ? context.href(networkYearPath(year.id)) : null,
  };
}

function toMonthCards(days: readonly SiteDay[], context: ViewContext): readonly MonthCardView[] {
  const months = new Map<Month, SiteDay[]>();
  for (const day of days) {
    const ofMonth = months.get(monthOf(day.day));
    if (ofMonth === undefined) months.set(monthOf(day.day), [day]);
    else ofMonth.push(day);
  }
  const most = Math.max(1, ...Array.from(months.values(), countItems));
  return Array.from(months, ([month, ofMonth]) => ({
    href: context.href(monthPath(month)),
    text: context.dates.monthName(month),
    extentText: extentOf(ofMonth, context),
    share: Math.round((countItems(ofMonth) / most) * 100),
  }));
}

export function countItems(days: readonly SiteDay[]): number {
  return days.reduce((sum, day) => sum + day.articles.length, 0);
}

function extentOf(days: readonly SiteDay[], { words, count }: ViewContext): string {
  return fillWords(words.periods.onDays, {
    items: count(words.counted.items, countItems(days)),
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
