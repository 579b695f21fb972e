import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { hashText } from '../read/hash.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { BodyStore, BodyWriter, type BodyPlace } from './bodies.ts';
import type { FileState } from './snapshot.ts';
import { CacheTable, type WarnOfCache } from './table.ts';

/** An article as it was resolved; its HTML lies in a pack. */
export interface ArticleRecord {
  /** The hash of the file's bytes. */
  readonly hash: string;
  readonly article: ResolvedArticle;
  /** Warnings; an article with an error is not kept. */
  readonly problems: readonly Problem[];
  /** The folds of all names that its front matter writes. */
  readonly names: readonly string[];
  /** Null where the HTML could not be kept: it is rendered again. */
  readonly place: BodyPlace | null;
}

/** A file of the output, as it was published. */
export type OutputRecord = readonly [key: string, size: number, modified: number];

/** The last build that was published. */
export interface BuildRecord {
  readonly environment: string;
  /** What each name meant: by kind and fold. */
  readonly names: Readonly<Record<string, string>>;
  /** When content was looked at, in milliseconds. */
  readonly taken: number;
  /** The build holds for a clock between these, in milliseconds: an embargo or a day may pass. */
  readonly from: number;
  readonly until: number | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: {
    readonly articles: number;
    readonly days: number;
    readonly pages: number;
    readonly files: number;
  };
}

/** What was built from what. Safe to delete; it saves work and never decides what is built. */
export interface BuildCache {
  readonly last: BuildRecord | null;
  readonly inputs: CacheTable<FileState>;
  readonly articles: CacheTable<ArticleRecord>;
  readonly outputs: CacheTable<OutputRecord>;
  readonly bodies: BodyStore;
  readonly save: (record: BuildRecord) => void;
}

/**
 * Opens the cache of one content folder and output.
 * @param environment a cache of another environment counts as empty
 */
export function openCache(
  root: string,
  content: string,
  output: string,
  environment: string,
  warn: WarnOfCache,
): BuildCache {
  const id = hashText(`${path.resolve(content)}\0${path.resolve(output)}`);
  const folder = path.join(root, id);
  const last = readRecord(path.join(folder, 'build.json'), warn);
  if (last === null || last.environment !== environment) {
    attempt(() => rmSync(folder, { recursive: true, force: true }), warn);
  }
  const table = <Value>(name: string): CacheTable<Value> =>
    CacheTable.read<Value>(path.join(folder, name), warn);
  const [inputs, articles, outputs] = [
    table<FileState>('inputs'),
    table<ArticleRecord>('articles'),
    table<OutputRecord>('outputs'),
  ];
  const bodies = new BodyStore(path.join(folder, 'bodies'));
  return {
    last: last?.environment === environment ? last : null,
    inputs,
    articles,
    outputs,
    bodies,
    save: (record) =>
      attempt(() => {
        const file = path.join(folder, 'build.json');
        mkdirSync(folder, { recursive: true });
        // Without its record the cache is empty: a kill in between loses work, not truth.
        rmSync(file, { force: true });
        packAnew(articles, bodies);
        for (const each of [inputs, articles, outputs]) each.save();
        const body = JSON.stringify(record);
        writeFileSync(`${file}.new`, `${hashText(body)}\n${body}`);
        renameSync(`${file}.new`, file);
        bodies.keepOnly(packsOf(articles));
      }, warn),
  };
}

/** Copies the bodies that are in use into one pack, where the packs hold too many others. */
function packAnew(articles: CacheTable<ArticleRecord>, bodies: BodyStore): void {
  let live = 0;
  for (const { place } of articles.values()) live += place?.[2] ?? 0;
  if (!bodies.isWasteful(live)) return;
  const writer = new BodyWriter(bodies.folder, `${bodies.generation}packed`);
  try {
    for (const [key, record] of [...articles.entries()]) {
      const html = record.place && bodies.read(record.place, record.article.bodyKey);
      articles.set(key, { ...record, place: html && writer.add(html) });
      writer.flush();
    }
  } finally {
    writer.close();
  }
}

function packsOf(articles: CacheTable<ArticleRecord>): ReadonlySet<string> {
  const packs = new Set<string>();
  for (const { place } of articles.values()) if (place !== null) packs.add(place[0]);
  return packs;
}

/** A cache that can't be written makes the next build slow, and nothing else. */
function attempt(write: () => void, warn: WarnOfCache): void {
  try {
    write();
  } catch (error) {
    warn(`the cache was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readRecord(file: string, warn: WarnOfCache): BuildRecord | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (hashText(body) === text.slice(0, end)) return JSON.parse(body) as BuildRecord;
  warn(`${file} is damaged; the cache is ignored and written anew`);
  return null;
}
