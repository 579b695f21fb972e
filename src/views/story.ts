import type { Site, SiteStory } from '../model/site.ts';
import { termsPath } from '../urls/paths.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import type { RowView } from './item.ts';
import { toPageView, type PageView } from './page.ts';
import { toIndexData, toStoryData } from './collectionData.ts';
import type { PagePlan } from './plan.ts';
import { hashParts } from './viewKey.ts';

export interface StoryRowView extends LinkView {
  readonly summary: string | null;
  readonly isClosed: boolean;
  readonly countText: string;
  readonly first: DateView | null;
  readonly last: DateView | null;
}

export interface StoriesView extends PageView {
  readonly layout: 'stories';
  /** By last item, newest first. */
  readonly developing: readonly StoryRowView[];
  readonly closed: readonly StoryRowView[];
}

export interface StoryView extends PageView {
  readonly layout: 'story';
  readonly story: StoryRowView;
  readonly bodyHtml: string;
  readonly topics: readonly LinkView[];
  readonly actors: readonly LinkView[];
  /** Oldest day first: a story is read from its beginning. */
  readonly days: readonly {
    readonly day: DateView;
    readonly href: string;
    readonly items: readonly RowView[];
  }[];
}

const index = termsPath('stories');

export function buildStoriesView(site: Site, context: ViewContext): StoriesView {
  const rows = Array.from(site.stories.values(), (story) => toStoryRow(story, context));
  const title = context.words.pages.stories;
  const developing = rows.filter((row) => !row.isClosed);
  const closed = rows.filter((row) => row.isClosed);
  return {
    ...toPageView(
      {
        layout: 'stories',
        path: index,
        title,
        section: index,
        data: [toIndexData(index, title, [...developing, ...closed], context)],
      },
      context,
    ),
    layout: 'stories',
    developing,
    closed,
  };
}

export function toStoryRow(
  { story, path, timeline }: SiteStory,
  context: ViewContext,
): StoryRowView {
  return {
    href: context.href(path),
    text: story.name,
    summary: story.summary,
    isClosed: story.status === 'closed',
    countText: context.count(context.words.counted.items, timeline.articles.length),
    first: timeline.firstDay && context.day(timeline.firstDay),
    last: timeline.lastDay && context.day(timeline.lastDay),
  };
}

export function planStories(site: Site, context: ViewContext): readonly PagePlan[] {
  return Array.from(site.stories.values(), (entry) => ({
    layout: 'story',
    path: entry.path,
    inputs: () =>
      hashParts(
        entry.story,
        entry.story.topics.map(context.topic),
        entry.story.actors.map((id) => [context.actor(id), site.actors.get(id)?.actor.type]),
        context.rowsKeyAt(entry.timeline.places),
      ),
    isLoose: false,
    build: () => toStoryView(entry, context),
  }));
}

function toStoryView(entry: SiteStory, context: ViewContext): StoryView {
  const days = toStoryDays(entry, context);
  const rows = days.flatMap(({ items }) => items);
  return {
    ...toPageView(
      {
        layout: 'story',
        path: entry.path,
        title: entry.story.name,
        description: entry.story.summary,
        section: index,
        breadcrumbs: [{ href: context.href(index), text: context.words.pages.stories }],
        hasFeeds: true,
        data: [toStoryData(entry, rows, context)],
      },
      context,
    ),
    layout: 'story',
    story: toStoryRow(entry, context),
    bodyHtml: context.html(entry.story.body),
    topics: entry.story.topics.map(context.topic),
    actors: entry.story.actors.map(context.actor),
    days,
  };
}

function toStoryDays({ timeline }: SiteStory, context: ViewContext): StoryView['days'] {
  const days: { day: DateView; href: string; items: RowView[] }[] = [];
  for (const item of timeline.articles.map(context.row)) {
    const last = days.at(-1);
    if (last?.day.iso === item.day.iso) last.items.push(item);
    else days.push({ day: item.day, href: item.dayHref, items: [item] });
  }
  return days.toReversed();
}
