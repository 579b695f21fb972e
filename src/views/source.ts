import type { Site, SiteSource } from '../model/site.ts';
import { termsPath, type TermOrder } from '../urls/paths.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import { toPageView, toTimelineView, type PageView, type TimelineView } from './page.ts';
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
  return {
    ...toPageView(
      {
        layout: 'sources',
        path: termsPath('sources', order),
        title: context.words.orderedTitles.sources[order],
        section: index,
        breadcrumbs:
          order === 'name'
            ? []
            : [{ href: context.href(index), text: context.words.pages.sources }],
      },
      context,
    ),
    layout: 'sources',
    orders: toOrderLinks('sources', order, context),
    sources: sortTerms(site.sources.values(), order).map(({ path, name, timeline }) => ({
      href: context.href(path),
      text: name,
      count: timeline.articles.length,
      countText: context.count(context.words.counted.items, timeline.articles.length),
      last: timeline.lastDay && context.day(timeline.lastDay),
    })),
  };
}

export function planSources(site: Site, context: ViewContext): readonly PagePlan[] {
  return Array.from(site.sources.values(), (entry) => ({
    layout: 'source',
    path: entry.path,
    inputs: () =>
      hashParts(
        entry.name,
        entry.actor && context.actor(entry.actor),
        context.rowsKeyAt(entry.timeline.places),
      ),
    isLoose: false,
    build: () => toSourcePageView(entry, context),
  }));
}

function toSourcePageView(
  { id, name, path, timeline, actor }: SiteSource,
  context: ViewContext,
): SourcePageView {
  return {
    ...toPageView(
      {
        layout: 'source',
        path,
        title: name,
        section: index,
        breadcrumbs: [{ href: context.href(index), text: context.words.pages.sources }],
      },
      context,
    ),
    layout: 'source',
    timeline: toTimelineView('sources', id, timeline, context),
    actor: actor === null ? null : context.actor(actor),
  };
}
