import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LoadedTerms } from '../load/loadSite.ts';
import { foldName } from '../names/fold.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { Slug } from '../urls/slug.ts';
import type { FileChange } from './changes.ts';
import type { TermChange } from './changeTerm.ts';
import { chooseArticles, isChoice, type ArticleChoice } from './chooseArticles.ts';
import { applyEdits, readContentText, type ContentText, type TextEdit } from './contentText.ts';
import { findTerm, TermError, type Term } from './findTerm.ts';
import { findMovedNames, removeNames, type MovedNames } from './movedNames.ts';
import { checkFree, formatNewTerm, meaningOf, nameNewTerm, type NewTerm } from './newTerm.ts';
import { termFolders, type TermKind } from './references.ts';
import { keepOld, retag, type Retag } from './retagArticle.ts';

/** What of an entry is to be another. */
export interface Split extends NewTerm {
  readonly kind: TermKind;
  /** The id or a name of the entry that is two. */
  readonly from: string;
  /** Names of the old one that are the new one's. */
  readonly aliases: readonly string[];
  readonly choice: ArticleChoice;
  /** Whether the articles go on naming the old one too. */
  readonly isBoth: boolean;
}

export interface TermSplit extends TermChange {
  /** How many articles name the old entry before. */
  readonly naming: number;
  /** The files of those that name the new one after. */
  readonly articles: readonly string[];
  readonly names: readonly string[];
}

/**
 * Makes two entries of one: the new one gets a file, names of the old one, and the articles that are
 * chosen. Everything else goes on meaning the old entry, which keeps its address. The new file comes
 * first and the old one's last, so that the same split, run again, ends one that was interrupted.
 * @throws TermError
 */
export function splitTerm(loaded: LoadedTerms, split: Split): TermSplit {
  const { kind, choice, isBoth } = split;
  const from = findTerm(loaded, kind, split.from);
  const own = loaded.entries.find(({ file }) => file === from.file);
  if (own === undefined) throw new Error(`${from.file} is not listed`);
  const { to, moved, first } = planNewFile(loaded, split, from, own);
  const isMoved = (written: string): boolean => moved.folds.has(foldName(written));
  const isOld = (written: string): boolean =>
    isMoved(written) || meaningOf(loaded, kind, written) === from.id;
  const change: Retag = { kind, oldId: from.id, newId: to.id, isOld, isMoved, isBoth };
  const naming = chooseArticles(loaded, choice, change, foldsOf(loaded, kind, from));
  const articles = new Map(naming.map(({ entry, isChosen }) => [entry, isChosen]));
  const changes = loaded.entries.flatMap((entry) => {
    if (entry === own || (entry.kind === 'article' && !articles.has(entry))) return [];
    const edit = articles.get(entry) === true ? retag : keepOld;
    return changeFile(entry, ({ source }) => edit(source, change));
  });
  const last = changeFile(own, (content) => [
    ...keepOld(content.source, change),
    ...removeNames(content, moved),
  ]);
  const chosen = naming.filter(({ isChosen }) => isChosen);
  if (first.length > 0 && chosen.length === 0) throw nothingChosen(split, from, naming.length);
  const all = [...first, ...changes, ...last];
  if (all.length === 0) throw isThereAlready(kind, to.id);
  return {
    ...{ from, to, changes: all, naming: naming.length },
    articles: chosen.map(({ entry }) => entry.file),
    names: Object.values(moved.lists).flat(),
  };
}

interface NewEntry {
  readonly to: TermChange['to'];
  readonly moved: MovedNames;
  /** None where the file is there, as a split that was interrupted left it. */
  readonly first: readonly FileChange[];
}

function planNewFile(
  loaded: LoadedTerms,
  split: Split,
  from: Term,
  { file, location }: SourceEntry,
): NewEntry {
  const { kind } = split;
  checkSplit(loaded, split, from);
  const to = nameNewTerm(split);
  const place = {
    file: path.posix.join(path.posix.dirname(file), `${to.id}.md`),
    location: path.join(path.dirname(location), `${to.id}.md`),
  };
  const isThere = loaded.entries.some((entry) => entry.file === place.file);
  try {
    const moved = findMovedNames(loaded, kind, from, split.aliases);
    const text = formatNewTerm(loaded, split, from, to, moved);
    if (!isThere) {
      checkFree(loaded, kind, from, to, moved);
      return { to, moved, first: [{ ...place, before: null, after: text, moveTo: null }] };
    }
    if (readFileSync(place.location, 'utf8') === text) return { to, moved, first: [] };
  } catch (error) {
    // A name that is not the old entry's any more has gone with the split before.
    if (!(isThere && error instanceof TermError)) throw error;
  }
  throw isThereAlready(kind, to.id);
}

function isThereAlready(kind: TermKind, id: Slug): TermError {
  return new TermError(
    `there is ${kind === 'actor' ? 'an' : 'a'} ${kind} ${id} already; choose another id`,
  );
}

function nothingChosen({ kind, choice }: Split, { id }: Term, naming: number): TermError {
  const option = kind === 'story' ? '--story' : `--${kind}`;
  const shows = `dateline list articles ${option} ${id} shows those that are published`;
  if (naming === 0) return new TermError(`no article names ${id}`);
  const isAsked = isChoice(choice);
  return new TermError(
    isAsked
      ? `${naming === 1 ? `the article that names ${id} is not meant` : `none of the ${naming} articles that name ${id} is meant`}; ${shows}`
      : `say ${naming === 1 ? `whether the article that names ${id} is meant` : `which of the ${naming} articles that name ${id} are meant`}: --articles, --from, --to, --topic, --actor, --story, --source, --text, or --alias with a name that they write; ${shows}`,
  );
}

function checkSplit(
  { names }: LoadedTerms,
  { kind, type, broader, isBoth }: Split,
  { id }: Term,
): void {
  if (kind !== 'actor' && type !== null)
    throw new TermError(`a ${kind} has no type; leave out --type`);
  if (kind !== 'topic' && broader !== null) {
    throw new TermError(`nothing is broader than a ${kind}; leave out --broader`);
  }
  if (kind === 'story' && isBoth) throw new TermError('an article has one story; leave out --both');
  const target = names[termFolders[kind]].targetOf(id);
  if (target !== id) throw new TermError(`${id} is merged into ${target}; split ${target}`);
}

/** What an article writes that names an entry, folded: names of what is merged into it too. */
function foldsOf({ parsed, names }: LoadedTerms, kind: TermKind, { id }: Term): readonly string[] {
  const registry = names[termFolders[kind]];
  const entries = parsed[termFolders[kind]].filter((entry) => registry.targetOf(entry.id) === id);
  return entries
    .flatMap((entry) => [
      ...[entry.id, entry.name, ...entry.aliases],
      ...('formerNames' in entry ? [...entry.formerNames, ...entry.weakAliases] : []),
    ])
    .map(foldName);
}

function changeFile(
  entry: SourceEntry,
  edit: (content: ContentText) => readonly TextEdit[],
): readonly FileChange[] {
  const content = readContentText(entry);
  const edits = content === null ? [] : edit(content);
  if (content === null || edits.length === 0) return [];
  const { file, location } = entry;
  return [{ file, location, before: content.raw, after: applyEdits(content, edits), moveTo: null }];
}
