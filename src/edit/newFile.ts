import type { Day } from '../dates/day.ts';
import type { ActorType } from '../parse/actor.ts';
import type { Data } from '../parse/cleanData.ts';
import type { Registry } from '../registry/registry.ts';
import { toSlug, type Slug } from '../urls/slug.ts';
import { writeScalar, writeValue } from './frontText.ts';

/** A new content file, with its path below the content folder. */
export interface NewFile {
  readonly relative: string;
  readonly text: string;
  /** The id that the file gives, or has in it. */
  readonly id: string;
}

/** Front matter in the order of its keys; null and empty lists are left out. */
type Front = Readonly<Record<string, string | readonly string[] | null>>;

export interface NewArticle {
  readonly title: string;
  readonly day: Day;
  readonly slug: Slug;
  readonly summary: string | null;
  readonly dateline: string | null;
  readonly countries: readonly string[];
  readonly topics: readonly Slug[];
  readonly actors: readonly Slug[];
  readonly story: string | null;
  /** Names, or addresses with a name before them: `Reuters https://…`. */
  readonly sources: readonly string[];
  readonly status: string;
}

export function newArticle(article: NewArticle): NewFile {
  const { title, day, slug, summary, dateline, countries, topics, actors, story, status } = article;
  const id = `${day}-${slug}`;
  const front = { title, date: day, id, summary, dateline, countries, topics, actors, story };
  const lines = [...formatFront(front), ...formatSources(article.sources)];
  if (status !== 'usable') lines.push(`status: ${status}`);
  return { relative: `articles/${day.slice(0, 4)}/${id}.md`, text: formatFile(lines), id };
}

function formatSources(sources: readonly string[]): readonly string[] {
  if (sources.length === 0) return [];
  const lines = sources.flatMap((source) => {
    const match = /^(?:(.*)\s)?(https?:\/\/\S+)$/.exec(source.trim());
    if (match?.[2] === undefined) return [`  - name: ${writeScalar(source.trim())}`];
    const name = match[1] ?? new URL(match[2]).hostname.replace(/^www\./, '');
    return [`  - name: ${writeScalar(name.trim())}`, `    url: ${writeScalar(match[2])}`];
  });
  return ['sources:', ...lines];
}

export function newBriefing(day: Day, title: string | null, summary: string | null): NewFile {
  const text = formatFile(formatFront({ date: day, title, summary }));
  return { relative: `briefings/${day}.md`, text, id: day };
}

export interface NewTopic {
  readonly id: Slug;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly broader: Slug | null;
  readonly summary: string | null;
}

export function newTopic({ id, name, aliases, broader, summary }: NewTopic): NewFile {
  const text = formatFile(formatFront({ name, aliases, broader, summary }));
  return { relative: `topics/${id}.md`, text, id };
}

export interface NewActor {
  readonly id: Slug;
  readonly name: string;
  readonly type: ActorType;
  readonly aliases: readonly string[];
  readonly weakAliases?: readonly string[];
  readonly formerNames?: readonly string[];
  readonly summary: string | null;
  readonly country: string | null;
}

export function newActor(actor: NewActor): NewFile {
  const { id, name, type, aliases, weakAliases = [], formerNames = [], summary, country } = actor;
  const names = { name, type, aliases, weakAliases, formerNames };
  const text = formatFile(formatFront({ ...names, summary, country }));
  return { relative: `actors/${id}.md`, text, id };
}

export interface NewStory {
  readonly id: Slug;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly topics: readonly Slug[];
  readonly actors: readonly Slug[];
}

export function newStory({ id, name, aliases, summary, topics, actors }: NewStory): NewFile {
  const front = { name, aliases, summary, status: 'developing', topics, actors };
  const text = formatFile(formatFront(front));
  return { relative: `stories/${id}.md`, text, id };
}

/** A topic or an actor with whatever its schema knows, in the order of the fields given. */
export function newTermFile(folder: 'actors' | 'topics', id: Slug, fields: Data): NewFile {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${writeValue(value)}`);
  return { relative: `${folder}/${id}.md`, text: formatFile(lines), id };
}

function formatFront(front: Front): string[] {
  return Object.entries(front).flatMap(([key, value]) => {
    if (value === null || value.length === 0) return [];
    // A day and an id need no quotes, and people would wonder at them.
    if (key === 'date' || key === 'id') return [`${key}: ${String(value)}`];
    if (typeof value === 'string') return [`${key}: ${writeScalar(value)}`];
    return [`${key}: [${value.map((item) => writeScalar(item)).join(', ')}]`];
  });
}

function formatFile(lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\n\n`;
}

/** The longest slug made of a title, in characters; it is cut between words. */
const longestSlug = 80;

/** The slug for a headline, cut at a word where it is long; null where it has no letter. */
export function slugOfTitle(title: string): Slug | null {
  return toSlug(title, longestSlug);
}

/** The id of a name; what to tell somebody whose name is none. */
export function findId(
  registry: Registry,
  name: string,
): { readonly id: Slug } | { readonly message: string } {
  const found = registry.resolve(name);
  switch (found.kind) {
    case 'found':
      return { id: found.id };
    case 'ambiguous':
      return { message: `"${name}" may mean ${found.ids.join(' or ')}; write the id` };
    case 'unread':
      return { message: `"${name}" is in a file that has errors; see dateline check` };
    case 'unknown':
      return {
        message: `"${name}" names no ${registry.kind}; ${found.hint ?? `dateline new ${registry.kind} makes one`}`,
      };
  }
}
