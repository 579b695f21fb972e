import type { Site, Timeline } from '../model/site.ts';
import { termPath, termsPath, termYearPath, type TermKind } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import type { LinkView, ViewContext } from './context.ts';
import type { ItemView } from './item.ts';
import { toItems, toPageView, type PageView } from './page.ts';
import { countItems } from './words.ts';

/** All items of one topic, actor or source in one year. */
export interface TermYearView extends PageView {
  readonly layout: 'term-year';
  readonly term: LinkView;
  readonly year: string;
  readonly countText: string;
  /** Newest first. */
  readonly items: readonly ItemView[];
  readonly previous: LinkView | null;
  readonly next: LinkView | null;
}

export function buildTermYearViews(site: Site, context: ViewContext): readonly TermYearView[] {
  const views: TermYearView[] = [];
  for (const [id, { topic, timeline }] of site.topics) {
    views.push(...toYears('topics', 'Topics', id, topic.name, timeline, context));
  }
  for (const [id, { actor, timeline }] of site.actors) {
    views.push(...toYears('actors', 'Actors', id, actor.name, timeline, context));
  }
  for (const [id, { name, timeline }] of site.sources) {
    views.push(...toYears('sources', 'Sources', id, name, timeline, context));
  }
  return views;
}

function toYears(
  kind: TermKind,
  kindText: string,
  id: Slug,
  name: string,
  { years }: Timeline,
  context: ViewContext,
): readonly TermYearView[] {
  const index = termsPath(kind);
  const term = { href: context.href(termPath(kind, id)), text: name };
  const toLink = (year: Timeline['years'][number] | undefined): LinkView | null =>
    year === undefined
      ? null
      : { href: context.href(termYearPath(kind, id, year.year)), text: year.year };
  return years.map(({ year, articles }, place) => ({
    ...toPageView(
      {
        layout: 'term-year',
        path: termYearPath(kind, id, year),
        title: `${name}, ${year}`,
        section: index,
        breadcrumbs: [{ href: context.href(index), text: kindText }, term],
      },
      context,
    ),
    layout: 'term-year',
    term,
    year,
    countText: countItems(articles.length, context.number),
    items: toItems(articles, context),
    previous: toLink(years[place + 1]),
    next: toLink(years[place - 1]),
  }));
}
