import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/locate.ts';
import { termFolders } from '../../edit/references.ts';
import type { LoadedTerms } from '../../load/loadSite.ts';
import { foldName } from '../../names/fold.ts';
import { toSlug } from '../../urls/slug.ts';
import { mergeRow, referenceFields, type Difference } from './mergeRow.ts';
import { resolveRows } from './sheetReferences.ts';
import type { SheetKind } from './sheetFields.ts';
import { problemAt, type SheetEntry, type SheetOptions, type Tell } from './sheetRows.ts';
import {
  openTerms,
  relativeOf,
  textsOf,
  without,
  type SheetTerm,
  type SheetTerms,
} from './sheetTerms.ts';

/** What the rows of a sheet do to the entries of a site. */
export interface SheetPlan {
  /** The entries of which rows speak, in the order of their first row. */
  readonly terms: readonly SheetTerm[];
  /** Which entry each row is, by its line. */
  readonly rows: ReadonlyMap<number, SheetTerm>;
  readonly differences: readonly Difference[];
  /** The rows, or values of rows, that can't be taken. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Finds the entry that each row means, and adds what it says. A row that means none makes a new one, which the
 * rows after it find by its names, as they would find it the next time.
 * @param content the content folder, as the user typed it
 */
export function planSheet(
  loaded: LoadedTerms,
  entries: readonly SheetEntry[],
  content: string,
  options: SheetOptions,
): SheetPlan {
  const terms = openTerms(loaded, options.kind);
  const problems: Diagnostic[] = [];
  const tellAt =
    ({ line }: SheetEntry): Tell =>
    (code, message, hint) => {
      problems.push(problemAt(options.file, line, code, message, hint));
    };
  const { address } = loaded.config;
  const rows = new Map<SheetEntry, SheetTerm>();
  const differences = entries.flatMap((entry) => {
    const tell = tellAt(entry);
    const found = terms.find(namesOf(entry));
    const context = { loaded, terms, content, options, tell };
    const term =
      found.length > 1 ? tellSeveral(found, context) : findOne(entry, found[0] ?? null, context);
    if (term === null) return [];
    rows.set(entry, term);
    const own = mergeRow(term, entry, without(entry.data, referenceFields), address);
    terms.claim(term, namesOf({ ...entry, id: null }));
    return own;
  });
  const references = { loaded, kind: options.kind, terms };
  const resolved = resolveRows(rows, references, tellAt);
  for (const [entry, term] of rows) {
    const others = resolved.get(entry) ?? {};
    differences.push(...mergeRow(term, { ...entry, id: null }, others, address));
  }
  return {
    terms: [...new Set(rows.values())],
    rows: new Map(Array.from(rows, ([{ line }, term]) => [line, term])),
    differences,
    problems,
  };
}

/** The names by which a row finds its entry; weak ones are names of several. */
function namesOf({ id, name, data }: SheetEntry): readonly string[] {
  return [
    ...(id === null ? [] : [id]),
    ...[name, ...textsOf(data, 'aliases'), ...textsOf(data, 'formerNames')],
  ];
}

interface Context {
  readonly loaded: LoadedTerms;
  readonly terms: SheetTerms;
  readonly content: string;
  readonly options: SheetOptions;
  readonly tell: Tell;
}

/** Where an entry stands: its file, or the row that makes it. */
function placeOf({ file, line }: SheetTerm, { options }: Pick<Context, 'options'>): string {
  return line === null ? file : `${options.file}:${line}`;
}

function tellSeveral(found: readonly SheetTerm[], context: Context): null {
  const named = found.map((term) => `${term.id} (${placeOf(term, context)})`).join(' and ');
  context.tell(
    'ambiguous-name',
    `the names of this row are those of ${named}`,
    'make it a row for each, or merge the entries first',
  );
  return null;
}

function findOne(entry: SheetEntry, found: SheetTerm | null, context: Context): SheetTerm | null {
  if (found === null) return makeTerm(entry, context);
  const field = findContradiction(entry, found);
  if (field === null) return found;
  const [is, says] = [found.data[field], entry.data[field]].map(String);
  context.tell(
    'name-collision',
    `"${entry.name}" has a name of ${found.id} (${placeOf(found, context)}), whose ${field} is ${is ?? ''} and not ${says ?? ''}`,
    'if they are two, give each names of its own; if they are one, mend one of the values',
  );
  return null;
}

/**
 * The field that says that a row and an entry are two though they share a name: two Wikidata ids; another type
 * or country too, where neither's own name is a name of the other.
 */
function findContradiction({ id, name, data }: SheetEntry, term: SheetTerm): string | null {
  const folds = [name, ...textsOf(data, 'aliases'), ...textsOf(data, 'formerNames')].map(foldName);
  const isSure =
    id === term.id || term.names.has(foldName(name)) || folds.includes(foldName(term.name));
  const fields = isSure ? ['wikidata'] : ['wikidata', 'type', 'country'];
  const differs = (field: string): boolean => {
    const [is, says] = [term.data[field], data[field]];
    return typeof is === 'string' && typeof says === 'string' && is !== says;
  };
  return fields.find(differs) ?? null;
}

function makeTerm(entry: SheetEntry, context: Context): SheetTerm | null {
  const { loaded, terms, content, options, tell } = context;
  const { kind } = options;
  const doubt = findDoubt(loaded, kind, entry);
  if (doubt !== null) {
    tell('ambiguous-name', doubt.message, doubt.hint);
    return null;
  }
  const type = entry.data['type'] ?? options.type;
  if (kind === 'actor' && type === null) {
    const hint = 'write person, organisation, state or group, or --type for all rows that say none';
    tell('missing-key', 'this row has no type', hint);
    return null;
  }
  const id = entry.id ?? toSlug(entry.name);
  if (id === null) {
    tell('bad-id', `"${entry.name}" makes no id`, 'give it one in a column "id"');
    return null;
  }
  const [other] = terms.find([id]);
  if (other !== undefined) {
    const place = placeOf(other, context);
    const hint = 'give it another one in a column "id"';
    tell('name-collision', `its id ${id} would be a name of ${other.id} (${place})`, hint);
    return null;
  }
  const file = path.join(content, relativeOf(kind, id)).split(path.sep).join('/');
  const term: SheetTerm = {
    ...{ id, name: entry.name, file, content: null, line: entry.line },
    ...{ data: type === null ? {} : { type }, added: {} },
    ...{ names: new Set<string>(), lists: new Map(), keys: new Map() },
  };
  terms.add(term, [id, entry.name]);
  return term;
}

/** Why a name that no entry has as its own may still be somebody's; null where it is not. */
function findDoubt(
  { names }: LoadedTerms,
  kind: SheetKind,
  entry: SheetEntry,
): { readonly message: string; readonly hint: string } | null {
  const registry = names[termFolders[kind]];
  const unread = namesOf(entry).find((name) => registry.resolve(name).kind === 'unread');
  if (unread !== undefined) {
    return { message: `"${unread}" may be in a file that has errors`, hint: 'see dateline check' };
  }
  const found = registry.resolve(entry.name);
  if (entry.id !== null || (found.kind !== 'found' && found.kind !== 'ambiguous')) return null;
  const ids = found.kind === 'found' ? [found.id] : found.ids;
  return {
    message: `"${entry.name}" is a weak alias of ${ids.join(' and of ')}, a name of several`,
    hint: 'write a fuller name, or an id in a column "id"',
  };
}
