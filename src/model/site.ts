import type { Unpublished } from './unpublished.ts';
import type { Day, Month, Week, Year } from '../dates/day.ts';
import type { Instant } from '../dates/instant.ts';
import type { Actor } from '../parse/actor.ts';
import type { Correction } from '../parse/correction.ts';
import type { SiteConfig } from '../parse/site.ts';
import type { Topic } from '../parse/topic.ts';
import type { AssetFile } from '../read/readContent.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type {
  ResolvedActor,
  ResolvedBriefing,
  ResolvedPage,
  ResolvedStory,
  ResolvedTopic,
} from '../resolve/resolveTerms.ts';
import type { SitePath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';

/**
 * What an article is to the public. `draft` and `embargoed` are in a site only where the development
 * server asked for them.
 */
export type Visibility = 'published' | 'canceled' | 'draft' | 'embargoed';

export interface SiteArticle extends ResolvedArticle {
  readonly visibility: Visibility;
  /** Its place among all articles, newest first, canceled ones behind: tables of articles are arrays. */
  readonly place: number;
}

/** Articles of something, newest day first, within a day in the day's order. */
export interface Timeline {
  readonly articles: readonly SiteArticle[];
  /** Their places, for who looks at many and needs no more. */
  readonly places: Int32Array;
  /** Newest first. */
  readonly years: readonly TimelineYear[];
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

export interface TimelineYear {
  readonly year: Year;
  readonly articles: readonly SiteArticle[];
  readonly places: Int32Array;
}

export interface SiteDay {
  readonly day: Day;
  readonly path: SitePath;
  readonly briefing: ResolvedBriefing | null;
  /** In the day's order: the editor's lead, urgency, time (latest first), id. */
  readonly articles: readonly SiteArticle[];
}

/** A week, month or year that has days. */
export interface Period<Id extends Week | Month | Year> {
  readonly id: Id;
  readonly path: SitePath;
  /** Oldest first. */
  readonly days: readonly SiteDay[];
}

export interface SiteTopic {
  readonly topic: ResolvedTopic;
  readonly path: SitePath;
  /** Articles of the topic and of all narrower ones, each once. */
  readonly timeline: Timeline;
  /** From the widest to the next wider one. */
  readonly broader: readonly Slug[];
  /** Direct ones, by name. */
  readonly narrower: readonly Slug[];
}

/** How often an actor stands beside another. */
export interface Companion {
  readonly id: Slug;
  readonly count: number;
}

export interface SiteActor {
  readonly actor: ResolvedActor;
  readonly path: SitePath;
  readonly timeline: Timeline;
}

/** An actor on a topic: it has feeds and no page. */
export interface SitePair {
  readonly actor: SiteActor;
  readonly topic: SiteTopic;
  /** The folder of its feeds. */
  readonly path: SitePath;
  /** Newest first. */
  readonly articles: readonly SiteArticle[];
}

export interface SiteStory {
  readonly story: ResolvedStory;
  readonly path: SitePath;
  readonly timeline: Timeline;
}

export interface SiteSource {
  readonly id: Slug;
  /** The most frequent spelling. */
  readonly name: string;
  readonly path: SitePath;
  readonly timeline: Timeline;
  /** The actor of the same name, where there is one. */
  readonly actor: Slug | null;
}

/** A correction, with what it corrects. */
export interface SiteCorrection extends Correction {
  readonly path: SitePath;
  readonly title: string | null;
  /** The day of the briefing or article that was corrected. */
  readonly of: Day;
}

export interface Redirect {
  readonly from: SitePath;
  readonly to: SitePath;
  /** The file that asks for it. */
  readonly file: string;
}

/** Everything that is published, ordered and connected; no HTML but bodies, no display text. */
export interface Site {
  readonly config: SiteConfig;
  readonly now: Instant;
  /** Newest day first, within a day in the day's order. Without canceled ones. */
  readonly articles: readonly SiteArticle[];
  /** Their pages say that they were canceled; they appear nowhere else. */
  readonly canceled: readonly SiteArticle[];
  /** The length of a table of all articles by place. */
  readonly placeCount: number;
  /** Oldest first, as weeks, months and years. */
  readonly days: readonly SiteDay[];
  readonly weeks: readonly Period<Week>[];
  readonly months: readonly Period<Month>[];
  readonly years: readonly Period<Year>[];
  /** By name, as actors; stories by last article, newest first; sources by name. */
  readonly topics: ReadonlyMap<Slug, SiteTopic>;
  readonly actors: ReadonlyMap<Slug, SiteActor>;
  /** In the order of site.yaml. */
  readonly pairs: readonly SitePair[];
  readonly stories: ReadonlyMap<Slug, SiteStory>;
  readonly sources: ReadonlyMap<Slug, SiteSource>;
  readonly pages: readonly ResolvedPage[];
  /** Entries that became another: only their addresses and names live on. By id. */
  readonly merged: { readonly topics: readonly Topic[]; readonly actors: readonly Actor[] };
  /** Newest first. */
  readonly corrections: readonly SiteCorrection[];
  readonly redirects: readonly Redirect[];
  /** Addresses that were published, as the ledger knows, and are withheld. */
  readonly gone: readonly SitePath[];
  /** Articles of which nothing is published. */
  readonly unpublished: Unpublished;
  /** When the same content gives another site or other warnings, in milliseconds; null: never. */
  readonly changesAt: number | null;
  readonly assets: readonly AssetFile[];
  /** Addresses of the pages that have a picture of their own, for links to them. */
  readonly pictured: ReadonlySet<SitePath>;
}
