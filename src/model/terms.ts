import { limits } from '../read/limits.ts';
import type { Names } from '../resolve/context.ts';
import type { ResolvedActor, ResolvedStory, ResolvedTopic } from '../resolve/resolveTerms.ts';
import { termPath } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import { compareText, sortByName } from './order.ts';
import type {
  Companion,
  SiteActor,
  SiteArticle,
  SiteSource,
  SiteStory,
  SiteTopic,
} from './site.ts';
import { buildTimeline, groupPlaces, type ArticleTable } from './timeline.ts';

/** Topics by name; an article of a narrower topic counts for each wider one, once. */
export function buildTopics(
  topics: readonly ResolvedTopic[],
  table: ArticleTable,
  language: string,
): ReadonlyMap<Slug, SiteTopic> {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const widerOf = new Map(topics.map((topic) => [topic.id, findWider(topic, byId)]));
  const isFlat = topics.every((topic) => topic.broader === null);
  const groups = groupPlaces<Slug>(table, (article, add) => {
    const own = isFlat
      ? article.topics
      : article.topics.flatMap((id) => [...(widerOf.get(id) ?? []), id]);
    forEachOnce(own, add);
  });
  const sorted = sortByName(
    topics,
    language,
    (topic) => topic.name,
    (topic) => topic.id,
  );
  const narrower = new Map<Slug, Slug[]>();
  for (const topic of sorted) {
    if (topic.broader === null) continue;
    const known = narrower.get(topic.broader);
    if (known === undefined) narrower.set(topic.broader, [topic.id]);
    else known.push(topic.id);
  }
  return new Map(
    sorted.map((topic) => [
      topic.id,
      {
        topic,
        path: termPath('topics', topic.id),
        timeline: buildTimeline(groups.get(topic.id), table),
        broader: widerOf.get(topic.id) ?? [],
        narrower: narrower.get(topic.id) ?? [],
      },
    ]),
  );
}

/** Lists are short: to look back along one costs less than a set. */
function forEachOnce(ids: readonly Slug[], add: (id: Slug) => void): void {
  for (const [index, id] of ids.entries()) if (ids.indexOf(id) === index) add(id);
}

/** The wider topics, widest first. Circles and long chains, which are errors reported elsewhere, end it. */
function findWider(topic: ResolvedTopic, byId: ReadonlyMap<Slug, ResolvedTopic>): readonly Slug[] {
  const wider: Slug[] = [];
  let current = topic.broader;
  const isNew = (id: Slug): boolean => id !== topic.id && !wider.includes(id);
  while (current !== null && wider.length < limits.broader && isNew(current)) {
    wider.unshift(current);
    current = byId.get(current)?.broader ?? null;
  }
  return wider;
}

/** Actors by name. */
export function buildActors(
  actors: readonly ResolvedActor[],
  table: ArticleTable,
  language: string,
): ReadonlyMap<Slug, SiteActor> {
  const groups = groupPlaces(table, (article, add: (id: Slug) => void) => {
    for (const { id } of article.actors) add(id);
  });
  const sorted = sortByName(
    actors,
    language,
    (actor) => actor.name,
    (actor) => actor.id,
  );
  return new Map(
    sorted.map((actor) => {
      return [
        actor.id,
        {
          actor,
          path: termPath('actors', actor.id),
          timeline: buildTimeline(groups.get(actor.id), table),
        },
      ];
    }),
  );
}

/** Who stands beside an actor in its articles: most frequent first, ties by id. */
export function countCompanions({ actor: { id }, timeline }: SiteActor): readonly Companion[] {
  const { articles } = timeline;
  const counts = new Map<Slug, number>();
  for (const article of articles) {
    for (const actor of article.actors) {
      if (actor.id !== id) counts.set(actor.id, (counts.get(actor.id) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([other, count]) => ({ id: other, count })).sort(
    (a, b) => b.count - a.count || compareText(a.id, b.id),
  );
}

/** Stories by their last article, newest first; those without articles last, by id. */
export function buildStories(
  stories: readonly ResolvedStory[],
  table: ArticleTable,
): ReadonlyMap<Slug, SiteStory> {
  const groups = groupPlaces(table, ({ story }, add: (id: Slug) => void) => {
    if (story !== null) add(story);
  });
  const built = stories.map((story) => ({
    story,
    path: termPath('stories', story.id),
    timeline: buildTimeline(groups.get(story.id), table),
  }));
  built.sort(
    (a, b) =>
      compareText(b.timeline.lastDay ?? '', a.timeline.lastDay ?? '') ||
      compareText(a.story.id, b.story.id),
  );
  return new Map(built.map((entry) => [entry.story.id, entry]));
}

/** Sources by name. A source has no file: it is whoever an article cites. */
export function buildSources(table: ArticleTable, names: Names): ReadonlyMap<Slug, SiteSource> {
  // The name of a source that is spelled one way, as nearly all are; null for the others.
  const spelled = new Map<Slug, string | null>();
  const groups = groupPlaces<Slug>(table, ({ cited }, add) => {
    for (const [index, { id, name }] of cited.entries()) {
      const before = spelled.get(id);
      if (before === undefined) spelled.set(id, name);
      else if (before !== name) spelled.set(id, null);
      // Lists are short: to look back along one costs less than a set.
      if (cited.findIndex((source) => source.id === id) === index) add(id);
    }
  });
  const built = Array.from(groups, ([id, places]): SiteSource => {
    const timeline = buildTimeline(places, table);
    const name = spelled.get(id) ?? mostFrequentName(id, timeline.articles);
    const actor = names.actors.resolve(name);
    return {
      id,
      name,
      path: termPath('sources', id),
      timeline,
      actor: actor.kind === 'found' ? actor.id : null,
    };
  });
  const sorted = sortByName(
    built,
    names.config.language,
    (source) => source.name,
    (source) => source.id,
  );
  return new Map(sorted.map((source) => [source.id, source]));
}

function mostFrequentName(id: Slug, articles: readonly SiteArticle[]): string {
  const counts = new Map<string, number>();
  for (const { cited } of articles) {
    for (const source of cited) {
      if (source.id === id) counts.set(source.name, (counts.get(source.name) ?? 0) + 1);
    }
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return first?.[0] ?? id;
}
