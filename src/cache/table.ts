import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lookAt, tryReadRegular } from '../files/regular.ts';
import { digestOf } from '../files/signed.ts';

/** Told that part of the cache is damaged, or can't be written; the build goes on without it. */
export type WarnOfCache = (message: string) => void;

/** The digests of the files of a table, empty for those that are not there, with blanks between them. */
export type TableDigest = string;

/** Of a table without a file. */
export const emptyTable: TableDigest = '';

/**
 * A mapping of texts of one line, kept in 64 files, so that a small change rewrites a small part. A
 * value is parsed by whoever asks for it, which most builds do for few. A file that is not the one that
 * was saved, by its digest, is ignored, told (once a table), and written anew at the next save.
 */
export class CacheTable {
  readonly folder: string;
  readonly #warn: WarnOfCache;
  readonly #digests: string[];
  #read: readonly Shard[] | null = null;
  #isTold = false;

  /**
   * The files are read when something of them is asked for.
   * @param digest what `digest` said when the table was saved
   */
  constructor(folder: string, digest: TableDigest, warn: WarnOfCache) {
    this.folder = folder;
    this.#digests = digest === emptyTable ? [] : digest.split(' ');
    this.#warn = warn;
  }

  /** What tells the files as they were saved last from all others. */
  get digest(): TableDigest {
    const digests = Array.from({ length: shardCount }, (_, number) => this.#digests[number] ?? '');
    return digests.every((each) => each === '') ? emptyTable : digests.join(' ');
  }

  get #shards(): readonly Shard[] {
    return (this.#read ??= Array.from({ length: shardCount }, (_, number) =>
      this.#readShard(number),
    ));
  }

  #readShard(number: number): Shard {
    const file = path.join(this.folder, String(number));
    const shard = readShard(file, this.#digests[number] ?? '');
    if (shard !== null) return shard;
    if (!this.#isTold && lookAt(file) !== null) {
      this.#warn(
        `${file} is damaged, or not the one that was saved; it is ignored and written anew`,
      );
      this.#isTold = true;
    }
    const empty = new Shard(file, '', 0);
    empty.isDirty = true;
    return empty;
  }

  #shardOf(key: string): Shard {
    const shard = this.#shards[numberOf(key)];
    if (shard === undefined) throw new Error(`no file of the cache is for ${key}`);
    return shard;
  }

  get(key: string): string | undefined {
    return this.#shardOf(key).get(key);
  }

  get size(): number {
    return this.#shards.reduce((sum, { size }) => sum + size, 0);
  }

  *keys(): IterableIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *entries(): IterableIterator<readonly [string, string]> {
    for (const shard of this.#shards) yield* shard.entries();
  }

  delete(key: string): void {
    this.#shardOf(key).delete(key);
  }

  /** @param value a text without line breaks */
  set(key: string, value: string): void {
    this.#shardOf(key).set(key, value);
  }

  /** Drops every entry whose key is not wanted. */
  keepOnly(wanted: ReadonlySet<string> | ReadonlyMap<string, unknown>): void {
    for (const key of [...this.keys()]) if (!wanted.has(key)) this.delete(key);
  }

  /** Values as they were read that their keys have no more, each with what the key has now. */
  *replaced(): Generator<readonly [was: string, now: string | undefined]> {
    for (const shard of this.#read ?? []) if (shard.isDirty) yield* shard.replaced();
  }

  /** Writes the files that changed, each by a rename. */
  save(): void {
    if (this.#read?.some(({ isDirty }) => isDirty) !== true) return;
    mkdirSync(this.folder, { recursive: true });
    for (const [number, shard] of this.#read.entries()) {
      if (shard.isDirty) this.#digests[number] = shard.save();
    }
  }
}

/**
 * One file of a table. Builds ask for what they know in the order in which it stands here, so that the next
 * line mostly is the one that is asked for; a map of all lines is made where one is not.
 */
class Shard {
  readonly #file: string;
  readonly #text: string;
  readonly #lines: number;
  #next = 0;
  #index: Map<string, string> | null = null;
  isDirty = false;

  constructor(file: string, text: string, lines: number) {
    this.#file = file;
    this.#text = text;
    this.#lines = lines;
  }

  get size(): number {
    return this.#index?.size ?? this.#lines;
  }

  get #map(): Map<string, string> {
    return (this.#index ??= new Map(readLines(this.#text)));
  }

  get(key: string): string | undefined {
    if (this.#index !== null) return this.#index.get(key);
    // The end of a walk is the begin of another.
    if (this.#next === this.#text.length) this.#next = 0;
    const tab = this.#next + key.length;
    // A key that was escaped does not stand here as it is.
    const isNext = this.#text.charCodeAt(tab) === 9 && this.#text.startsWith(key, this.#next);
    if (!isNext || mustEscape(key)) return this.#map.get(key);
    const end = this.#text.indexOf('\n', tab);
    this.#next = end + 1;
    return this.#text.slice(tab + 1, end);
  }

  entries(): Iterable<readonly [string, string]> {
    return this.#index ?? readLines(this.#text);
  }

  set(key: string, value: string): void {
    this.#map.set(key, value);
    this.isDirty = true;
  }

  delete(key: string): void {
    if (this.#map.delete(key)) this.isDirty = true;
  }

  *replaced(): Generator<readonly [was: string, now: string | undefined]> {
    for (const [key, was] of readLines(this.#text)) {
      const now = this.#map.get(key);
      if (now !== was) yield [was, now];
    }
  }

  /** @returns the digest of the file; empty where none is needed */
  save(): string {
    const lines = Array.from(this.entries(), ([key, value]) => `${escapeKey(key)}\t${value}\n`);
    this.isDirty = false;
    return writeShard(this.#file, lines.sort());
  }
}

const shardCount = 64;

function* readLines(text: string): Generator<readonly [string, string]> {
  for (let start = 0; start < text.length;) {
    const tab = text.indexOf('\t', start);
    const end = text.indexOf('\n', tab);
    yield [unescapeKey(text.slice(start, tab)), text.slice(tab + 1, end)];
    start = end + 1;
  }
}

/** Of a path every third letter tells enough. */
function numberOf(key: string): number {
  let hash = key.length;
  for (let index = key.length - 1; index >= 0; index -= 3) {
    hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0;
  }
  return (hash >>> 0) % shardCount;
}

function mustEscape(key: string): boolean {
  return /[\t\n%]/.test(key);
}

/** A file's name may hold anything. */
function escapeKey(key: string): string {
  return mustEscape(key) ? key.replace(/[\t\n%]/g, encodeURIComponent) : key;
}

function unescapeKey(key: string): string {
  return key.includes('%') ? key.replace(/%(?:09|0A|25)/g, decodeURIComponent) : key;
}

/** Null for a file that is not the one that was saved. One that none was saved of is empty, whatever is there. */
function readShard(file: string, digest: string): Shard | null {
  if (digest === '') return new Shard(file, '', 0);
  const bytes = tryReadRegular(file);
  if (bytes === null || digestOf(bytes) !== digest) return null;
  const end = bytes.indexOf(10);
  return new Shard(file, bytes.toString('utf8', end + 1), Number(bytes.toString('latin1', 0, end)));
}

function writeShard(file: string, lines: readonly string[]): string {
  if (lines.length === 0) {
    rmSync(file, { force: true });
    return '';
  }
  const bytes = Buffer.from(`${lines.length}\n${lines.join('')}`);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  return digestOf(bytes);
}
