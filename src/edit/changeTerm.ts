import path from 'node:path';
import { foldName } from '../names/fold.ts';
import type { LoadedTerms } from '../load/loadSite.ts';
import type { SourceEntry } from '../read/readContent.ts';
import { termPath } from '../urls/paths.ts';
import { parseSlug, toSlug, type Slug } from '../urls/slug.ts';
import type { FileChange } from './changes.ts';
import { applyEdits, readContentText, type ContentText, type TextEdit } from './contentText.ts';
import { addKey, addToList } from './frontLists.ts';
import { findTerm, TermError, type Term } from './findTerm.ts';
import { readFrontText, replaceScalar } from './frontText.ts';
import { replaceReferences, termFolders, type Replacement, type TermKind } from './references.ts';

export interface TermChange {
  readonly from: Term;
  readonly to: { readonly id: Slug; readonly name: string };
  readonly changes: readonly FileChange[];
}

/**
 * Gives an actor, a topic or a story another id and, where the new name is no id, another name: its file
 * moves, the old address redirects, the old name stays a former name (or an alias), and whatever writes
 * the old id or name writes the new one.
 * @param wanted an id, or a name of which the id is made
 * @throws TermError
 */
export function renameTerm(
  loaded: LoadedTerms,
  kind: TermKind,
  name: string,
  wanted: string,
): TermChange {
  const from = findTerm(loaded, kind, name);
  const isId = parseSlug(wanted) !== null;
  const id = isId ? parseSlug(wanted) : toSlug(wanted);
  if (id === null) throw new TermError(`"${wanted}" makes no id`);
  const to = { id, name: isId ? from.name : wanted };
  if (id === from.id && to.name === from.name) throw new TermError('that is what it is called');
  checkFree(loaded, kind, [id, to.name], from);
  const kept = otherNames(loaded, kind, from);
  const isIdKept = id === from.id || kept.includes(foldName(from.id));
  const replacement: Replacement = {
    kind,
    oldId: from.id,
    newId: id,
    folds: new Set(isIdKept ? [] : [foldName(from.id)]),
    name: to.name === from.name ? null : { from: from.name, to: to.name },
    isThereAlready: () => false,
  };
  const changes = changeFiles(loaded, replacement, (content) =>
    content.entry.file === from.file ? renameOwnFile(content, kind, from, to) : null,
  );
  return { from, to, changes };
}

/**
 * Makes one entry count under another: the old address redirects, and whatever writes the old id writes
 * the new one. An actor or topic keeps its file, with `mergedInto`; a story's file goes.
 * @throws TermError
 */
export function mergeTerms(
  loaded: LoadedTerms,
  kind: TermKind,
  name: string,
  target: string,
): TermChange {
  const from = findTerm(loaded, kind, name);
  const to = findTerm(loaded, kind, target);
  if (from.id === to.id) throw new TermError(`"${name}" and "${target}" are the same ${kind}`);
  const registry = loaded.names[termFolders[kind]];
  if (registry.targetOf(to.id) !== to.id) {
    throw new TermError(`${to.id} is merged into ${registry.targetOf(to.id)} itself`);
  }
  if (registry.targetOf(from.id) !== from.id) {
    throw new TermError(`${from.id} is merged into ${registry.targetOf(from.id)} already`);
  }
  if (kind === 'topic') checkBroader(loaded, from.id, to.id);
  const isTarget = (written: string): boolean => {
    const found = registry.resolve(written);
    return found.kind === 'found' && found.id === to.id;
  };
  const replacement: Replacement = {
    ...{ kind, oldId: from.id, newId: to.id, name: null, isThereAlready: isTarget },
    // The names of a topic or an actor go on meaning what it is merged into. Those of a story go with its file.
    folds: new Set(kind === 'story' ? [foldName(from.id), ...otherNames(loaded, kind, from)] : []),
  };
  const changes = changeFiles(loaded, replacement, (content) => {
    if (content.entry.file === from.file) {
      if (kind === 'story') return { edits: [], moveTo: null, isRemoved: true };
      const edit = addKey(readFrontText(content.source), 'mergedInto', to.id);
      return { edits: [edit], moveTo: null, isRemoved: false };
    }
    if (content.entry.file !== to.file || kind !== 'story') return null;
    const edit = addRedirects(content, [termPath('stories', from.id), ...from.redirectFrom]);
    return { edits: [edit], moveTo: null, isRemoved: false };
  });
  return { from, to, changes };
}

