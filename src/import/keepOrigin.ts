import type { Registry } from '../registry/registry.ts';
import type { Slug } from '../urls/slug.ts';
import type { Day } from '../dates/day.ts';
import type { DraftContext } from './draft.ts';
import type { FoundActor } from './findActors.ts';
import type { Candidate } from './findCandidates.ts';
import { certain, guessed, type Marked } from './marked.ts';
import type { Origin, OriginTerm } from './origin.ts';

/** What another site of Dateline says that an item is about, in the names of this one. */
export interface KeptOrigin {
  readonly actors: readonly Marked<FoundActor>[];
  readonly roles: ReadonlyMap<Slug, string>;
  readonly topics: readonly Marked<Slug>[];
  readonly story: Slug | null;
  /** Actors that this site has not. */
  readonly candidates: readonly Candidate[];
  readonly notes: readonly string[];
  /** Fields of front matter, as they are. */
  readonly front: Readonly<Record<string, unknown>>;
}

/** @param day the item's day at this site */
export function keepOrigin(
  origin: Origin,
  day: Day,
  { actors: registry, topics: topicNames, stories }: DraftContext,
): KeptOrigin {
  const found = origin.actors.map((actor) => ({ actor, id: resolve(actor, registry) }));
  const topics = origin.topics.map((topic) => ({ topic, id: resolve(topic, topicNames) }));
  const story = origin.story === null ? null : (resolve(origin.story, stories)?.value ?? null);
  const unknown = topics.flatMap(({ topic, id }) => (id === null ? [topic.name] : []));
  const note = (isTrue: boolean, text: string): readonly string[] => (isTrue ? [text] : []);
  return {
    actors: once(found.flatMap(({ id }) => id ?? [])).map(({ value, guess }) => ({
      value: { id: value, count: 1, first: 0, speaks: null, guess },
      guess,
    })),
    roles: new Map(
      found.flatMap(({ actor: { role }, id }) =>
        id === null || role === null ? [] : [[id.value, role] as const],
      ),
    ),
    topics: once(topics.flatMap(({ id }) => id ?? [])),
    story,
    candidates: found.flatMap(({ actor: { name, type }, id }) =>
      id === null ? [{ name, count: 1, speaks: null, type, typeGuess: null }] : [],
    ),
    notes: [
      ...note(unknown.length > 0, `topics that this site has not: ${unknown.join(', ')}`),
      ...note(
        origin.story !== null && story === null,
        `a story that this site has not: ${origin.story?.name ?? ''}`,
      ),
      ...note(day !== origin.day, `its day is ${origin.day} in the zone of the site it is from`),
    ],
    front: origin.front,
  };
}

/** By its name; an id may mean something else here, and is a guess. */
function resolve({ id, name }: OriginTerm, registry: Registry): Marked<Slug> | null {
  const byName = registry.resolve(name);
  if (byName.kind === 'found') return certain(byName.id);
  const byId = registry.resolve(id);
  return byId.kind === 'found' ? guessed(byId.id, `the id of "${name}" at the other site`) : null;
}

/** Two names of theirs may be one of ours. */
function once(ids: readonly Marked<Slug>[]): readonly Marked<Slug>[] {
  return [...new Map(ids.toReversed().map((id) => [id.value, id])).values()].toReversed();
}
