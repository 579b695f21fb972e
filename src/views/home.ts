import { addDays } from '../dates/day.ts';
import type { Site } from '../model/site.ts';
import { homePath } from '../urls/paths.ts';
import type { ViewContext } from './context.ts';
import {
  titleOfDay,
  toBriefingView,
  toDayCard,
  type BriefingView,
  type DayCardView,
} from './day.ts';
import { toPageView, toPicturePreview, type PageView } from './page.ts';
import { rankTerms, type CountedLinkView } from './period.ts';
import { toSiteData } from './structuredData.ts';
import { toStoryRow, type StoryRowView } from './story.ts';

export interface HomeView extends PageView {
  readonly layout: 'home';
  /** The newest briefing; null on a site without any day. */
  readonly latest: BriefingView | null;
  /** The days before it, newest first, at most seven. */
  readonly recentDays: readonly DayCardView[];
  /** Developing stories that moved within the last thirty days, counted from the newest item. */
  readonly stories: readonly StoryRowView[];
  /** Most frequent in those thirty days. */
  readonly topics: readonly CountedLinkView[];
  readonly actors: readonly CountedLinkView[];
}

const recentDays = 7;
const activeDays = 30;
const activeTerms = 12;

export function buildHomeView(site: Site, context: ViewContext): HomeView {
  const [latest, ...earlier] = site.days.slice(-1 - recentDays).toReversed();
  const newest = site.articles[0]?.day;
  const since = newest === undefined ? '' : addDays(newest, 1 - activeDays);
  const end = site.articles.findIndex((article) => article.day < since);
  const active = end < 0 ? site.articles : site.articles.slice(0, end);
  return {
    ...toPageView(
      {
        layout: 'home',
        path: homePath,
        title: site.config.title,
        description: site.config.description,
        section: homePath,
        hasFeeds: true,
        data: [toSiteData(site, context)],
        preview: latest
          ? toPicturePreview(latest.path, titleOfDay(latest, context.dates.longDay), context)
          : {},
      },
      context,
    ),
    layout: 'home',
    breadcrumbs: [],
    latest: latest === undefined ? null : toBriefingView(latest, context),
    recentDays: earlier.map((day) => toDayCard(day, context)),
    stories: [...site.stories.values()]
      .filter(
        ({ story, timeline }) =>
          story.status === 'developing' &&
          (timeline.lastDay ?? '') >= since &&
          timeline.lastDay !== null,
      )
      .map((story) => toStoryRow(story, context)),
    topics: rankTerms(active, (article) => article.topics, context.topic, context, activeTerms),
    actors: rankTerms(
      active,
      (article) => article.actors.map((actor) => actor.id),
      context.actor,
      context,
      activeTerms,
    ),
  };
}
