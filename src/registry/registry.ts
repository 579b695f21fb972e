import {
  atKey,
  atValue,
  wholeFile,
  type KeyPath,
  type Report,
  type Where,
} from '../diagnostics/diagnostic.ts';
import { foldName } from '../names/fold.ts';
import { formatSuggestion, nearestNames } from '../names/nearest.ts';
import type { ActorType } from '../parse/actor.ts';
import { limits } from '../read/limits.ts';
import type { Slug } from '../urls/slug.ts';
import { followChains, formatCircle } from './chains.ts';

/** What a registry needs to know of a topic, an actor or a story. */
export interface NamedEntry {
  readonly file: string;
  readonly id: Slug;
  readonly name: string;
  /** Of an actor. */
  readonly type?: ActorType;
  readonly aliases: readonly string[];
  readonly weakAliases?: readonly string[];
  readonly formerNames?: readonly string[];
  /** A story's file goes where it is merged. */
  readonly mergedInto?: string | null;
}

export type Resolution =
  | { readonly kind: 'found'; readonly id: Slug }
  | { readonly kind: 'unknown'; readonly hint: string | null }
  /** Most likely a name in a file that failed, which has been reported. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'ambiguous'; readonly ids: readonly Slug[] };

/** Names of one kind of thing → ids. */
export interface Registry {
  readonly kind: RegistryKind;
  readonly resolve: (name: string) => Resolution;
  /** The id under which an entry counts: its own, or at the end of `mergedInto`. */
  readonly targetOf: (id: Slug) => Slug;
  /** What each fold means, with its spellings, as comparable text: what resolution depends on. */
  readonly claims: ReadonlyMap<string, string>;
  /** The names that may be matched in running text, with the id that each means. */
  readonly strongNames: readonly StrongName[];
}

/** A name that may be matched in running text. */
export interface StrongName {
  readonly name: string;
  readonly fold: string;
  readonly id: Slug;
  /** Of the actor that it means; null of a topic. */
  readonly type: ActorType | null;
}

/** A file of this kind that could not be parsed. */
export interface FailedFile {
  readonly name: string;
  readonly text: string;
}

export type RegistryKind = 'actor' | 'topic' | 'story';

interface Claim {
  readonly id: Slug;
  readonly file: string;
}

/**
 * Builds a registry. A fold of names that two entries claim (as id, name, alias or former name) is
 * reported at the second of them. An entry with `mergedInto` claims nothing for itself: its names
 * mean its target where no other entry has them.
 */
export function buildRegistry(
  kind: RegistryKind,
  entries: readonly NamedEntry[],
  failed: readonly FailedFile[],
  report: Report,
): Registry {
  // Names stand in front matter.
  const unread = failed.map(({ name, text }) =>
    foldName(`${name} ${text.slice(0, limits.frontMatter)}`),
  );
  const targets = followMerges(kind, entries, unread, report);
  const strong = new Map<string, Claim>();
  const weak = new Map<string, Set<Slug>>();
  const live = entries.filter((entry) => targets.get(entry.id) === entry.id);
  for (const entry of live) {
    for (const { name, path } of strongNamesOf(entry)) claim(strong, entry, name, path, report);
  }
  for (const entry of entries) {
    const id = targets.get(entry.id) ?? entry.id;
    for (const name of entry.weakAliases ?? []) {
      const fold = foldName(name);
      if (fold === '') reportEmptyName(entry.file, name, atKey('weakAliases'), report);
      else weak.set(fold, (weak.get(fold) ?? new Set()).add(id));
    }
    if (id === entry.id) continue;
    for (const { name } of strongNamesOf(entry)) {
      const fold = foldName(name);
      if (!strong.has(fold)) strong.set(fold, { id, file: entry.file });
    }
  }
  let knownNames: readonly string[] | null = null;
  const known = (): readonly string[] =>
    (knownNames ??= live.flatMap((entry) => [entry.name, ...entry.aliases]));
  const types = new Map(live.map(({ id, type }) => [id, type ?? null]));
  const strongNames = entries.flatMap((entry) =>
    [entry.name, ...entry.aliases, ...(entry.formerNames ?? [])].flatMap((name) => {
      const fold = foldName(name);
      const claimed = strong.get(fold);
      return claimed === undefined
        ? []
        : [{ name, fold, id: claimed.id, type: types.get(claimed.id) ?? null }];
    }),
  );
  let claims: ReadonlyMap<string, string> | null = null;
  return {
    kind,
    strongNames,
    // Made for the cache alone.
    get claims() {
      return (claims ??= describeClaims(strong, weak, strongNames));
    },
    resolve: (name) => {
      const fold = foldName(name);
      const claimed = strong.get(fold);
      if (claimed !== undefined) return { kind: 'found', id: claimed.id };
      const [first, ...others] = weak.get(fold) ?? [];
      if (first === undefined) {
        if (unread.some((text) => text.includes(fold))) return { kind: 'unread' };
        // Looked for when it is shown: of many names that takes its time.
        return {
          kind: 'unknown',
          get hint() {
            return formatSuggestion(nearestNames(name, known()));
          },
        };
      }
      return others.length > 0
        ? { kind: 'ambiguous', ids: [first, ...others] }
        : { kind: 'found', id: first };
    },
    targetOf: (id) => targets.get(id) ?? id,
  };
}

