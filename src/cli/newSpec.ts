import path from 'node:path';
import { parseDay, type Day } from '../dates/day.ts';
import { dayOfInstant } from '../dates/instant.ts';
import { findId } from '../edit/newFile.ts';
import type { LoadedTerms } from '../load/loadSite.ts';
import type { Registry } from '../registry/registry.ts';
import { parseSlug, toSlug, type Slug } from '../urls/slug.ts';
import { parseNow } from './options.ts';
import type { Prompts } from './prompts.ts';
import { UsageError } from './usageError.ts';

/** What the options of `new` share, and whom to ask. */
export interface NewContext {
  readonly terms: LoadedTerms;
  /** Null where nobody can be asked. */
  readonly prompts: Prompts | null;
  readonly now: string | undefined;
}

/** A text that must be there: the option, or an answer. */
export async function requireText(
  value: string | undefined,
  option: string,
  message: string,
  { prompts }: Pick<NewContext, 'prompts'>,
  initial?: string,
): Promise<string> {
  const check = (text: string): string | undefined =>
    text === '' ? 'It can’t be empty.' : undefined;
  if (value !== undefined && value.trim() === '') throw new UsageError(`${option} is empty`);
  if (value !== undefined) return value.trim();
  if (prompts === null) throw new UsageError(`${option} is missing`);
  return prompts.text(message, { check, ...(initial === undefined ? {} : { initial }) });
}

export function dayFrom(date: string | undefined, { terms, now }: NewContext): Day {
  if (date === undefined) return dayOfInstant(parseNow(now), terms.config.zone);
  const day = parseDay(date);
  if (day === null) throw new UsageError(`--date ${date} is no day; write it as YYYY-MM-DD`);
  return day;
}

export function idFrom(id: string | undefined, name: string): Slug {
  const made = id === undefined ? toSlug(name) : parseSlug(id);
  if (made !== null) return made;
  if (id === undefined) throw new UsageError(`"${name}" makes no id; add --id`);
  const better = toSlug(id);
  throw new UsageError(`--id ${id} is no id${better === null ? '' : `; write "${better}"`}`);
}

/** Ids of names in options; all unknown ones are told at once. */
export function idsFrom(registry: Registry, names: readonly string[]): readonly Slug[] {
  const found = names.map((name) => findId(registry, name));
  const messages = found.flatMap((each) => ('message' in each ? [each.message] : []));
  if (messages.length > 0) throw new UsageError(messages.join('; '));
  return [...new Set(found.flatMap((each) => ('id' in each ? [each.id] : [])))];
}

/** Names in options, or chosen at the terminal by typing a part of one. */
export async function chooseIds(
  kind: 'topics' | 'actors',
  names: readonly string[] | undefined,
  { terms, prompts }: NewContext,
): Promise<readonly Slug[]> {
  const registry = terms.names[kind];
  const known = terms.parsed[kind].filter(({ id }) => registry.targetOf(id) === id);
  if (names !== undefined) return idsFrom(registry, names);
  if (prompts === null || known.length === 0) return [];
  const choices = known.map(({ id, name, aliases }) => ({
    value: id,
    // What is typed is looked for in the label.
    label: [name, ...aliases].join(' · '),
    hint: id,
  }));
  const chosen = await prompts.chooseMany(kind === 'topics' ? 'Topics' : 'Actors', choices);
  return chosen as readonly Slug[];
}

export async function chooseStory(
  story: string | undefined,
  { terms, prompts }: NewContext,
): Promise<string | null> {
  const { stories } = terms.parsed;
  if (story !== undefined) {
    return idsFrom(terms.names.stories, [story])[0] ?? null;
  }
  const open = stories.filter(({ status }) => status === 'developing');
  if (prompts === null || open.length === 0) return null;
  const none = { value: '', label: 'None' };
  const choices = open.map(({ id, name, aliases }) => ({
    value: id,
    label: [name, ...aliases].join(' · '),
    hint: id,
  }));
  return (await prompts.choose('Story', [none, ...choices])) || null;
}

/** The file of the same name that is there already, in whatever folder. */
export function findSameName(terms: LoadedTerms, relative: string): string | null {
  const [folder = ''] = relative.split('/');
  const name = path.posix.basename(relative);
  const isSame = (other: string): boolean =>
    other.startsWith(`${folder}/`) && path.posix.basename(other) === name;
  return terms.entries.find((entry) => isSame(entry.relative))?.file ?? null;
}
