import type { Site, SiteTopic, Timeline } from '../model/site.ts';
import { termsPath, type TermOrder } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import { toPageView, toTimelineView, type PageView, type TimelineView } from './page.ts';
import type { PagePlan } from './plan.ts';
import { rankTerms, type CountedLinkView } from './period.ts';
import { toSparkView, type SparkView } from './spark.ts';
import { sortTerms, toOrderLinks, type OrderLinkView } from './termOrder.ts';
import { toTopicData, toTopicSetData } from './structuredData.ts';
import { hashParts } from './viewKey.ts';

/** A topic in the tree of the index. */
export interface TopicNodeView extends LinkView {
  readonly summary: string | null;
  readonly count: number;
  readonly countText: string;
  readonly last: DateView | null;
  readonly narrower: readonly TopicNodeView[];
}

export interface TopicsView extends PageView {
  readonly layout: 'topics';
  readonly orders: readonly OrderLinkView[];
  /** The widest topics; in another order than by name all of them, in one list. */
  readonly topics: readonly TopicNodeView[];
}

export interface TopicView extends PageView {
  readonly layout: 'topic';
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly bodyHtml: string;
  readonly broader: readonly LinkView[];
  readonly narrower: readonly CountedLinkView[];
  readonly sameAs: readonly string[];
  readonly timeline: TimelineView;
  readonly spark: SparkView | null;
  /** Actors most often in its items. */
  readonly actors: readonly CountedLinkView[];
  readonly stories: readonly LinkView[];
}

const index = termsPath('topics');

export function buildTopicsView(site: Site, order: TermOrder, context: ViewContext): TopicsView {
  const isTree = order === 'name';
  const all = sortTerms(site.topics.values(), order);
  const roots = isTree ? all.filter(({ topic }) => topic.broader === null) : all;
  const toNode = ({ topic, path, timeline, narrower }: SiteTopic): TopicNodeView => ({
    href: context.href(path),
    text: topic.name,
    summary: topic.summary,
    count: timeline.articles.length,
    countText: context.count(context.words.counted.items, timeline.articles.length),
    last: timeline.lastDay && context.day(timeline.lastDay),
    narrower: (isTree ? narrower : []).flatMap((id) => {
      const child = site.topics.get(id);
      return child === undefined ? [] : [toNode(child)];
    }),
  });
  return {
    ...toPageView(
      {
        layout: 'topics',
        path: termsPath('topics', order),
        title: context.words.orderedTitles.topics[order],
        section: index,
        data: [toTopicSetData(context.words.pages.topics, all, context)],
        breadcrumbs: isTree
          ? []
          : [{ href: context.href(index), text: context.words.pages.topics }],
      },
      context,
    ),
    layout: 'topics',
    orders: toOrderLinks('topics', order, context),
    topics: roots.map(toNode),
  };
}

export function planTopics(site: Site, context: ViewContext): readonly PagePlan[] {
  return Array.from(site.topics.values(), (entry) => ({
    layout: 'topic',
    path: entry.path,
    inputs: () =>
      hashParts(
        entry.topic,
        entry.broader.map(context.topic),
        entry.narrower.map((id) => toCountedTopic(id, site, context)),
        context.itemsKeyAt(entry.timeline.places),
      ),
    isLoose: true,
    build: () => toTopicView(entry, site, context),
  }));
}

function toTopicView(entry: SiteTopic, site: Site, context: ViewContext): TopicView {
  const { topic, path, timeline, broader, narrower } = entry;
  const wider = broader.map(context.topic);
  return {
    ...toPageView(
      {
        layout: 'topic',
        path,
        title: topic.name,
        description: topic.summary,
        section: index,
        breadcrumbs: [{ href: context.href(index), text: context.words.pages.topics }, ...wider],
        hasFeeds: true,
        data: [toTopicData(entry, context)],
      },
      context,
    ),
    layout: 'topic',
    aliases: topic.aliases,
    summary: topic.summary,
    bodyHtml: context.html(topic.body),
    broader: wider,
    narrower: narrower.map((id) => toCountedTopic(id, site, context)),
    sameAs: topic.sameAs,
    timeline: toTimelineView('topics', topic.id, timeline, context),
    spark: toSparkView(timeline, context),
    actors: rankTerms(
      timeline.articles,
      (article) => article.actors.map((actor) => actor.id),
      context.actor,
      context,
    ),
    stories: storiesOf(timeline, context),
  };
}

function toCountedTopic(id: Slug, site: Site, context: ViewContext): CountedLinkView {
  const count = site.topics.get(id)?.timeline.articles.length ?? 0;
  return {
    ...context.topic(id),
    count,
    countText: context.count(context.words.counted.items, count),
  };
}

/** The stories to which articles belong, newest first. */
export function storiesOf(timeline: Timeline, context: ViewContext): readonly LinkView[] {
  const stories = new Set(
    timeline.articles.flatMap((article) => (article.story === null ? [] : [article.story])),
  );
  return [...stories].map(context.story);
}
