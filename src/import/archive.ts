import type { Day } from '../dates/day.ts';
import { parseArticle, type Article } from '../parse/article.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import { foldName } from '../names/fold.ts';
import type { Registry } from '../registry/registry.ts';
import type { Slug } from '../urls/slug.ts';

/** An article of the content folder, drafts too, as imports look at it. */
export interface ArchiveItem {
  readonly article: Article;
  readonly topics: readonly Slug[];
  readonly actors: ReadonlySet<Slug>;
  /** The words of title and body, folded, in order. */
  readonly words: readonly string[];
}

/** What the content folder has already. */
export interface Archive {
  /** The newest first, at most `compared`. */
  readonly items: readonly ArchiveItem[];
  /** Places of items by word, for words that tell something. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Files by fingerprint and by address of what they were imported from, and by source URL. */
  readonly imported: ReadonlyMap<string, string>;
  /** `2024-01-05/slug` of every article. */
  readonly taken: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Spellings of sources, by fold. */
  readonly sources: ReadonlyMap<string, string>;
}

/** How many of the newest items are compared with a draft, so that the cost is bounded. */
const compared = 20_000;

/** Reads the articles. Those with errors are passed over; `dateline check` reports them. */
export function readArchive(
  entries: readonly SourceEntry[],
  zone: string,
  registries: { readonly actors: Registry; readonly topics: Registry },
): Archive {
  const articles = entries.flatMap((entry) => {
    const source = readSource(entry, () => undefined);
    return source === null ? [] : (parseArticle(source, zone, () => undefined) ?? []);
  });
  articles.sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
  const items = articles.slice(0, compared).map((article) => ({
    article,
    topics: resolveAll(registries.topics, article.topics),
    actors: new Set(
      resolveAll(
        registries.actors,
        article.actors.map(({ name }) => name),
      ),
    ),
    words: wordsOf(`${article.title} ${article.body}`),
  }));
  const imported = new Map<string, string>();
  const sources = new Map<string, string>();
  for (const { file, extra, sources: cited } of articles) {
    for (const key of importKeys(extra)) imported.set(key, file);
    for (const { name, url } of cited) {
      if (!sources.has(foldName(name))) sources.set(foldName(name), name);
      if (url !== null && !imported.has(url)) imported.set(url, file);
    }
  }
  return {
    items,
    postings: indexWords(items),
    imported,
    taken: new Set(articles.map(({ day, slug }) => placeKey(day, slug))),
    ids: new Set(articles.map(({ id }) => id)),
    sources,
  };
}

export function placeKey(day: Day, slug: string): string {
  return `${day}/${slug}`;
}

/** What `extra.importedFrom` says: fingerprint and address. */
function importKeys(extra: Readonly<Record<string, unknown>>): readonly string[] {
  const from = extra['importedFrom'];
  if (typeof from !== 'object' || from === null) return [];
  return Object.values(from).filter((value) => typeof value === 'string');
}

function resolveAll(registry: Registry, names: readonly string[]): readonly Slug[] {
  return names.flatMap((name) => {
    const found = registry.resolve(name);
    return found.kind === 'found' ? [found.id] : [];
  });
}

/** The words of a text, folded; in scripts without spaces each pair of letters counts as one. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const match of text.matchAll(
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]+|[\p{L}\p{N}\p{M}]+/gu,
  )) {
    const [word] = match;
    if (!/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(word)) words.push(foldName(word));
    else
      for (let index = 0; index < word.length - 1; index++)
        words.push(word.slice(index, index + 2));
  }
  return words;
}

function indexWords(items: readonly ArchiveItem[]): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>();
  for (const [index, { words }] of items.entries()) {
    for (const word of new Set(words)) {
      if (word.length < 4 && !/[^\p{ASCII}]/u.test(word)) continue;
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [index]);
      else list.push(index);
    }
  }
  return postings;
}
