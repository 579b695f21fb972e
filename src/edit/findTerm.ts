import type { LoadedTerms } from '../load/loadSite.ts';
import type { Slug } from '../urls/slug.ts';
import { termFolders, type TermKind } from './references.ts';

/** A change of a term that can't be made; the message says why. */
export class TermError extends Error {
  override readonly name = 'TermError';
}

/** What a change needs to know of an entry of any kind. */
export interface Term {
  readonly id: Slug;
  readonly name: string;
  readonly file: string;
  readonly redirectFrom: readonly string[];
}

/**
 * Finds an entry by its id, whether merged or not; else by any of its names.
 * @throws TermError
 */
export function findTerm({ parsed, names }: LoadedTerms, kind: TermKind, name: string): Term {
  const terms: readonly Term[] = parsed[termFolders[kind]];
  const byId = terms.find(({ id }) => id === name);
  if (byId !== undefined) return byId;
  const found = names[termFolders[kind]].resolve(name);
  const byName = terms.find(({ id }) => found.kind === 'found' && id === found.id);
  if (byName !== undefined) return byName;
  const hint = found.kind === 'unknown' && found.hint !== null ? `; ${found.hint}` : '';
  throw new TermError(`"${name}" names no ${kind}${hint}`);
}
