import type { Site, SiteActor } from '../model/site.ts';
import { countCompanions } from '../model/terms.ts';
import type { ActorType } from '../parse/actor.ts';
import type { ResolvedRole } from '../resolve/resolveTerms.ts';
import { termsPath } from '../urls/paths.ts';
import type { LinkView, ViewContext } from './context.ts';
import { toPageView, toTimelineView, type PageView, type TimelineView } from './page.ts';
import type { PagePlan } from './plan.ts';
import { rankTerms, type CountedLinkView } from './period.ts';
import { toSparkView, type SparkView } from './spark.ts';
import { storiesOf } from './topic.ts';
import { toActorData } from './structuredData.ts';
import { hashParts } from './viewKey.ts';

export interface RoleView {
  readonly role: string;
  readonly of: string | null;
  readonly ofHref: string | null;
  /** `2011–2024`, or null where neither end is known. */
  readonly span: string | null;
}

export interface ActorView extends PageView {
  readonly layout: 'actor';
  readonly type: ActorType;
  readonly typeText: string;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly summary: string | null;
  readonly bodyHtml: string;
  readonly country: string | null;
  readonly wikidata: LinkView | null;
  readonly sameAs: readonly string[];
  readonly roles: readonly RoleView[];
  readonly related: readonly { readonly type: string; readonly link: LinkView }[];
  readonly timeline: TimelineView;
  readonly spark: SparkView | null;
  /** Who appears with it, most often first, at most ten. */
  readonly companions: readonly CountedLinkView[];
  readonly topics: readonly CountedLinkView[];
  readonly stories: readonly LinkView[];
}

const index = termsPath('actors');
const shownCompanions = 10;

export function planActors(site: Site, context: ViewContext): readonly PagePlan[] {
  const regions = new Intl.DisplayNames([site.config.language, 'en'], { type: 'region' });
  return Array.from(site.actors.values(), (entry) => ({
    layout: 'actor',
    path: entry.path,
    inputs: () =>
      hashParts(
        entry.actor,
        entry.actor.roles.map(({ ofActor }) => ofActor && context.actor(ofActor)),
        entry.actor.related.map(({ id }) => context.actor(id)),
        context.itemsKeyAt(entry.timeline.places),
      ),
    isLoose: true,
    build: () => toActorView(entry, regions, context),
  }));
}

function toActorView(
  entry: SiteActor,
  regions: Intl.DisplayNames,
  context: ViewContext,
): ActorView {
  const { actor, path, timeline } = entry;
  return {
    ...toPageView(
      {
        layout: 'actor',
        path,
        title: actor.name,
        description: actor.summary,
        section: index,
        breadcrumbs: [{ href: context.href(index), text: context.words.pages.actors }],
        hasFeeds: true,
        data: [toActorData(entry, context)],
        preview: { type: actor.type === 'person' ? 'profile' : 'website' },
      },
      context,
    ),
    layout: 'actor',
    type: actor.type,
    typeText: context.words.actorTypes[actor.type].one,
    aliases: actor.aliases,
    formerNames: actor.formerNames,
    summary: actor.summary,
    bodyHtml: context.html(actor.body),
    // A state is no country of another.
    country:
      actor.country === null || actor.type === 'state'
        ? null
        : (regions.of(actor.country) ?? actor.country),
    wikidata:
      actor.wikidata === null
        ? null
        : { href: `https://www.wikidata.org/wiki/${actor.wikidata}`, text: actor.wikidata },
    sameAs: actor.sameAs,
    roles: actor.roles.map((role) => toRoleView(role, context)),
    related: actor.related.map(({ id, type }) => ({ type, link: context.actor(id) })),
    timeline: toTimelineView('actors', actor.id, timeline, context),
    spark: toSparkView(timeline, context),
    companions: countCompanions(entry)
      .slice(0, shownCompanions)
      .map(({ id, count }) => ({
        ...context.actor(id),
        count,
        countText: context.count(context.words.counted.items, count),
      })),
    topics: rankTerms(timeline.articles, (article) => article.topics, context.topic, context),
    stories: storiesOf(timeline, context),
  };
}

function toRoleView({ role, of, ofActor, from, to }: ResolvedRole, context: ViewContext): RoleView {
  const link = ofActor === null ? null : context.actor(ofActor);
  return {
    role,
    of: link?.text ?? of,
    ofHref: link?.href ?? null,
    span: from === null && to === null ? null : `${from ?? ''}–${to ?? ''}`,
  };
}
