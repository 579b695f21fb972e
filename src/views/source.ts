import type { Site, SiteSource } from '../model/site.ts';
import { termsPath, type TermOrder } from '../urls/paths.ts';
import { toIndexData, toSourceData } from './collectionData.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import {
  newestItems,
  toPageView,
  toTimelineView,
  type PageView,
  type TimelineView,
} from './page.ts';
import type { PagePlan } from './plan.ts';
import { sortTerms, toOrderLinks, type OrderLinkView } from './termOrder.ts';
import { hashParts } from './viewKey.ts';

export interface SourceRowView extends LinkView {
  readonly count: number;
  readonly countText: string;
  readonly last: DateView | null;
}

export interface SourcesView extends PageView {
  readonly layout: 'sources';
  readonly orders: readonly OrderLinkView[];
  /** By name. */
  readonly sources: readonly SourceRowView[];
}

/** Who was cited, how often, when. */
export interface SourcePageView extends PageView {
  readonly layout: 'source';
  readonly timeline: TimelineView;
  /** The actor of the same name. */
  readonly actor: LinkView | null;
}

const index = termsPath('sources');

export function buildSourcesView(site: Site, order: TermOrder, context: ViewContext): SourcesView {
  const path = termsPath('sources', order);
  const title = context.words.orderedTitles.sources[order];
  const sources = sortTerms(site.sources.values(), order).map(
    ({ path: of, name, timeline }): SourceRowView => ({
      href: context.href(of),
      text: name,
      count: timeline.articles.length,
      countText: context.count(context.words.counted.items, timeline.articles.length),
      last: timeline.lastDay && context.day(timeline.lastDay),
    }),
  );
  return {
    ...toPageView(
      {
        layout: 'sources',
        path,
        title,
        section: index,
        data: [toIndexData(path, title, sources, context)],
        breadcrumbs:
          order === 'name'
            ? []
            : [{ href: context.href(index), text: context.words.pages.sources }],
      },
      context,
    ),
    layout: 'sources',
    orders: toOrderLinks('sources', order, context),
    sources,
  };
}

export function planSources(site: Site, context: ViewContext): readonly PagePlan[] {
  return Array.from(site.sources.values(), (entry) => ({
    layout: 'source',
    path: entry.path,
    inputs: () =>
      hashParts(
        entry.name,
        entry.actor && [context.actor(entry.actor), site.actors.get(entry.actor)?.actor.type],
        context.rowsKeyAt(entry.timeline.places.subarray(0, newestItems)),
        entry.timeline.firstDay,
        entry.timeline.years.map(({ year, places }) => [year, places.length]),
      ),
    isLoose: false,
    build: () => toSourcePageView(entry, context),
  }));
}

function toSourcePageView(entry: SiteSource, context: ViewContext): SourcePageView {
  const { id, name, path, actor } = entry;
  const timeline = toTimelineView('sources', id, entry.timeline, context);
  return {
    ...toPageView(
      {
        layout: 'source',
        path,
        title: name,
        section: index,
        breadcrumbs: [{ href: context.href(index), text: context.words.pages.sources }],
        data: [toSourceData(entry, timeline.items, context)],
      },
      context,
    ),
    layout: 'source',
    timeline,
    actor: actor === null ? null : context.actor(actor),
  };
}
