import { existsSync } from 'node:fs';
import path from 'node:path';
import { nearestNames } from '../names/nearest.ts';
import { foldName } from '../names/fold.ts';
import { makeActorStub, type ActorStub } from './actorStub.ts';
import { findUnknown, type DraftContext } from './draft.ts';
import type { Candidate } from './findCandidates.ts';
import type { RawItem } from './rawItem.ts';

/** What becomes of the names that `--create` gives. */
export interface CreatedActors {
  readonly stubs: readonly ActorStub[];
  /** Of each name that makes no actor, why and what to do. */
  readonly refused: readonly string[];
}

/** Picks the unknown names of reports that are to be actors. One that can't be stops no other. */
export function createActors(
  content: string,
  items: readonly RawItem[],
  names: readonly string[],
  context: DraftContext,
): CreatedActors {
  const stubs = new Map<string, ActorStub>();
  const refused: string[] = [];
  if (names.length === 0) return { stubs: [], refused };
  const candidates = new Map<string, Candidate>();
  for (const candidate of items.flatMap((item) => findUnknown(item, context))) {
    const fold = foldName(candidate.name);
    if (!candidates.has(fold)) candidates.set(fold, candidate);
  }
  for (const name of names) {
    const fold = foldName(name);
    if (stubs.has(fold) || context.actors.resolve(name).kind === 'found') continue;
    const candidate = candidates.get(fold);
    const stub = candidate === undefined ? null : makeActorStub(candidate);
    if (stub !== null && !existsSync(path.join(content, stub.relative))) stubs.set(fold, stub);
    else refused.push(`--create ${name}: ${whyNot(content, name, stub, candidates)}`);
  }
  return { stubs: [...stubs.values()], refused };
}

function whyNot(
  content: string,
  name: string,
  stub: ActorStub | null,
  candidates: ReadonlyMap<string, Candidate>,
): string {
  if (stub !== null) {
    return `${content}/${stub.relative} is there already and has no such name; dateline check may say why`;
  }
  if (candidates.has(foldName(name))) {
    return 'it makes no id; dateline new actor --name NAME --id ID makes the file';
  }
  const near = nearestNames(
    name,
    Array.from(candidates.values(), (each) => each.name),
  );
  const hint =
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'dateline new actor makes one';
  return `that is no unknown name of the text; ${hint}`;
}
