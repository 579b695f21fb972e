import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { hashText } from '../read/hash.ts';
import { BodyStore, BodyWriter, formatBodyPlace, parseBodyPlace } from './bodies.ts';
import { listFolder } from './listFolder.ts';
import { OutputTables } from './outputs.ts';
import { CacheTable, type WarnOfCache } from './table.ts';

/** Bytes of bodies that are not in use any more, beside as many that are, before they go. */
const spareWaste = 16_000_000;

/** The keys of a year of the site: see `keysOfYears`. */
export interface YearRecord {
  readonly key: string;
  readonly past: string;
  readonly rows: string;
  readonly items: string;
  /** The first, with all else that stands for its pages and pictures. */
  readonly whole: string;
  /** How many files of the year there are that are no pages. */
  readonly files: number;
}

/** The last build that was published. */
export interface BuildRecord {
  readonly environment: string;
  /** What the articles were made by: see `hashCode`. */
  readonly code: string;
  /** What each name meant: by kind and fold. */
  readonly names: Readonly<Record<string, string>>;
  readonly years: Readonly<Record<string, YearRecord>>;
  /** When content was looked at, in milliseconds. */
  readonly taken: number;
  /** The build holds for a clock between these, in milliseconds: an embargo or a day may pass. */
  readonly from: number;
  readonly until: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Bytes of bodies when all of them were in use. */
  readonly packed: number;
  /** How many states of files were kept. */
  readonly inputs: number;
  readonly counts: {
    readonly articles: number;
    readonly days: number;
    readonly pages: number;
    readonly files: number;
  };
}

/** What a build knows of itself; the cache knows the rest. */
export type NewBuildRecord = Omit<BuildRecord, 'packed' | 'inputs'>;

/** What was built from what. Safe to delete; it saves work and never decides what is built. */
export interface BuildCache {
  readonly last: BuildRecord | null;
  /** `FileState` by relative path. */
  readonly inputs: CacheTable;
  /** By relative path: where an article's body lies (`formatBodyPlace`), a tab, and what `load` says of it. */
  readonly articles: CacheTable;
  readonly outputs: OutputTables;
  readonly bodies: BodyStore;
  readonly save: (record: NewBuildRecord) => void;
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
  const inputs = new CacheTable(path.join(folder, 'inputs'), warn);
  const articles = new CacheTable(path.join(folder, 'articles'), warn);
  const outputs = new OutputTables(path.join(folder, 'outputs'), warn);
  const bodies = new BodyStore(path.join(folder, 'bodies'));
  const known = last?.environment === environment ? last : null;
  return {
    last: known,
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
        let packed = known?.packed ?? bodies.size();
        if (bodies.size() > 2 * packed + spareWaste) {
          packAnew(articles, bodies);
          packed = bodies.size();
        }
        for (const each of [inputs, articles, outputs]) each.save();
        const body = JSON.stringify({ ...record, packed, inputs: inputs.size });
        writeFileSync(`${file}.new`, `${hashText(body)}\n${body}`);
        renameSync(`${file}.new`, file);
      }, warn),
  };
}

/** What a build left of its articles, to be read only. */
export type KnownArticles = Pick<BuildCache, 'last' | 'inputs' | 'articles' | 'bodies'>;

/**
 * Finds what the last build of some content left, whatever its output and layouts.
 * @param code what the articles must have been made by
 * @returns null where there is nothing of that code
 */
export function findKnownArticles(root: string, code: string): KnownArticles | null {
  const quiet = (): void => undefined;
  let found: { readonly folder: string; readonly last: BuildRecord } | null = null;
  for (const id of listFolder(root)) {
    const folder = path.join(root, id);
    const last = readRecord(path.join(folder, 'build.json'), quiet);
    if (last?.code !== code || (found !== null && found.last.taken >= last.taken)) continue;
    found = { folder, last };
  }
  if (found === null) return null;
  const { folder, last } = found;
  return {
    last,
    inputs: new CacheTable(path.join(folder, 'inputs'), quiet),
    articles: new CacheTable(path.join(folder, 'articles'), quiet),
    bodies: new BodyStore(path.join(folder, 'bodies')),
  };
}

/** Copies the bodies that are in use into one pack, where the packs hold too many others. */
function packAnew(articles: CacheTable, bodies: BodyStore): void {
  const writer = new BodyWriter(bodies.folder, `${bodies.generation}packed`);
  try {
    for (const [key, text] of [...articles.entries()]) {
      const end = text.indexOf('\t');
      const kept = parseBodyPlace(text.slice(0, end));
      const html = kept && bodies.read(kept.place, kept.key);
      // A body that is damaged is rendered again, as one that the cache never had.
      if (html === null) articles.delete(key);
      else articles.set(key, formatBodyPlace(writer.add(html), kept?.key ?? '') + text.slice(end));
      writer.flush();
    }
  } finally {
    writer.close();
  }
  bodies.keepOnly(`${bodies.generation}packed`);
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
