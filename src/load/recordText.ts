import type { Day } from '../dates/day.ts';
import type { Cited } from '../parse/article.ts';
import type { ResolvedActorReference } from '../resolve/resolveArticle.ts';
import type { SitePath } from '../urls/paths.ts';
import { toSlug, type Slug } from '../urls/slug.ts';
import { restoreRare, type Rare } from './articleFields.ts';

/*
 * A record is a line of eleven fields with tabs between them: what tells an article from the others, what
 * every build looks at of each one, and last (JSON) what builds look at of few. The fields of the second
 * kind are plain text, as JSON takes three times as long to parse. Of a file that can't be published all
 * fields are empty but the last, which has its problems.
 */

/** What tells an article from the others. */
export interface Own {
  /** Where the body is (`formatBodyPlace`); empty where it is in the rest. */
  readonly place: string;
  readonly sourceHash: string;
  readonly id: string;
  readonly path: SitePath;
}

/** What every build looks at of each article. */
export interface Head {
  readonly day: Day;
  readonly topics: readonly Slug[];
  readonly actors: readonly ResolvedActorReference[];
  readonly cited: readonly Cited[];
  readonly story: Slug | null;
  readonly rare: Rare;
}

/** The fields of a record, as they are written. */
export interface RecordFields extends Own {
  readonly day: Day;
  readonly topics: readonly Slug[];
  readonly actors: readonly Slug[];
  /** Names of sources. */
  readonly cited: readonly string[];
  readonly story: Slug | null;
  /** JSON, or empty. */
  readonly rare: string;
  readonly rest: string;
}

/** What stands between the names of sources, which may have blanks; no letter of any text. */
const nameEnd = '\u001F';

export function formatFields(fields: RecordFields): string {
  const { place, sourceHash, id, path, day, topics, actors, cited, story, rare, rest } = fields;
  return [
    ...[place, sourceHash, escapeText(id), path, day, topics.join(' '), actors.join(' ')],
    ...[cited.map(escapeText).join(nameEnd), story ?? '', rare, rest],
  ].join('\t');
}

/**
 * A record of an item that the public may not see: what tells whether its file changed, and of which year
 * it is. All else is read from its file by each build, so that the cache has nothing that was withdrawn.
 */
export function formatUnseen(record: string): string {
  const head = parseHead(record);
  if (head === null) return record;
  const { sourceHash } = parseOwn(record);
  const none = { place: '', id: '', path: '' as SitePath, topics: [], actors: [], cited: [] };
  return formatFields({
    ...none,
    sourceHash,
    day: head.day,
    story: head.story,
    rare: '',
    rest: '',
  });
}

/** Whether a record is one of `formatUnseen`, of which no article can be made. */
export function isUnseen(record: string): boolean {
  return record.endsWith('\t');
}

export function formatFailed(problems: string): string {
  return '\t'.repeat(10) + problems;
}

/** An editor may write what separates fields here. */
function escapeText(text: string): string {
  return text.replace(/[\t\n\r\u001F%]/g, encodeURIComponent);
}

function unescapeText(text: string): string {
  return text.includes('%') ? decodeURIComponent(text) : text;
}

export function parseOwn(record: string): Own {
  const [place = '', sourceHash = '', id = '', path = ''] = record.split('\t', 4);
  return { place, sourceHash, id: unescapeText(id), path: path as SitePath };
}

/** Null for a file that can't be published. */
export function parseHead(record: string): Head | null {
  const pathAt = afterTab(record, afterTab(record, afterTab(record, 0)));
  const dayAt = afterTab(record, pathAt);
  const topicsAt = afterTab(record, dayAt);
  if (topicsAt - dayAt === 1) return null;
  const actorsAt = afterTab(record, topicsAt);
  const citedAt = afterTab(record, actorsAt);
  const storyAt = afterTab(record, citedAt);
  const rareAt = afterTab(record, storyAt);
  const restAt = afterTab(record, rareAt);
  const rare = restoreRare(
    restAt - rareAt === 1 ? null : (JSON.parse(record.slice(rareAt, restAt - 1)) as Partial<Rare>),
  );
  const { roles } = rare;
  return {
    day: shareDay(record, dayAt, topicsAt - 1),
    topics: divide(record, topicsAt, actorsAt - 1, ' ', share),
    actors: divide(record, actorsAt, citedAt - 1, ' ', (id, index) =>
      toReference(id as Slug, roles[index] ?? null),
    ),
    cited: divide(record, citedAt, storyAt - 1, nameEnd, toCited),
    story: rareAt - storyAt === 1 ? null : share(record.slice(storyAt, rareAt - 1)),
    rare,
  };
}

export function restOf(record: string): string {
  return record.slice(record.lastIndexOf('\t') + 1);
}

function afterTab(text: string, from: number): number {
  return text.indexOf('\t', from) + 1;
}

/** Makes something of each part of a text, without a list of the parts. */
function divide<Item>(
  text: string,
  from: number,
  to: number,
  separator: string,
  make: (part: string, index: number) => Item,
): readonly Item[] {
  const items: Item[] = [];
  for (let start = from; start < to;) {
    const found = text.indexOf(separator, start);
    const end = found === -1 || found > to ? to : found;
    items.push(make(text.slice(start, end), items.length));
    start = end + 1;
  }
  return items;
}

// Ids and names recur in many articles, so that each is kept once.
const shared = new Map<string, Slug>();
const references = new Map<string, ResolvedActorReference>();
const citations = new Map<string, Cited>();
/** Beyond so many they are not kept: a thread of a server may see many sites. */
const mostShared = 200_000;

function share(text: string): Slug {
  return remember(shared, text, () => text as Slug);
}

/** Articles of a day mostly come one after the other. */
let lastDay = '' as Day;

function shareDay(record: string, from: number, to: number): Day {
  if (!record.startsWith(lastDay, from) || lastDay.length !== to - from)
    lastDay = record.slice(from, to) as Day;
  return lastDay;
}

function toReference(id: Slug, role: string | null): ResolvedActorReference {
  if (role !== null) return { id: share(id), role };
  return remember(references, id, () => ({ id, role }));
}

function toCited(text: string): Cited {
  return remember(citations, text, () => {
    const name = unescapeText(text);
    const id = toSlug(name);
    if (id === null) throw new Error(`a source without letters was kept: ${name}`);
    return { id, name };
  });
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    if (known.size < mostShared) known.set(key, value);
  }
  return value;
}
