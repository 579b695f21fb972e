import type { Day } from '../dates/day.ts';
import type { SiteConfig } from '../parse/site.ts';
import { toEntryId } from '../urls/entryId.ts';
import { foldName } from '../names/fold.ts';
import { parseArticle } from '../parse/article.ts';
import { splitBody } from '../parse/frontMatter.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import type { Registry } from '../registry/registry.ts';
import type { Slug } from '../urls/slug.ts';
import type { ContentCache } from './contentCache.ts';
import { findImportKeys, importKeysOf, type ImportKeys } from './importKeys.ts';
import { hashWords, type WordHashes } from './words.ts';

/** What is kept of an article of the content folder, drafts too. */
interface ArchiveRecord {
  readonly slug: Slug;
  readonly id: string;
  readonly day: Day;
  readonly title: string;
  /** As written. */
  readonly topics: readonly string[];
  readonly actors: readonly string[];
  readonly sources: readonly { readonly name: string; readonly url: string | null }[];
  readonly imported: ImportKeys;
}

/** An article of the content folder, as imports look at it. */
export interface ArchiveItem extends ArchiveRecord {
  readonly entry: SourceEntry;
  /** Of title and body. */
  readonly hashes: WordHashes;
}

/** What the content folder has already. */
export interface Archive {
  /** The newest first, at most `compared`. */
  readonly items: readonly ArchiveItem[];
  readonly topicsOf: (item: ArchiveItem) => readonly Slug[];
  readonly actorsOf: (item: ArchiveItem) => readonly Slug[];
  /** The Markdown of an item, read when somebody asks for it. */
  readonly bodyOf: (item: ArchiveItem) => string;
  /** Files by fingerprint and by address of what they were imported from, and by source URL. */
  readonly imported: ReadonlyMap<string, string>;
  /** Files that were imported and are no articles any more, with why. */
  readonly unread: ReadonlyMap<string, string>;
  /** `2024-01-05/slug` of every article. */
  readonly taken: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Files by the ids of their entries in feeds. */
  readonly entries: ReadonlyMap<string, string>;
  /** Spellings of sources, by fold. */
  readonly sources: ReadonlyMap<string, string>;
}

/** How many of the newest items are compared with a draft, so that the cost is bounded. */
const compared = 20_000;

/**
 * Reads the articles. Of those with errors, which `dateline check` reports, it knows what they were imported from.
 * @param strays files that are no articles by their place, among which an editor may have put one
 */
export function readArchive(
  entries: readonly SourceEntry[],
  strays: readonly string[],
  { zone, authority }: Pick<SiteConfig, 'zone' | 'authority'>,
  registries: { readonly actors: Registry; readonly topics: Registry },
  cache: ContentCache,
): Archive {
  const records = cache.read(entries, (source) => {
    const article = parseArticle(source, zone, () => undefined);
    if (article === null) return '';
    const { slug, id, day, title, topics, actors, sources, extra, body } = article;
    const record: ArchiveRecord = {
      slug,
      id,
      day,
      title,
      topics,
      actors: actors.map(({ name }) => name),
      sources: sources.map(({ name, url }) => ({ name, url })),
      imported: importKeysOf(extra),
    };
    return formatRecord(record, hashWords(`${title} ${body}`));
  });
  const articles = entries.flatMap((entry, index) => parseRecord(entry, records[index] ?? ''));
  articles.sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
  const imported = new Map<string, string>();
  const unread = new Map<string, string>();
  const addUnread = (location: string, file: string, why: string): void => {
    for (const key of findImportKeys(location)) {
      unread.set(file, why);
      imported.set(key, file);
    }
  };
  for (const [index, { location, file }] of entries.entries()) {
    if (records[index] === '') addUnread(location, file, 'its front matter can’t be read');
  }
  for (const file of strays) addUnread(file, file, 'it lies where no articles are');
  const sources = new Map<string, string>();
  const foldOf = remember(foldName);
  for (const { entry, imported: keys, sources: cited } of articles) {
    for (const key of keys) imported.set(key, entry.file);
    for (const { name, url } of cited) {
      if (!sources.has(foldOf(name))) sources.set(foldOf(name), name);
      if (url !== null && !imported.has(url)) imported.set(url, entry.file);
    }
  }
  const topicsOf = resolver(registries.topics);
  const actorsOf = resolver(registries.actors);
  return {
    items: articles.slice(0, compared),
    topicsOf: ({ topics }) => topics.flatMap(topicsOf),
    actorsOf: ({ actors }) => [...new Set(actors.flatMap(actorsOf))],
    bodyOf: ({ entry }) => splitBody(readSource(entry, () => undefined)?.text ?? ''),
    imported,
    unread,
    taken: new Set(articles.map(({ day, slug }) => placeKey(day, slug))),
    ids: new Set(articles.map(({ id }) => id)),
    entries: new Map(
      articles.map(({ id, day, entry }) => [toEntryId(authority, day, id), entry.file]),
    ),
    sources,
  };
}

export function placeKey(day: Day, slug: string): string {
  return `${day}/${slug}`;
}

/** The hashes take a third of the space and of the time that they would take as JSON. */
function formatRecord(record: ArchiveRecord, hashes: WordHashes): string {
  const bytes = Buffer.from(hashes.buffer, hashes.byteOffset, hashes.byteLength);
  return `${bytes.toString('base64')} ${JSON.stringify(record)}`;
}

function parseRecord(entry: SourceEntry, text: string): ArchiveItem | readonly ArchiveItem[] {
  if (text === '') return [];
  const end = text.indexOf(' ');
  const encoded = text.slice(0, end);
  // A buffer of its own begins where 32-bit numbers may.
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(encoded, 'base64'));
  bytes.write(encoded, 'base64');
  const record = JSON.parse(text.slice(end + 1)) as ArchiveRecord;
  return Object.assign(record, { entry, hashes: new Int32Array(bytes.buffer) });
}

/** Names recur in many items. */
function resolver(registry: Registry): (name: string) => readonly Slug[] {
  return remember((name) => {
    const found = registry.resolve(name);
    return found.kind === 'found' ? [found.id] : [];
  });
}

function remember<Value>(make: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    let value = known.get(name);
    if (value === undefined) known.set(name, (value = make(name)));
    return value;
  };
}
