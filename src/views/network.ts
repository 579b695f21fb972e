import type { Year } from '../dates/day.ts';
import { buildNetwork, findNetworkYears, type Network, type Tie } from '../model/network.ts';
import { compareText } from '../model/order.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import { actorTypes, type ActorType } from '../parse/actor.ts';
import { dayPath, networkPath, networkYearPath, termsPath, type SitePath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import { fillWords } from '../words/forms.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import type { NetworkDrawing } from './networkDrawing.ts';
import { lineHeight, measureLine, toLabelLines } from './networkLabel.ts';
import { drawShape } from './networkShape.ts';
import { toPageView, type PageView } from './page.ts';
import type { PagePlan } from './plan.ts';
import { hashParts } from './viewKey.ts';
import type { YearKeys } from './yearKey.ts';

/** A row of the table. */
export interface TieView {
  readonly a: LinkView;
  readonly b: LinkView;
  readonly countText: string;
  readonly last: DateView;
  readonly lastHref: string;
}

/** Who appears with whom: of all time, or of one year. */
export interface NetworkView extends PageView {
  readonly layout: 'network';
  /** Null on the page of all time. */
  readonly year: string | null;
  readonly countText: string;
  /** All time and each year, newest first; the page's own has `isCurrent`. */
  readonly scopes: readonly (LinkView & { readonly isCurrent: boolean })[];
  /** What is drawn, without places; null where no two actors share an item. */
  readonly drawing: NetworkDrawing | null;
  /** The types that are drawn, with their shapes. */
  readonly legend: readonly {
    readonly type: ActorType;
    readonly text: string;
    readonly shape: string;
  }[];
  /** Strongest first. */
  readonly ties: readonly TieView[];
}

const legendRadius = 7;

/** A scope of time with its own page. */
interface Scope {
  readonly year: Year | null;
  readonly path: SitePath;
  readonly articles: () => readonly SiteArticle[];
  readonly key: () => unknown;
}

/**
 * The page of all time, and one for each year. Ties are counted when an item of that time, or before it,
 * changed, and not else.
 * @param yearKeys they tell of items with all their actors, and of what types these are
 */
export function planNetwork(
  site: Site,
  context: ViewContext,
  yearKeys: () => YearKeys,
): readonly PagePlan[] {
  const years = findNetworkYears(site.years).map(({ id, days }): Scope => {
    return {
      year: id,
      path: networkYearPath(id),
      articles: () => days.flatMap((day) => day.articles),
      key: () => yearKeys().get(id)?.past,
    };
  });
  const all: Scope = {
    year: null,
    path: networkPath,
    articles: () => site.articles,
    // A year without ties counts the items of actors who have some in others.
    key: () => Array.from(yearKeys().values(), ({ past }) => past),
  };
  const scopes = [all, ...years.toReversed()];
  const names = years.map(({ year }) => year);
  return scopes.map((scope) => {
    let made: NetworkView | null = null;
    return {
      layout: 'network',
      path: scope.path,
      inputs: () => hashParts(scope.key(), names),
      isLoose: true,
      build: () => (made ??= toNetworkView(scope, scopes, site, context)),
    };
  });
}

function toNetworkView(
  scope: Scope,
  scopes: readonly Scope[],
  site: Site,
  context: ViewContext,
): NetworkView {
  const words = context.words.network;
  const network = buildNetwork(scope.articles());
  const { year, path } = scope;
  const index = termsPath('actors');
  return {
    ...toPageView(
      {
        layout: 'network',
        path,
        title:
          year === null
            ? words.title
            : fillWords(words.titleOfYear, { year: context.dates.year(year) }),
        description: words.lede,
        section: index,
        breadcrumbs: year === null ? [] : [{ href: context.href(networkPath), text: words.title }],
      },
      context,
    ),
    layout: 'network',
    year,
    countText: fillWords(words.counts, {
      actors: context.count(context.words.counted.actors, network.mentions.size),
      ties: context.count(context.words.counted.ties, network.ties.length),
    }),
    scopes: scopes.map((each) => ({
      href: context.href(each.path),
      text: each.year === null ? words.allTime : context.dates.year(each.year),
      isCurrent: each === scope,
    })),
    drawing: network.ties.length === 0 ? null : draw(network, site, context),
    legend: toLegend(network, site, context),
    ties: network.ties.map((tie) => toTieView(tie, context)),
  };
}

function toTieView({ a, b, count, last }: Tie, context: ViewContext): TieView {
  return {
    a: context.actor(a),
    b: context.actor(b),
    countText: context.count(context.words.counted.items, count),
    last: context.day(last),
    lastHref: context.href(dayPath(last)),
  };
}

function toLegend({ mentions }: Network, site: Site, context: ViewContext): NetworkView['legend'] {
  const types = new Set(Array.from(mentions.keys(), (id) => typeOf(id, site)));
  return actorTypes
    .filter((type) => types.has(type))
    .map((type) => ({
      type,
      text: context.words.actorTypes[type].many,
      shape: drawShape(type, legendRadius),
    }));
}

function typeOf(id: Slug, site: Site): ActorType {
  return site.actors.get(id)?.actor.type ?? 'group';
}

function draw({ ties, mentions }: Network, site: Site, context: ViewContext): NetworkDrawing {
  const sorted = [...mentions].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const most = sorted[0]?.[1] ?? 1;
  const strongest = ties[0]?.strength ?? 1;
  return {
    label: context.words.network.drawing,
    nodes: sorted.map(([id, count]) => {
      const type = typeOf(id, site);
      const radius = Math.round(5 + 13 * Math.sqrt(count / most));
      const lines = toLabelLines(context.actor(id).text);
      return {
        ...context.actor(id),
        type,
        label: fillWords(context.words.network.node, {
          name: context.actor(id).text,
          type: context.words.actorTypes[type].one,
          items: context.count(context.words.counted.items, count),
        }),
        shape: drawShape(type, radius),
        lines: lines.map((text, line) => ({ text, y: radius + (line + 1) * lineHeight - 3 })),
        box: {
          id,
          radius,
          labelWidth: Math.max(...lines.map(measureLine)),
          labelHeight: lines.length * lineHeight,
        },
      };
    }),
    ties: ties.map(({ a, b, strength }) => ({
      source: a,
      target: b,
      weight: strength / strongest,
    })),
  };
}
