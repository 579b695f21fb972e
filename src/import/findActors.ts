import { foldName } from '../names/fold.ts';
import type { Actor, ActorType } from '../parse/actor.ts';
import { createNameFinder, type FindableName, type FoundName } from '../registry/findMentions.ts';
import { findLongerName, type LongerName } from '../registry/longerNames.ts';
import type { Registry } from '../registry/registry.ts';
import type { Slug } from '../urls/slug.ts';
import { demonymsOf, institution } from './demonyms.ts';
import { guessed, type Marked } from './marked.ts';

/** What a name in a text may mean. */
interface Meaning {
  readonly kind: 'strong' | 'weak' | 'demonym';
  readonly name: string;
  /** Null where it is not known, or of several actors. */
  readonly type: ActorType | null;
  /** Several where a weak alias is one of several actors. */
  readonly ids: readonly Slug[];
}

/** An actor found in a text. */
export interface FoundActor {
  readonly id: Slug;
  /** How often, by whatever name. */
  readonly count: number;
  /** The paragraph of the first mention; the headline is 0. */
  readonly first: number;
  /** The words that say that it speaks: `said`. */
  readonly speaks: string | null;
  readonly guess: string | null;
}

/** The ranges of the text in which names were found, so that they are no unknown names. */
export interface KnownRange {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

export interface FoundActors {
  readonly actors: readonly FoundActor[];
  readonly ranges: readonly KnownRange[];
}

export type ActorFinder = (texts: readonly string[]) => FoundActors;

/**
 * Finds actors by name and alias in the paragraphs of a report, the headline first. A weak alias counts
 * beside a strong name of the same actor alone, and not where it may mean two of those found. "Iranian
 * forces" is a guess at the state.
 */
export function createActorFinder(registry: Registry, actors: readonly Actor[]): ActorFinder {
  // In this order: a weak "the South" must not hide the name in "the South Belmoran navy".
  const finders = [
    createNameFinder(
      registry.strongNames.map(({ name, id, type }) => meaning(name, 'strong', [id], type)),
    ),
    createNameFinder(demonyms(registry, actors)),
    createNameFinder(weakNames(registry, actors)),
  ];
  return (texts) => {
    const all = texts.flatMap((text, paragraph) => findAll(finders, text, paragraph));
    const strong = new Set(all.flatMap(({ means }) => (means.kind === 'strong' ? means.ids : [])));
    const counted = new Map<Slug, FoundActor>();
    const ranges: KnownRange[] = [];
    for (const mention of all) {
      const id = idOf(mention, strong);
      const { start, end, paragraph, means, longer } = mention;
      // A weak name is known, whomever it means here.
      const isKnown = id !== null || means.kind === 'weak';
      if (isKnown && longer === null) ranges.push({ paragraph, start, end });
      // A sea or a person is named for a state, and says nothing of it; its bank or its institute may.
      if (id === null || longer === 'other') continue;
      counted.set(id, countMention(counted.get(id), id, mention));
    }
    return { actors: [...counted.values()], ranges };
  };
}

function countMention(
  known: FoundActor | undefined,
  id: Slug,
  { start, end, means, paragraph, text, longer }: ActorMention,
): FoundActor {
  const isPart = longer !== null;
  const speaks = isPart ? null : speechAround(text, start, end);
  const demonym = means.kind === 'demonym' ? `"${text.slice(start, end)}" stands for it` : null;
  const guess = isPart ? 'named within a longer name' : demonym;
  if (known === undefined) return { id, count: 1, first: paragraph, speaks, guess };
  return {
    ...known,
    count: known.count + 1,
    speaks: known.speaks ?? speaks,
    guess: guess === null ? null : known.guess,
  };
}

interface ActorMention {
  readonly start: number;
  readonly end: number;
  readonly means: Meaning;
  readonly paragraph: number;
  readonly text: string;
  /** What it stands within; null where it stands by itself. */
  readonly longer: LongerName | null;
}

/** What the finders find, in the order of the text; a later one finds nothing within an earlier one's. */
function findAll(
  finders: readonly ((text: string) => readonly FoundName<Meaning>[])[],
  text: string,
  paragraph: number,
): readonly ActorMention[] {
  const taken = new Uint8Array(text.length);
  const mentions: Omit<ActorMention, 'longer'>[] = [];
  for (const find of finders) {
    for (const { start, end, means } of find(text)) {
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      mentions.push({ start, end, means, paragraph, text });
    }
  }
  mentions.sort((one, other) => one.start - other.start);
  const names = mentions.map(({ start, end, means: { name, type } }) => ({
    start,
    end,
    name,
    type,
  }));
  return mentions.map((mention, index) => {
    const [name, before, after] = [names[index], names[index - 1], names[index + 1]];
    // What follows the adjective of a state is judged where it is counted.
    const isName = name !== undefined && mention.means.kind !== 'demonym';
    const longer = isName ? findLongerName(text, name, before ?? null, after ?? null) : null;
    return { ...mention, longer };
  });
}

function meaning(
  name: string,
  kind: Meaning['kind'],
  ids: readonly Slug[],
  type: ActorType | null,
): FindableName<Meaning> {
  return { name, means: { kind, name, type, ids } };
}

interface WeakName {
  readonly name: string;
  readonly ids: Set<Slug>;
  type: ActorType | null;
}

function weakNames(registry: Registry, actors: readonly Actor[]): readonly FindableName<Meaning>[] {
  const strong = new Set(registry.strongNames.map(({ fold }) => fold));
  const byFold = new Map<string, WeakName>();
  for (const actor of actors) {
    for (const name of actor.weakAliases) {
      const fold = foldName(name);
      if (strong.has(fold) || fold === '') continue;
      const known = byFold.get(fold) ?? { name, ids: new Set<Slug>(), type: actor.type };
      if (known.type !== actor.type) known.type = null;
      known.ids.add(registry.targetOf(actor.id));
      byFold.set(fold, known);
    }
  }
  return [...byFold.values()].map(({ name, ids, type }) => meaning(name, 'weak', [...ids], type));
}

function demonyms(registry: Registry, actors: readonly Actor[]): readonly FindableName<Meaning>[] {
  return actors
    .filter((actor) => actor.type === 'state' && actor.mergedInto === null)
    .flatMap((actor) =>
      demonymsOf(actor.name, actor.country)
        .filter((name) => registry.resolve(name).kind === 'unknown')
        .map((name) => meaning(name, 'demonym', [registry.targetOf(actor.id)], 'state')),
    );
}

/** A demonym counts where the report begins; further down it is a word among many. */
const lead = 3;

function idOf(
  { means: { kind, ids }, text, end, paragraph, longer }: ActorMention,
  strong: ReadonlySet<Slug>,
): Slug | null {
  if (kind === 'strong') return ids[0] ?? null;
  if (kind === 'weak') {
    const beside = ids.filter((id) => strong.has(id));
    if (beside.length !== 1 || longer !== null) return null;
    return beside[0] ?? null;
  }
  return paragraph <= lead && institution.test(text.slice(end, end + 80)) ? (ids[0] ?? null) : null;
}

const verbs =
  'said|says|told|added|reported|announced|stated|warned|confirmed|claimed|declared|argued|urged|denied|insisted|noted|explained|wrote|vowed|pledged|demanded|called for|condemned';
const verbAfter = new RegExp(
  `^(?:['’]s)?(?:,[^.;!?]{2,80},|(?:\\s[\\p{L}'’-]+){0,4})?\\s+(?<verb>${verbs})\\b`,
  'u',
);
/** Between verb and name stand titles and roles, and nothing that the speech may be about. */
const roles =
  'president|prime|minister|secretary|spokes(?:man|woman|person)|official|director|chief|head|leader|analyst|professor|chairman|chairwoman|general|ambassador|deputy|foreign|defen[cs]e|state|news|agency|media';
const verbBefore = new RegExp(
  `\\b(?<verb>${verbs}|according to)\\s+(?:(?:the|a|an|its|their|his|her)\\s+)?(?:(?:\\p{Lu}[\\p{L}.'’-]*|${roles})\\s+){0,4}$`,
  'u',
);

/** The verb that says that the one named in a range speaks; null where none does. */
export function speechAround(text: string, start: number, end: number): string | null {
  const before = verbBefore.exec(text.slice(Math.max(0, start - 80), start))?.groups?.['verb'];
  // "called for X" and "told X" are said of somebody else.
  if (before !== undefined && /^(?:said|according to|added|says|warned)$/.test(before))
    return before;
  return verbAfter.exec(text.slice(end, end + 160))?.groups?.['verb'] ?? null;
}

/** The actors as front matter has them: those of the headline first, then by first mention. */
export function orderActors(found: readonly FoundActor[]): readonly Marked<FoundActor>[] {
  return found
    .toSorted((one, other) => one.first - other.first)
    .map((actor) =>
      actor.guess === null ? { value: actor, guess: null } : guessed(actor, actor.guess),
    );
}
