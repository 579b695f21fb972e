import { BodyWriter, formatBodyPlace } from '../cache/bodies.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Cited } from '../parse/article.ts';
import type { SourceEntry } from '../read/readContent.ts';
import type { ResolvedActorReference, ResolvedArticle } from '../resolve/resolveArticle.ts';
import type { SitePath } from '../urls/paths.ts';
import { toSlug, type Slug } from '../urls/slug.ts';
import { formatRest, parseRest, restoreRare, shortenRare, type Rare } from './articleFields.ts';
import { KeptArticle, type BodyReader, type Head } from './keptArticle.ts';
import type { KnownArticle, LoadedArticle } from './loadArticle.ts';

/*
 * A record is a line of three parts, with tabs between them: where the body lies, what every build looks
 * at of each article (JSON, a list), and what builds look at of few (JSON, without what says nothing).
 * Of a file that can't be published the first is empty, the second `null`, the third its problems.
 */

/** An article as the cache keeps it and threads send it, with all but its head unparsed. */
export interface ArticleRecord {
  /** Null where the file can't be published; such a record is not kept. */
  readonly head: Head | null;
  /** See `formatBodyPlace`; empty where the HTML is in the rest. */
  readonly place: string;
  readonly rest: string;
}

/** Formats articles as records, with the HTML in a pack of the cache, or in the record where that fails. */
export function formatRecords(
  articles: readonly LoadedArticle[],
  folder: string,
  pack: string,
): readonly string[] {
  if (articles.length === 0) return [];
  let writer: BodyWriter | null = null;
  try {
    writer = new BodyWriter(folder, pack);
    const open = writer;
    const records = articles.map((loaded) => formatRecord(loaded, open));
    writer.flush();
    return records;
  } catch {
    // A full disk, or no right to write: memory takes it.
    return articles.map((loaded) => formatRecord(loaded, null));
  } finally {
    writer?.close();
  }
}

function formatRecord(
  { article, problems, names }: LoadedArticle,
  writer: BodyWriter | null,
): string {
  if (article === null) return `\tnull\t${JSON.stringify(problems)}`;
  const { body, bodyKey } = article;
  const place = writer === null ? '' : formatBodyPlace(writer.add(body.html), bodyKey);
  const html = writer === null ? body.html : null;
  const rest = formatRest({ ...toRest(article), html, names });
  return `${place}\t${JSON.stringify(toHeadList(article, problems))}\t${rest}`;
}

type HeadList = readonly [
  sourceHash: string,
  path: SitePath,
  day: ResolvedArticle['day'],
  id: string,
  topics: readonly Slug[],
  actors: readonly Slug[],
  cited: readonly string[],
  story: Slug | null,
  rare: Partial<Rare> | null,
];

function toHeadList(article: ResolvedArticle, problems: readonly Problem[]): HeadList {
  const { instant, urgency, status, embargoed, updated, corrections } = article;
  const { redirectFrom, image, linkMentions, body } = article;
  const hasRoles = article.actors.some(({ role }) => role !== null);
  const rare = shortenRare({
    ...{ instant, urgency, status, embargoed, updated, corrections, redirectFrom, image },
    ...{ linkMentions, links: body.links, problems },
    roles: hasRoles ? article.actors.map(({ role }) => role) : [],
  });
  return [
    article.sourceHash,
    article.path,
    article.day,
    article.id,
    article.topics,
    article.actors.map(({ id }) => id),
    article.cited.map(({ name }) => name),
    article.story,
    rare,
  ];
}

function toRest(
  article: ResolvedArticle,
): Omit<Parameters<typeof formatRest>[0], 'html' | 'names'> {
  const { title, authors, summary, dateline, countries, sources, confidence, likelihood } = article;
  const { trend, alert, tlp, lang, editorNote, extra, bodyLine, bodyKey, body } = article;
  const { firstParagraph, words } = body;
  return {
    ...{ title, authors, summary, dateline, countries, sources, confidence, likelihood },
    ...{ trend, alert, tlp, lang, editorNote, extra, bodyLine, bodyKey, firstParagraph, words },
  };
}

export function parseRecord(text: string): ArticleRecord {
  const { head, place, rest } = divideRecord(text);
  const list = JSON.parse(head) as HeadList | null;
  return { head: list === null ? null : toHead(list), place, rest };
}

/** Heads in one text for JSON: to begin anew for each takes as long as to parse it. */
const headsAtOnce = 500;

/** Parses the records of many articles; null where there is none. */
export function parseRecords(
  texts: readonly (string | undefined)[],
): readonly (ArticleRecord | null)[] {
  const records: (ArticleRecord | null)[] = [];
  for (let start = 0; start < texts.length; start += headsAtOnce) {
    const divided = texts
      .slice(start, start + headsAtOnce)
      .map((text) => text && divideRecord(text));
    const heads = divided.flatMap((record) => (record ? record.head : []));
    const lists = JSON.parse(`[${heads.join(',')}]`) as readonly (HeadList | null)[];
    let next = 0;
    for (const record of divided) {
      const list = record ? (lists[next++] ?? null) : null;
      records.push(
        record ? { head: list && toHead(list), place: record.place, rest: record.rest } : null,
      );
    }
  }
  return records;
}

/** The parts of a record, the head as JSON. */
function divideRecord(text: string): Record<'place' | 'head' | 'rest', string> {
  const first = text.indexOf('\t');
  const second = text.indexOf('\t', first + 1);
  return {
    place: text.slice(0, first),
    head: text.slice(first + 1, second),
    rest: text.slice(second + 1),
  };
}

/** Ids and names recur in many articles, so that each is kept once. */
function toHead([sourceHash, path, day, id, topics, actors, cited, story, rare]: HeadList): Head {
  const known = restoreRare(rare);
  const { roles } = known;
  for (const [index, topic] of topics.entries()) (topics as Slug[])[index] = share(topic);
  return {
    sourceHash,
    path,
    day: share(day),
    id,
    topics,
    actors: actors.map((actor, index) => toReference(actor, roles[index] ?? null)),
    cited: cited.map(toCited),
    story,
    rare: known,
  };
}

/** The names that the front matter of an article wrote, by kind and fold; see `nameKey`. */
export function namesOfRecord({ rest }: ArticleRecord): readonly string[] {
  return parseRest(rest).names;
}

const shared = new Map<string, string>();
const references = new Map<string, ResolvedActorReference>();
const citations = new Map<string, Cited>();
/** Beyond so many they are not kept: a thread of a server may see many sites. */
const mostShared = 200_000;

/** The same text, once in memory. */
function share<Text extends string>(text: Text): Text {
  return remember(shared, text, () => text) as Text;
}

function toReference(id: Slug, role: string | null): ResolvedActorReference {
  if (role !== null) return { id: share(id), role };
  return remember(references, id, () => ({ id, role }));
}

function toCited(name: string): Cited {
  return remember(citations, name, () => {
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

/** Makes an article of its record, whose rest is parsed, and HTML read, when somebody asks for it. */
export function toLoaded(
  record: ArticleRecord,
  entry: SourceEntry,
  reader: BodyReader,
): KnownArticle {
  const { head, rest } = record;
  if (head === null) return { article: null, problems: JSON.parse(rest) as readonly Problem[] };
  return { article: new KeptArticle(head, record, entry, reader), problems: head.rare.problems };
}
