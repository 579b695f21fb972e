import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/locate.ts';
import { readSigned, writeSigned, type MachineKey } from '../files/signed.ts';
import { hashText } from '../read/hash.ts';
import {
  BodyStore,
  BodyWriter,
  formatBodyPlace,
  parseBodyPlace,
  type BodyPlace,
  type PackSizes,
} from './bodies.ts';
import { listFolder } from './listFolder.ts';
import { OutputTables, type OutputDigests } from './outputs.ts';
import { CacheTable, emptyTable, type TableDigest, type WarnOfCache } from './table.ts';

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
  /** Bytes of each pack of bodies: what stands behind them is of a build that was not published. */
  readonly packs: PackSizes;
  /** How many states of files were kept. */
  readonly inputs: number;
  readonly counts: {
    readonly articles: number;
    readonly days: number;
    readonly pages: number;
    readonly files: number;
    readonly unpublished: {
      readonly drafts: number;
      readonly embargoed: number;
      readonly withheld: number;
      readonly tooRed: number;
    };
  };
  /** What tells the tables of this build from any others. */
  readonly tables: {
    readonly inputs: TableDigest;
    readonly articles: TableDigest;
    readonly outputs: OutputDigests;
  };
}

/** What a build knows of itself; the cache knows the rest. */
export type NewBuildRecord = Omit<BuildRecord, 'packed' | 'packs' | 'inputs' | 'tables'>;

/** Where caches of builds lie, and what signs them: of somebody else's nothing is believed. */
export interface CacheHome {
  readonly folder: string;
  readonly key: MachineKey;
}

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
  { folder: root, key }: CacheHome,
  content: string,
  output: string,
  environment: string,
  warn: WarnOfCache,
): BuildCache {
  const id = cacheIdOf(content, output);
  const folder = path.join(root, id);
  const file = path.join(folder, recordName);
  const last = readRecord(file, key, warn);
  const known = last?.environment === environment ? last : null;
  if (known === null) attempt(() => rmSync(folder, { recursive: true, force: true }), warn);
  const { tables } = known ?? { tables: noTables };
  const inputs = new CacheTable(path.join(folder, 'inputs'), tables.inputs, warn);
  const articles = new CacheTable(path.join(folder, 'articles'), tables.articles, warn);
  const outputs = new OutputTables(path.join(folder, 'outputs'), tables.outputs, warn);
  const bodies = new BodyStore(path.join(folder, 'bodies'));
  if (known !== null) attempt(() => bodies.cutTo(known.packs), warn);
  return {
    last: known,
    inputs,
    articles,
    outputs,
    bodies,
    save: (record) =>
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        // Without its record the cache is empty: a kill in between loses work, not truth.
        rmSync(file, { force: true });
        bodies.erase(findReplaced(articles));
        let packed = known?.packed ?? sumOf(bodies.sizes());
        if (sumOf(bodies.sizes()) > 2 * packed + spareWaste) {
          packAnew(articles, bodies);
          packed = sumOf(bodies.sizes());
        }
        for (const each of [inputs, articles, outputs]) each.save();
        const whole: BuildRecord = {
          ...{ ...record, packed, packs: bodies.sizes(), inputs: inputs.size },
          tables: { inputs: inputs.digest, articles: articles.digest, outputs: outputs.digests },
        };
        writeSigned(file, JSON.stringify(whole), purposeOf(id), key);
      }, warn),
  };
}

/** The name of the cache of one content folder and output. */
export function cacheIdOf(content: string, output: string): string {
  return hashText(`${path.resolve(content)}\0${path.resolve(output)}`);
}

const recordName = 'build.json';
const noTables: BuildRecord['tables'] = { inputs: emptyTable, articles: emptyTable, outputs: {} };

/** Binds a record to the content and output of which it speaks. */
function purposeOf(id: string): string {
  return `build ${id}`;
}

/** Bodies that lie in the packs and are no article's any more: it was changed, withdrawn or removed. */
function* findReplaced(articles: CacheTable): Generator<BodyPlace> {
  for (const [was, now = ''] of articles.replaced()) {
    const kept = placeOf(was) === placeOf(now) ? null : parseBodyPlace(placeOf(was));
    if (kept !== null) yield kept.place;
  }
}

/** The first field of an article's text: see `formatBodyPlace`. */
function placeOf(text: string): string {
  return text.slice(0, text.indexOf('\t'));
}

/** What a build left of its articles, to be read only. */
export type KnownArticles = Pick<BuildCache, 'last' | 'inputs' | 'articles' | 'bodies'>;

/**
 * Finds what the last build of some content left, whatever its output and layouts.
 * @param code what the articles must have been made by
 * @returns null where there is nothing of that code
 */
export function findKnownArticles(
  { folder: root, key }: CacheHome,
  code: string,
): KnownArticles | null {
  const quiet = (): void => undefined;
  let found: { readonly folder: string; readonly last: BuildRecord } | null = null;
  for (const id of listFolder(root)) {
    const folder = path.join(root, id);
    const last = readRecord(path.join(folder, recordName), key, quiet);
    if (last?.code !== code || (found !== null && found.last.taken >= last.taken)) continue;
    found = { folder, last };
  }
  if (found === null) return null;
  const { folder, last } = found;
  return {
    last,
    inputs: new CacheTable(path.join(folder, 'inputs'), last.tables.inputs, quiet),
    articles: new CacheTable(path.join(folder, 'articles'), last.tables.articles, quiet),
    bodies: new BodyStore(path.join(folder, 'bodies')),
  };
}

/** Copies the bodies that are in use into one pack, where the packs hold too many others. */
function packAnew(articles: CacheTable, bodies: BodyStore): void {
  const writer = new BodyWriter(bodies.folder, `${bodies.generation}packed`);
  try {
    for (const [key, text] of [...articles.entries()]) {
      const kept = parseBodyPlace(placeOf(text));
      // Of an item that is not published the text is not kept.
      if (kept === null) continue;
      const html = bodies.read(kept.place, kept.key);
      // A body that is damaged is rendered again, as one that the cache never had.
      if (html === null) articles.delete(key);
      else {
        const place = formatBodyPlace(writer.add(html), kept.key);
        articles.set(key, place + text.slice(text.indexOf('\t')));
      }
      writer.flush();
    }
  } finally {
    writer.close();
  }
  bodies.keepOnly(`${bodies.generation}packed`);
}

function sumOf(sizes: PackSizes): number {
  return Object.values(sizes).reduce((sum, size) => sum + size, 0);
}

/** A cache that can't be written makes the next build slow, and nothing else. */
function attempt(write: () => void, warn: WarnOfCache): void {
  try {
    write();
  } catch (error) {
    warn(`the cache was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readRecord(file: string, key: MachineKey, warn: WarnOfCache): BuildRecord | null {
  const found = readSigned(file, purposeOf(path.basename(path.dirname(file))), key);
  if (found.kind === 'signed') return JSON.parse(found.text) as BuildRecord;
  if (found.kind === 'unknown') {
    warn(
      `${file} was not written by you on this machine, or is damaged; the cache is ignored and written anew`,
    );
  }
  return null;
}
