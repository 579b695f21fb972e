import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** Told that part of the cache is damaged, or can't be written; the build goes on without it. */
export type WarnOfCache = (message: string) => void;

/**
 * A mapping of texts of one line, kept in 64 files, so that a small change rewrites a small part. A
 * value is parsed by whoever asks for it, which most builds do for few. Each file begins with a
 * checksum; one that does not match is ignored, told, and written anew at the next save.
 */
export class CacheTable {
  readonly folder: string;
  readonly #warn: WarnOfCache;
  #read: readonly Shard[] | null = null;

  /** The files are read when something of them is asked for. */
  constructor(folder: string, warn: WarnOfCache) {
    this.folder = folder;
    this.#warn = warn;
  }

  get #shards(): readonly Shard[] {
    return (this.#read ??= Array.from({ length: shardCount }, (_, number) =>
      this.#readShard(number),
    ));
  }

  #readShard(number: number): Shard {
    const file = path.join(this.folder, String(number));
    const shard = readShard(file);
    if (shard !== null) return shard;
    this.#warn(`${file} is damaged; it is ignored and written anew`);
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

  /** Writes the files that changed, each by a rename. */
  save(): void {
    const dirty = (this.#read ?? []).filter(({ isDirty }) => isDirty);
    if (dirty.length === 0) return;
    mkdirSync(this.folder, { recursive: true });
    for (const shard of dirty) shard.save();
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

  save(): void {
    const lines = Array.from(this.entries(), ([key, value]) => `${escapeKey(key)}\t${value}\n`);
    writeShard(this.#file, lines.sort());
    this.isDirty = false;
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

/** Null for a file that is damaged; one that is not there is empty. */
function readShard(file: string): Shard | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return new Shard(file, '', 0);
  }
  const end = bytes.indexOf(10);
  const [sum, lines = ''] = bytes.toString('latin1', 0, end).split(' ');
  const body = bytes.subarray(end + 1);
  return sum === checksum(body, lines)
    ? new Shard(file, body.toString('utf8'), Number(lines))
    : null;
}

function writeShard(file: string, lines: readonly string[]): void {
  if (lines.length === 0) {
    rmSync(file, { force: true });
    return;
  }
  const body = Buffer.from(lines.join(''));
  const count = String(lines.length);
  const head = Buffer.from(`${checksum(body, count)} ${count}\n`);
  writeFileSync(`${file}.new`, Buffer.concat([head, body]));
  renameSync(`${file}.new`, file);
}

function checksum(bytes: Uint8Array, lines: string): string {
  return `${crc32(bytes, crc32(lines)).toString(16)}-${bytes.length}`;
}
