import { daysOfWeek } from '../dates/day.ts';
import type { Period, SiteSource, SiteStory } from '../model/site.ts';
import type { Month, Week, Year } from '../dates/day.ts';
import { homePath, monthPath, type SitePath } from '../urls/paths.ts';
import type { LinkView, ViewContext } from './context.ts';
import type { RowView } from './item.ts';
import { toActorReference, toTopicReference, type DataNode } from './structuredData.ts';

/** The most entries that the data of a page lists. How many there are in all is said beside them. */
const listedEntries = 30;

interface Collection {
  readonly path: SitePath;
  readonly name: string;
  readonly description?: string | null;
  /** Whatever else is said, in the words of schema.org. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** A page that gathers others. */
export function toCollectionData(
  { path, name, description = null, properties = {} }: Collection,
  context: ViewContext,
): DataNode {
  const url = context.url(path);
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name,
    description,
    inLanguage: context.site.config.language,
    isPartOf: { '@type': 'WebSite', '@id': context.url(homePath) },
    ...properties,
  };
}

/** Entries in the order of the page; at most `listedEntries` of them. */
export function toListData(
  entries: readonly LinkView[],
  count: number,
  { site }: ViewContext,
): DataNode {
  const { origin } = site.config.address;
  return {
    '@type': 'ItemList',
    numberOfItems: count,
    itemListElement: entries.slice(0, listedEntries).map(({ href, text }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: origin + href,
      name: text,
    })),
  };
}

/** The same of articles. */
export function toRowsData(
  rows: readonly RowView[],
  count: number,
  context: ViewContext,
): DataNode {
  const links = rows
    .slice(0, listedEntries)
    .map(({ href, title }): LinkView => ({ href, text: title }));
  return toListData(links, count, context);
}

/** A story: what it is about, from when to when, and its items from the first. One that goes on has no end. */
export function toStoryData(
  { story, path, timeline }: SiteStory,
  rows: readonly RowView[],
  context: ViewContext,
): DataNode {
  const { firstDay, lastDay } = timeline;
  const last = story.status === 'closed' ? lastDay : '..';
  return toCollectionData(
    {
      ...{ path, name: story.name, description: story.summary },
      properties: {
        temporalCoverage: firstDay === null ? null : `${firstDay}/${last}`,
        about: story.topics.map((id) => toTopicReference(id, context)),
        mentions: story.actors.flatMap((id) => {
          const entry = context.site.actors.get(id);
          return entry === undefined ? [] : toActorReference(entry, context);
        }),
        mainEntity: toRowsData(rows, timeline.articles.length, context),
      },
    },
    context,
  );
}

/** A source. Content does not say whether one is an outlet, a person or a paper, unless it is an actor. */
export function toSourceData(
  { name, path, timeline, actor }: SiteSource,
  rows: readonly RowView[],
  context: ViewContext,
): DataNode {
  const entry = actor === null ? undefined : context.site.actors.get(actor);
  return toCollectionData(
    {
      ...{ path, name },
      properties: {
        about: entry === undefined ? { '@type': 'Thing', name } : toActorReference(entry, context),
        temporalCoverage:
          timeline.firstDay === null ? null : `${timeline.firstDay}/${timeline.lastDay}`,
        mainEntity: toRowsData(rows, timeline.articles.length, context),
      },
    },
    context,
  );
}

/** A week or month with its days, a year with its months. */
export function toPeriodData(
  { id, path, days }: Period<Week | Month | Year>,
  name: string,
  context: ViewContext,
): DataNode {
  const isYear = id.length === 4;
  const months = new Set(isYear ? days.map(({ day }) => day.slice(0, 7) as Month) : []);
  const parts = isYear
    ? Array.from(months, (month) => ({
        '@type': 'CollectionPage',
        '@id': context.url(monthPath(month)),
        temporalCoverage: month,
      }))
    : days.map((day) => ({
        '@type': 'Report',
        '@id': context.url(day.path),
        datePublished: day.day,
      }));
  return toCollectionData(
    {
      ...{ path, name },
      properties: {
        temporalCoverage: id.includes('W') ? daysOfWeek(id as Week).join('/') : id,
        hasPart: parts,
      },
    },
    context,
  );
}

/** How many entries a set or an index has, and the first of them. */
export function toIndexData(
  path: SitePath,
  name: string,
  entries: readonly LinkView[],
  context: ViewContext,
): DataNode {
  const mainEntity = toListData(entries, entries.length, context);
  return toCollectionData({ path, name, properties: { mainEntity } }, context);
}
