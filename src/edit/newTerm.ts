import type { LoadedTerms } from '../load/loadSite.ts';
import { foldName } from '../names/fold.ts';
import type { ActorType } from '../parse/actor.ts';
import { parseSlug, toSlug } from '../urls/slug.ts';
import type { TermChange } from './changeTerm.ts';
import { findTerm, TermError, type Term } from './findTerm.ts';
import type { MovedNames } from './movedNames.ts';
import { newActor, newStory, newTopic } from './newFile.ts';
import { termFolders, type TermKind } from './references.ts';

/** What is asked of an entry that is made of a part of another. */
export interface NewTerm {
  /** An id, or a name of which the id is made. */
  readonly to: string;
  /** Null where `to` is the name. */
  readonly name: string | null;
  readonly summary: string | null;
  /** Null: that of the old one. */
  readonly type: ActorType | null;
  /** A topic; null: what the old one has. */
  readonly broader: string | null;
}

/** @throws TermError */
export function nameNewTerm({ to, name }: NewTerm): TermChange['to'] {
  const id = parseSlug(to) ?? toSlug(to);
  if (id === null) throw new TermError(`"${to}" makes no id`);
  if (name !== null) return { id, name };
  if (parseSlug(to) === null) return { id, name: to };
  throw new TermError(`${to} is an id; say its name too: --name`);
}

/** The text of the new entry's file. */
export function formatNewTerm(
  loaded: LoadedTerms,
  { kind, type, broader, summary }: NewTerm & { readonly kind: TermKind },
  from: Term,
  { id, name }: TermChange['to'],
  { lists }: MovedNames,
): string {
  const others = (names: readonly string[]): readonly string[] =>
    names.filter((each) => foldName(each) !== foldName(name));
  const aliases = others(lists.aliases);
  switch (kind) {
    case 'story':
      return newStory({ id, name, aliases, summary, topics: [], actors: [] }).text;
    case 'topic': {
      const old = loaded.parsed.topics.find((topic) => topic.id === from.id)?.broader ?? null;
      const wider = broader ?? old;
      return newTopic({
        ...{ id, name, aliases, summary },
        broader: wider === null ? null : findTerm(loaded, 'topic', wider).id,
      }).text;
    }
    case 'actor': {
      const old = loaded.parsed.actors.find((actor) => actor.id === from.id)?.type;
      return newActor({
        ...{ id, name, summary, aliases, country: null },
        type: type ?? old ?? 'person',
        weakAliases: others(lists.weakAliases),
        formerNames: others(lists.formerNames),
      }).text;
    }
  }
}

/**
 * A name of another entry would be an error of the next build, and so would one that the old entry keeps.
 * @throws TermError
 */
export function checkFree(
  loaded: LoadedTerms,
  kind: TermKind,
  from: Term,
  { id, name }: TermChange['to'],
  { folds }: MovedNames,
): void {
  for (const each of [id, name]) {
    const meaning = meaningOf(loaded, kind, each);
    if (meaning === null || folds.has(foldName(each))) continue;
    if (meaning !== from.id)
      throw new TermError(`"${each}" is a name of the ${kind} ${meaning} already`);
    throw new TermError(
      `"${each}" is a name of ${from.id}; choose another, or move it with --alias where it is an alias`,
    );
  }
}

/** The id that a written name means; of an ambiguous one all. */
export function meaningOf({ names }: LoadedTerms, kind: TermKind, written: string): string | null {
  const found = names[termFolders[kind]].resolve(written);
  if (found.kind === 'ambiguous') return found.ids.join(' or ');
  return found.kind === 'found' ? found.id : null;
}
