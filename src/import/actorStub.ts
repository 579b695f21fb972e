import { Document, type Scalar } from 'yaml';
import type { Actor } from '../parse/actor.ts';
import { toSlug } from '../urls/slug.ts';
import type { Candidate } from './findCandidates.ts';

/** An actor's file that an editor has picked from the unknown names; null where the name makes no id. */
export interface ActorStub {
  /** Below the content folder. */
  readonly relative: string;
  readonly actor: Actor;
  readonly text: string;
}

export function makeActorStub({ name, type, typeGuess }: Candidate): ActorStub | null {
  const id = toSlug(name);
  if (id === null) return null;
  const relative = `actors/${id}.md`;
  const document = new Document({ name, type });
  const typeNode = document.get('type', true) as Scalar;
  if (typeGuess !== null) typeNode.comment = ` guess: ${typeGuess}`;
  const actor: Actor = {
    ...{ file: relative, id, name, type, aliases: [], weakAliases: [], formerNames: [] },
    ...{ summary: null, country: null, wikidata: null, sameAs: [], roles: [], related: [] },
    ...{ mergedInto: null, redirectFrom: [], isPublic: false, extra: {}, body: '', bodyLine: 1 },
  };
  return { relative, actor, text: `---\n${document.toString({ lineWidth: 0 })}---\n` };
}
