import type { TextEdit } from './contentText.ts';
import { addToList, removeItems } from './frontLists.ts';
import { readFrontText, replaceScalar, type FrontScalar } from './frontText.ts';
import { isReference, replaceLinks, termFolders, type TermKind } from './references.ts';
import type { SourceFile } from '../read/readContent.ts';

/** Two entries that were one, as the files that name them need to know it. */
export interface Retag {
  readonly kind: TermKind;
  readonly oldId: string;
  readonly newId: string;
  /** Whether a written name meant the old entry before. */
  readonly isOld: (written: string) => boolean;
  /** Whether it means the new one now. */
  readonly isMoved: (written: string) => boolean;
  readonly isBoth: boolean;
}

/** Where a file names the old entry. */
export function findReferences(
  source: SourceFile,
  { kind, isOld }: Pick<Retag, 'kind' | 'isOld'>,
): readonly FrontScalar[] {
  return readFrontText(source).scalars.filter(
    (scalar) =>
      typeof scalar.value === 'string' &&
      isReference(source.kind, scalar, kind) &&
      // By its id alone, which stays.
      scalar.path[0] !== 'mergedInto' &&
      isOld(scalar.value),
  );
}

/** The edits that make a file name the new entry where it named the old one. */
export function retag(source: SourceFile, change: Retag): readonly TextEdit[] {
  const { kind, oldId, newId, isBoth, isMoved } = change;
  const references = findReferences(source, change);
  if (isBoth) return nameBoth(source, references, change);
  const front = rewrite(source, references, isMoved, newId);
  // What is below the old page, its years, may be missing below the new one.
  const page = `/${termFolders[kind]}/${newId}`;
  const links = replaceLinks(source, { kind, oldId, newId }).filter(
    ({ text }) => text === page || text === `${page}/`,
  );
  return [...front, ...links];
}

/** The edits that keep what a file means, where a name that it writes goes to the new entry. */
export function keepOld(source: SourceFile, change: Retag): readonly TextEdit[] {
  const references = findReferences(source, change);
  return rewrite(source, references, (written) => !change.isMoved(written), change.oldId);
}

/** Makes references mean one entry. A second one in a list would say nothing, unless it has a role. */
function rewrite(
  source: SourceFile,
  references: readonly FrontScalar[],
  isRight: (written: string) => boolean,
  id: string,
): readonly TextEdit[] {
  const wrong = references.filter(({ value }) => !isRight(String(value)));
  const kept =
    references.find(({ value }) => isRight(String(value))) ??
    wrong.find(({ path }) => path.length > 2) ??
    wrong[0];
  const isRepeated = (scalar: FrontScalar): boolean => scalar.path.length === 2 && scalar !== kept;
  const [first, ...others] = wrong.filter(isRepeated).map(({ path }) => path);
  if (first !== undefined) {
    const indexes = new Set([first, ...others].map(([, index]) => Number(index)));
    const removed = removeItems(source, readFrontText(source), String(first[0]), indexes);
    if (removed !== null) {
      const rest = wrong.filter((scalar) => !isRepeated(scalar));
      return [...removed, ...rest.map((scalar) => replaceScalar(scalar, id))];
    }
  }
  return wrong.map((scalar) => replaceScalar(scalar, id));
}

function nameBoth(
  source: SourceFile,
  references: readonly FrontScalar[],
  { kind, oldId, newId, isMoved }: Retag,
): readonly TextEdit[] {
  const front = readFrontText(source);
  const isNew = ({ value }: FrontScalar): boolean => value === newId || isMoved(String(value));
  const isThere = front.scalars.some(
    (scalar) => isReference(source.kind, scalar, kind) && isNew(scalar),
  );
  const missing = [...(references.every(isNew) ? [oldId] : []), ...(isThere ? [] : [newId])];
  return missing.length === 0 ? [] : [addToList(source, front, termFolders[kind], missing)];
}
