import { atKey, type Report } from '../diagnostics/diagnostic.ts';
import type { Body } from '../markdown/renderBody.ts';
import type { Actor, Role } from '../parse/actor.ts';
import type { Briefing } from '../parse/briefing.ts';
import type { Page } from '../parse/page.ts';
import type { Story } from '../parse/story.ts';
import type { Topic } from '../parse/topic.ts';
import { dayPath, pagePath, termPath, type SitePath } from '../urls/paths.ts';
import { followChains, formatCircle } from '../registry/chains.ts';
import { limits } from '../read/limits.ts';
import type { Slug } from '../urls/slug.ts';
import { resolveBody, resolveName, resolveNames, type Names } from './context.ts';

export interface ResolvedTopic extends Omit<Topic, 'broader' | 'body'> {
  readonly broader: Slug | null;
  readonly body: Body;
  /** The body as written. Terms and briefings are few enough to keep it; articles are not. */
  readonly markdown: string;
}

export interface ResolvedRole extends Role {
  /** The actor that `of` names, where it names one. */
  readonly ofActor: Slug | null;
}

export interface ResolvedActor extends Omit<Actor, 'related' | 'roles' | 'body'> {
  readonly roles: readonly ResolvedRole[];
  readonly related: readonly { readonly id: Slug; readonly type: string }[];
  readonly body: Body;
  readonly markdown: string;
}

export interface ResolvedStory extends Omit<Story, 'topics' | 'actors' | 'body'> {
  readonly topics: readonly Slug[];
  readonly actors: readonly Slug[];
  readonly body: Body;
  readonly markdown: string;
}

export interface ResolvedBriefing extends Omit<Briefing, 'body'> {
  readonly body: Body;
  readonly markdown: string;
}

export interface ResolvedPage extends Omit<Page, 'body' | 'lang'> {
  readonly path: SitePath;
  readonly lang: string;
  readonly body: Body;
  readonly markdown: string;
}

/** Resolves topics and reports circles of `broader`. Merged topics are left out. */
export function resolveTopics(
  topics: readonly Topic[],
  names: Names,
  report: Report,
): readonly ResolvedTopic[] {
  const live = topics.filter((topic) => names.topics.targetOf(topic.id) === topic.id);
  const resolved = live.map((topic) => ({
    ...topic,
    broader:
      topic.broader === null
        ? null
        : resolveName(names.topics, topic.broader, topic.file, ['broader'], report),
    body: resolveBody(topic, termPath('topics', topic.id), null, names.config, report),
    markdown: topic.body,
  }));
  checkBroader(resolved, report);
  return resolved;
}

/** Reports circles of `broader`, and the first topic of each chain that has too many above it. */
function checkBroader(topics: readonly ResolvedTopic[], report: Report): void {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const broaderOf = (id: Slug): Slug | null => byId.get(id)?.broader ?? null;
  const { depths, circles } = followChains(byId.keys(), broaderOf);
  for (const circle of circles) {
    report({
      code: 'broader-cycle',
      file: byId.get(circle[0])?.file ?? '',
      where: atKey('broader'),
      message: `broader goes in a circle: ${formatCircle(circle)}`,
      hint: 'take broader out of the widest topic',
    });
  }
  for (const { id, file } of topics) {
    if (depths.get(id) !== limits.broader + 1) continue;
    report({
      code: 'over-limit',
      file,
      where: atKey('broader'),
      message: `this topic has ${limits.broader + 1} topics above it`,
      hint: `${limits.broader} at most; give it a wider one of them as broader`,
    });
  }
}

export function resolveActor(actor: Actor, names: Names, report: Report): ResolvedActor {
  return {
    ...actor,
    roles: actor.roles.map((role) => {
      const of = role.of === null ? null : names.actors.resolve(role.of);
      return { ...role, ofActor: of?.kind === 'found' ? of.id : null };
    }),
    related: actor.related.flatMap(({ actor: name, type }, index) => {
      const path = ['related', index, 'actor'];
      const id = resolveName(names.actors, name, actor.file, path, report);
      return id === null ? [] : [{ id, type }];
    }),
    body: resolveBody(actor, termPath('actors', actor.id), null, names.config, report),
    markdown: actor.body,
  };
}

export function resolveStoryNames(story: Story, names: Names, report: Report): ResolvedStory {
  return {
    ...story,
    topics: resolveNames(names.topics, story.topics, story.file, 'topics', report),
    actors: resolveNames(names.actors, story.actors, story.file, 'actors', report),
    body: resolveBody(story, termPath('stories', story.id), null, names.config, report),
    markdown: story.body,
  };
}

export function resolveBriefing(
  briefing: Briefing,
  names: Names,
  report: Report,
): ResolvedBriefing {
  return {
    ...briefing,
    body: resolveBody(briefing, dayPath(briefing.day), null, names.config, report),
    markdown: briefing.body,
  };
}

export function resolvePage(page: Page, names: Names, report: Report): ResolvedPage {
  const path = pagePath(page.slugs);
  return {
    ...page,
    path,
    lang: page.lang ?? names.config.language,
    body: resolveBody(page, path, null, names.config, report),
    markdown: page.body,
  };
}

/** An actor on a topic: what both have has a feed. */
export interface FeedPair {
  readonly actor: Slug;
  readonly topic: Slug;
}

/** `feed.pairs` of site.yaml names actors and topics too. A pair that is there twice counts once. */
export function resolveFeedPairs(names: Names, report: Report): readonly FeedPair[] {
  const { feed, file } = names.config;
  const pairs = new Map<string, FeedPair>();
  for (const [index, pair] of feed.pairs.entries()) {
    const path = ['feed', 'pairs', index];
    const actor = resolveName(names.actors, pair.actor, file, [...path, 'actor'], report);
    const topic = resolveName(names.topics, pair.topic, file, [...path, 'topic'], report);
    if (actor !== null && topic !== null) pairs.set(`${actor} ${topic}`, { actor, topic });
  }
  return [...pairs.values()];
}