function describeClaims(
  strong: ReadonlyMap<string, Claim>,
  weak: ReadonlyMap<string, ReadonlySet<Slug>>,
  strongNames: readonly StrongName[],
): ReadonlyMap<string, string> {
  const claims = new Map<string, string>();
  const add = (fold: string, text: string): void => {
    claims.set(fold, `${claims.get(fold) ?? ''}${text}\n`);
  };
  for (const [fold, { id }] of strong) add(fold, id);
  for (const [fold, ids] of weak) add(fold, `weak ${[...ids].join(' ')}`);
  // Whether a name is found depends on what it is the name of.
  for (const { name, fold, id, type } of strongNames) add(fold, `${name} ${id} ${type ?? ''}`);
  return claims;
}

interface NameAt {
  readonly name: string;
  readonly path: KeyPath | null;
}

function strongNamesOf(entry: NamedEntry): readonly NameAt[] {
  return [
    { name: entry.id, path: null },
    { name: entry.name, path: ['name'] },
    ...entry.aliases.map((name, index) => ({ name, path: ['aliases', index] })),
    ...(entry.formerNames ?? []).map((name, index) => ({ name, path: ['formerNames', index] })),
  ];
}

function claim(
  strong: Map<string, Claim>,
  entry: NamedEntry,
  name: string,
  path: KeyPath | null,
  report: Report,
): void {
  const fold = foldName(name);
  const where = path === null ? wholeFile : atValue(...path);
  if (fold === '') {
    reportEmptyName(entry.file, name, where, report);
    return;
  }
  const other = strong.get(fold);
  if (other === undefined) strong.set(fold, { id: entry.id, file: entry.file });
  else if (other.id !== entry.id) {
    report({
      code: 'name-collision',
      file: entry.file,
      where,
      message: `"${name}" is also a name in ${other.file}`,
      hint: 'keep it in one of the two, or make it a weak alias of both',
    });
  }
}

function reportEmptyName(file: string, name: string, where: Where, report: Report): void {
  report({
    code: 'bad-value',
    file,
    where,
    message: `"${name}" has no letter or digit`,
    hint: 'write a name',
  });
}

/** Each id's final target. Cycles and unknown targets are reported, and end at the entry itself. */
function followMerges(
  kind: RegistryKind,
  entries: readonly NamedEntry[],
  unread: readonly string[],
  report: Report,
): ReadonlyMap<Slug, Slug> {
  const byId = new Map(entries.map((entry) => [entry.id as string, entry]));
  const { ends, circles } = followChains(byId.keys(), (id) => {
    const target = byId.get(id)?.mergedInto ?? null;
    return target !== null && byId.has(target) ? target : null;
  });
  for (const circle of circles) reportMergeCycle(byId.get(circle[0]), circle, report);
  const targets = new Map<Slug, Slug>();
  for (const entry of entries) {
    const end = byId.get(ends.get(entry.id) ?? entry.id);
    const isEnd = end !== undefined && (end.mergedInto ?? null) === null;
    targets.set(entry.id, isEnd ? end.id : entry.id);
    const { mergedInto = null } = entry;
    if (mergedInto === null || byId.has(mergedInto)) continue;
    const fold = foldName(mergedInto);
    if (unread.some((text) => text.includes(fold))) continue;
    reportUnknownMerge(kind, entry, byId.keys(), report);
  }
  return targets;
}

function reportUnknownMerge(
  kind: RegistryKind,
  entry: NamedEntry,
  known: Iterable<string>,
  report: Report,
): void {
  const wanted = entry.mergedInto ?? '';
  report({
    code: `unknown-${kind}`,
    file: entry.file,
    where: atValue('mergedInto'),
    message: `"${wanted}" is the id of no ${kind}`,
    hint: formatSuggestion(nearestNames(wanted, known)),
  });
}

function reportMergeCycle(
  entry: NamedEntry | undefined,
  circle: readonly [string, ...string[]],
  report: Report,
): void {
  report({
    code: 'merge-cycle',
    file: entry?.file ?? '',
    where: atKey('mergedInto'),
    message: `merging goes in a circle: ${formatCircle(circle)}`,
    hint: 'take mergedInto out of the entry that is to stay',
  });
}
