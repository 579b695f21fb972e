import type { LoadedTerms } from '../../load/loadSite.ts';
import { foldName } from '../../names/fold.ts';
import type { Data, DataValue } from '../../parse/cleanData.ts';
import { parseFrontMatter } from '../../parse/frontMatter.ts';
import { readContentText, type ContentText } from '../../edit/contentText.ts';
import { termFolders } from '../../edit/references.ts';
import type { NamedEntry } from '../../registry/registry.ts';
import type { Slug } from '../../urls/slug.ts';
import type { SheetKind } from './sheetFields.ts';

/** An actor or a topic that rows speak of: one of the site, or one that a row before made. */
export interface SheetTerm {
  readonly id: Slug;
  readonly name: string;
  /** The path as the user would type it. */
  readonly file: string;
  /** Its file; null where it is new. */
  readonly content: ContentText | null;
  /** The row that made it; null where its file is there. */
  readonly line: number | null;
  /** What it says: its front matter, or what its rows say. Rows add to it. */
  readonly data: Record<string, DataValue>;
  /** What rows add to a file that is there, by field. */
  readonly added: Record<string, DataValue>;
  /** The folds of all its names, weak ones too. */
  readonly names: Set<string>;
  /** Lists of `data` and `added` that rows have added to, and what is in them, as rows come by it. */
  readonly lists: Map<string, DataValue[]>;
  readonly keys: Map<string, Set<string>>;
}

/** The entries by their names; they grow as rows are read. */
export interface SheetTerms {
  /** The entries that names mean, each once: by id, name, alias or former name. */
  readonly find: (names: readonly string[]) => readonly SheetTerm[];
  readonly add: (term: SheetTerm, strong: readonly string[]) => void;
  /** Makes further names mean an entry. */
  readonly claim: (term: SheetTerm, names: readonly string[]) => void;
  readonly all: () => readonly SheetTerm[];
}

export function openTerms(loaded: LoadedTerms, kind: SheetKind): SheetTerms {
  const ids = indexIds(loaded, kind);
  const terms = new Map<Slug, SheetTerm>();
  const byFold = new Map<string, Slug>(ids);
  const open = (id: Slug): SheetTerm | null => {
    const term = terms.get(id) ?? openTerm(loaded, kind, id);
    if (term !== null) terms.set(id, term);
    return term;
  };
  const claim = ({ id, names: own }: SheetTerm, names: readonly string[]): void => {
    for (const fold of names.map(foldName)) {
      own.add(fold);
      if (!byFold.has(fold)) byFold.set(fold, id);
    }
  };
  return {
    find: (names) => {
      const found = new Set(names.flatMap((name) => byFold.get(foldName(name)) ?? []));
      return [...found].flatMap((id) => open(id) ?? []);
    },
    add: (term, strong) => {
      terms.set(term.id, term);
      claim(term, strong);
    },
    claim,
    all: () => [...terms.values()],
  };
}

/** What each name of the site means, weak aliases left out: they are names of several. */
function indexIds({ parsed, names }: LoadedTerms, kind: SheetKind): ReadonlyMap<string, Slug> {
  const registry = names[termFolders[kind]];
  const ids = new Map<string, Slug>();
  const entries: readonly { readonly id: Slug }[] = parsed[termFolders[kind]];
  for (const { id } of entries) ids.set(foldName(id), registry.targetOf(id));
  for (const { fold, id } of registry.strongNames) ids.set(fold, id);
  return ids;
}

/** Null where the file is gone or refused in the meantime. */
function openTerm(
  { entries, parsed, names }: LoadedTerms,
  kind: SheetKind,
  id: Slug,
): SheetTerm | null {
  const registry = names[termFolders[kind]];
  const known: readonly NamedEntry[] = parsed[termFolders[kind]];
  const own = known.find((each) => each.id === id);
  const entry = entries.find(({ file }) => file === own?.file);
  const content = entry === undefined ? null : readContentText(entry);
  if (own === undefined || content === null) return null;
  const front = parseFrontMatter(content.source.text, own.file, () => undefined);
  const all = known.filter((each) => registry.targetOf(each.id) === id).flatMap(allNames);
  return {
    ...{ id, name: own.name, file: own.file, content, line: null },
    data: { ...(front?.data ?? {}) },
    added: {},
    ...{ names: new Set(all.map(foldName)), lists: new Map(), keys: new Map() },
  };
}

function allNames(entry: NamedEntry): readonly string[] {
  const { id, name, aliases, weakAliases = [], formerNames = [] } = entry;
  return [id, name, ...aliases, ...weakAliases, ...formerNames];
}

/** The path of an entry's file below the content folder. */
export function relativeOf(kind: SheetKind, id: Slug): string {
  return `${termFolders[kind]}/${id}.md`;
}

/** The items of a list of front matter. */
export function itemsOf(data: Data, field: string): readonly DataValue[] {
  const value = data[field];
  return Array.isArray(value) ? (value as readonly DataValue[]) : [];
}

export function textsOf(data: Data, field: string): readonly string[] {
  return itemsOf(data, field).map(textOf);
}

/** A value as people see it. */
export function textOf(value: DataValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** Fields of front matter, but for some. */
export function without(data: Data, fields: readonly string[]): Data {
  return Object.fromEntries(Object.entries(data).filter(([field]) => !fields.includes(field)));
}