/** A topic merged into a narrower one would be broader than itself. */
function checkBroader({ parsed, names }: LoadedTerms, from: Slug, to: Slug): void {
  const broader = parsed.topics.find(({ id }) => id === to)?.broader ?? null;
  const found = broader === null ? null : names.topics.resolve(broader);
  if (found?.kind !== 'found' || found.id !== from) return;
  throw new TermError(`${from} is broader than ${to}; merge ${to} into ${from}, or change broader`);
}

function checkFree(
  { parsed, names }: LoadedTerms,
  kind: TermKind,
  wanted: readonly string[],
  from: Term,
): void {
  for (const name of wanted) {
    const isFile = parsed[termFolders[kind]].some(({ id }) => id === name && id !== from.id);
    const found = names[termFolders[kind]].resolve(name);
    const isOther = found.kind === 'found' && found.id !== from.id;
    if (isFile || isOther) throw new TermError(`"${name}" is a name of another ${kind} already`);
  }
}

/** Folds of the names that an entry keeps when its id changes. */
function otherNames({ parsed }: LoadedTerms, kind: TermKind, { id }: Term): readonly string[] {
  const entry = parsed[termFolders[kind]].find((each) => each.id === id);
  if (entry === undefined) return [];
  const former = 'formerNames' in entry ? entry.formerNames : [];
  return [entry.name, ...entry.aliases, ...former].map(foldName);
}

interface OwnChange {
  readonly edits: readonly TextEdit[];
  readonly moveTo: FileChange['moveTo'];
  readonly isRemoved: boolean;
}

function renameOwnFile(
  content: ContentText,
  kind: TermKind,
  from: Term,
  to: TermChange['to'],
): OwnChange {
  const edits: TextEdit[] = [];
  const front = readFrontText(content.source);
  if (to.name !== from.name) {
    const written = front.scalars.find(
      ({ path: [key, ...rest] }) => key === 'name' && rest.length === 0,
    );
    if (written !== undefined) edits.push(replaceScalar(written, to.name));
    const key = kind === 'actor' ? 'formerNames' : 'aliases';
    edits.push(addToList(content.source, front, key, [from.name]));
  }
  if (to.id === from.id) return { edits, moveTo: null, isRemoved: false };
  const oldPath = termPath(termFolders[kind], from.id);
  const newPath = termPath(termFolders[kind], to.id);
  // An entry that goes back to an id that it had must not redirect to itself.
  const back = front.scalars.find(
    ({ path: [key], value }) => key === 'redirectFrom' && `${String(value)}/`.startsWith(newPath),
  );
  edits.push(back ? replaceScalar(back, oldPath) : addRedirects(content, [oldPath]));
  const rename = (file: string): string => path.posix.join(path.posix.dirname(file), `${to.id}.md`);
  const { file, location } = content.entry;
  const moveTo = { file: rename(file), location: path.join(path.dirname(location), `${to.id}.md`) };
  return { edits: mergeInsertions(edits), moveTo, isRemoved: false };
}

/** Two keys that are added at one place are one edit. */
function mergeInsertions(edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const same = merged.findIndex(({ start, end }) => start === edit.start && end === edit.end);
    const other = merged[same];
    if (other === undefined) merged.push(edit);
    else merged[same] = { ...other, text: other.text + edit.text };
  }
  return merged;
}

function addRedirects({ source }: ContentText, paths: readonly string[]): TextEdit {
  return addToList(source, readFrontText(source), 'redirectFrom', paths);
}

function changeFiles(
  { entries }: LoadedTerms,
  replacement: Replacement,
  changeOwn: (content: ContentText) => OwnChange | null,
): readonly FileChange[] {
  return entries.flatMap((entry: SourceEntry): readonly FileChange[] => {
    const content = readContentText(entry);
    if (content === null) return [];
    const own = changeOwn(content);
    const { file, location } = entry;
    if (own?.isRemoved === true) {
      return [{ file, location, before: content.raw, after: null, moveTo: null }];
    }
    const edits = [...replaceReferences(content.source, replacement), ...(own?.edits ?? [])];
    const moveTo = own?.moveTo ?? null;
    if (edits.length === 0 && moveTo === null) return [];
    return [{ file, location, before: content.raw, after: applyEdits(content, edits), moveTo }];
  });
}
