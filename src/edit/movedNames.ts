import type { LoadedTerms } from '../load/loadSite.ts';
import { foldName } from '../names/fold.ts';
import type { TextEdit, ContentText } from './contentText.ts';
import { TermError, type Term } from './findTerm.ts';
import { removeItems } from './frontLists.ts';
import { readFrontText } from './frontText.ts';
import { termFolders, type TermKind } from './references.ts';

/** The lists of names that may go from one entry to another. */
const nameLists = ['aliases', 'weakAliases', 'formerNames'] as const;

/** Names that go from one entry to a new one, as they are written, by the list in which they are. */
export interface MovedNames {
  readonly lists: Readonly<Record<(typeof nameLists)[number], readonly string[]>>;
  readonly folds: ReadonlySet<string>;
}

/**
 * Finds the names of an entry that are to go, in whatever of its lists.
 * @throws TermError where one is not among them
 */
export function findMovedNames(
  { parsed }: LoadedTerms,
  kind: TermKind,
  from: Term,
  wanted: readonly string[],
): MovedNames {
  const entry = parsed[termFolders[kind]].find(({ id }) => id === from.id);
  const listOf = (key: (typeof nameLists)[number]): readonly string[] =>
    entry !== undefined && key in entry ? entry[key as 'aliases'] : [];
  const folds = new Set(wanted.map(foldName));
  const own = [from.id as string, from.name].find((name) => folds.has(foldName(name)));
  if (own !== undefined) {
    throw new TermError(
      `"${own}" is what ${from.id} is called itself; only other names of it can move`,
    );
  }
  const names = nameLists.flatMap(listOf);
  const known = new Set(names.map(foldName));
  const missing = wanted.filter((name) => !known.has(foldName(name)));
  if (missing.length > 0) {
    const quoted = missing.map((name) => `"${name}"`).join(', ');
    const has = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
    throw new TermError(
      `${quoted} is no alias of ${from.id}, ${has}; new names go into the new file`,
    );
  }
  const movedOf = (key: (typeof nameLists)[number]): readonly string[] =>
    listOf(key).filter((name) => folds.has(foldName(name)));
  const [aliases, weakAliases, formerNames] = [
    movedOf('aliases'),
    movedOf('weakAliases'),
    movedOf('formerNames'),
  ];
  return { lists: { aliases, weakAliases, formerNames }, folds };
}

/**
 * The edits that take names out of the file that had them.
 * @throws TermError where a list is written so that nothing can be taken out of it safely
 */
export function removeNames(
  { source }: ContentText,
  { lists, folds }: MovedNames,
): readonly TextEdit[] {
  const front = readFrontText(source);
  return nameLists.flatMap((key) => {
    if (lists[key].length === 0) return [];
    const indexes = front.scalars.flatMap(({ path: [first, index], value }) =>
      first === key && typeof index === 'number' && folds.has(foldName(String(value)))
        ? [index]
        : [],
    );
    const edits = removeItems(source, front, key, new Set(indexes));
    if (edits !== null) return edits;
    throw new TermError(
      `${source.file}: ${key} is written so that nothing can be taken out safely; write one name a line`,
    );
  });
}
