import { termFolders } from '../../edit/references.ts';
import type { LoadedTerms } from '../../load/loadSite.ts';
import { foldName } from '../../names/fold.ts';
import type { Data, DataValue } from '../../parse/cleanData.ts';
import { followChains, formatCircle } from '../../registry/chains.ts';
import type { SheetKind } from './sheetFields.ts';
import type { SheetEntry, Tell } from './sheetRows.ts';
import { textOf, without, type SheetTerm, type SheetTerms } from './sheetTerms.ts';

/** What resolving names of other entries needs. */
export interface References {
  readonly loaded: LoadedTerms;
  readonly kind: SheetKind;
  readonly terms: SheetTerms;
}

/** What each row says of other entries, once all rows are known; what can't be taken is told and left out. */
export function resolveRows(
  rows: ReadonlyMap<SheetEntry, SheetTerm>,
  references: References,
  tellAt: (entry: SheetEntry) => Tell,
): ReadonlyMap<SheetEntry, Data> {
  const proposed = new Map(
    Array.from(rows, ([entry, term]) => [
      entry,
      resolveReferences(entry, term, references, tellAt(entry)),
    ]),
  );
  dropCircles(proposed, rows, references, tellAt);
  return proposed;
}

/**
 * The fields of a row that name other entries, with their ids, where its entry does not say so already. A name
 * that no entry has is told and left out.
 */
function resolveReferences(
  { data }: SheetEntry,
  term: SheetTerm,
  references: References,
  tell: Tell,
): Data {
  const resolved: Record<string, DataValue> = {};
  const { broader, related, mergedInto } = data;
  if (typeof broader === 'string') {
    const id = findId(broader, references, tell);
    if (id === term.id) tell('broader-cycle', `${id} can't be wider than itself`, null);
    else if (id !== null && !isSame(term.data['broader'], id, references)) resolved['broader'] = id;
  }
  if (Array.isArray(related)) {
    resolved['related'] = resolveRelated(related as readonly Data[], term, references, tell);
  }
  if (typeof mergedInto === 'string' && mergedInto !== term.id) {
    const id = findId(mergedInto, references, tell);
    const isThere = term.content !== null && term.data['mergedInto'] !== mergedInto;
    const { kind } = references;
    if (isThere) {
      tell(
        'bad-value',
        `${term.id} is not merged`,
        `dateline merge ${kind} ${term.id} ${mergedInto}`,
      );
    } else if (id !== null) resolved['mergedInto'] = id;
  }
  return resolved;
}

function resolveRelated(
  related: readonly Data[],
  term: SheetTerm,
  references: References,
  tell: Tell,
): readonly Data[] {
  const own = Array.isArray(term.data['related']) ? (term.data['related'] as readonly Data[]) : [];
  return related.flatMap((relation) => {
    const id = findId(textOf(relation['actor']), references, tell);
    if (id === null) return [];
    const isThere = own.some(
      ({ actor = null, type = null }) =>
        isSame(actor, id, references) &&
        foldName(textOf(type)) === foldName(textOf(relation['type'])),
    );
    return isThere ? [] : [{ ...relation, actor: id }];
  });
}

function isSame(written: DataValue | undefined, id: string, { terms }: References): boolean {
  return typeof written === 'string' && terms.find([written])[0]?.id === id;
}

function findId(name: string, { loaded, kind, terms }: References, tell: Tell): string | null {
  const [found] = terms.find([name]);
  if (found !== undefined) return found.id;
  const known = loaded.names[termFolders[kind]].resolve(name);
  const hint = known.kind === 'unknown' ? known.hint : null;
  tell(
    kind === 'actor' ? 'unknown-actor' : 'unknown-topic',
    `"${name}" names no ${kind}, and is left out`,
    hint ?? `give it a row of its own`,
  );
  return null;
}

/** Takes out what would make a circle, and tells it. */
function dropCircles(
  proposed: Map<SheetEntry, Data>,
  rows: ReadonlyMap<SheetEntry, SheetTerm>,
  { loaded, kind, terms }: References,
  tellAt: (entry: SheetEntry) => Tell,
): void {
  // Actors have the second field alone.
  const known: readonly {
    readonly id: string;
    readonly broader?: string | null;
    readonly mergedInto: string | null;
  }[] = loaded.parsed[termFolders[kind]];
  for (const field of ['broader', 'mergedInto'] as const) {
    const next = new Map<string, string>();
    const add = (id: string | undefined, written: DataValue | undefined): void => {
      const target = typeof written === 'string' ? terms.find([written])[0]?.id : undefined;
      if (id !== undefined && target !== undefined && !next.has(id)) next.set(id, target);
    };
    for (const entry of known) add(entry.id, entry[field]);
    for (const [entry, data] of proposed) add(rows.get(entry)?.id, data[field]);
    const { circles } = followChains(next.keys(), (id) => next.get(id) ?? null);
    const circleOf = new Map(circles.flatMap((circle) => circle.map((id) => [id, circle])));
    for (const [entry, data] of proposed) {
      const circle = circleOf.get(rows.get(entry)?.id ?? '');
      if (circle === undefined || data[field] === undefined) continue;
      proposed.set(entry, without(data, [field]));
      const code = field === 'broader' ? 'broader-cycle' : 'merge-cycle';
      tellAt(entry)(code, `${field} would go in a circle: ${formatCircle(circle)}`, null);
    }
  }
}
