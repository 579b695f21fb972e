import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** Told that part of the cache is damaged, or can't be written; the build goes on without it. */
export type WarnOfCache = (message: string) => void;

const shards = 64;

/**
 * A mapping of texts of one line, kept in 64 files, so that a small change rewrites a small part. A
 * value is parsed by whoever asks for it, which most builds do for few. Each file begins with a
 * checksum; one that does not match is ignored, told, and written anew at the next save.
 */
export class CacheTable {
  readonly folder: string;
  readonly #warn: WarnOfCache;
  readonly #dirty = new Set<number>();
  /** The keys of each file, and of what was deleted since; so that a save looks at what it writes. */
  readonly #keys: string[][] = Array.from({ length: shards }, () => []);
  #read: Map<string, string> | null = null;

  /** The files are read when something of them is asked for. */
  constructor(folder: string, warn: WarnOfCache) {
    this.folder = folder;
    this.#warn = warn;
  }

  get #entries(): Map<string, string> {
    return (this.#read ??= this.#readShards());
  }

  #readShards(): Map<string, string> {
    const entries = new Map<string, string>();
    for (let shard = 0; shard < shards; shard++) {
      const file = path.join(this.folder, String(shard));
      if (readShard(file, entries, this.#keys[shard] ?? [])) continue;
      this.#warn(`${file} is damaged; it is ignored and written anew`);
      this.#dirty.add(shard);
    }
    return entries;
  }

  get(key: string): string | undefined {
    return this.#entries.get(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  keys(): IterableIterator<string> {
    return this.#entries.keys();
  }

  entries(): IterableIterator<[string, string]> {
    return this.#entries.entries();
  }

  delete(key: string): void {
    if (this.#entries.delete(key)) this.#dirty.add(shardOf(key));
  }

  /** @param value a text without line breaks */
  set(key: string, value: string): void {
    const shard = shardOf(key);
    if (!this.#entries.has(key)) this.#keys[shard]?.push(key);
    this.#entries.set(key, value);
    this.#dirty.add(shard);
  }

  /** Drops every entry whose key is not wanted. */
  keepOnly(wanted: ReadonlySet<string> | ReadonlyMap<string, unknown>): void {
    for (const key of this.#entries.keys()) if (!wanted.has(key)) this.delete(key);
  }

  /** Writes the files that changed, each by a rename. */
  save(): void {
    if (this.#dirty.size === 0) return;
    mkdirSync(this.folder, { recursive: true });
    for (const shard of this.#dirty) {
      // A key that was deleted and set again stands here twice.
      const keys = [...new Set(this.#keys[shard])].filter((key) => this.#entries.has(key));
      this.#keys[shard] = keys;
      const lines = keys.map((key) => `${escapeKey(key)}\t${this.#entries.get(key) ?? ''}\n`);
      writeShard(path.join(this.folder, String(shard)), lines);
    }
    this.#dirty.clear();
  }
}

function shardOf(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index++) hash = (hash * 31 + key.charCodeAt(index)) | 0;
  return (hash >>> 0) % shards;
}

/** A file's name may hold anything. */
function escapeKey(key: string): string {
  return /[\t\n%]/.test(key) ? key.replace(/[\t\n%]/g, encodeURIComponent) : key;
}

function unescapeKey(key: string): string {
  return key.includes('%') ? key.replace(/%(?:09|0A|25)/g, decodeURIComponent) : key;
}

/** Whether the file is sound, or is not there. */
function readShard(file: string, entries: Map<string, string>, keys: string[]): boolean {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return true;
  }
  const end = bytes.indexOf(10);
  const body = bytes.subarray(end + 1);
  if (bytes.toString('latin1', 0, end) !== checksum(body)) return false;
  const text = body.toString('utf8');
  for (let start = 0; start < text.length;) {
    const tab = text.indexOf('\t', start);
    const next = text.indexOf('\n', tab);
    const key = unescapeKey(text.slice(start, tab));
    keys.push(key);
    entries.set(key, text.slice(tab + 1, next));
    start = next + 1;
  }
  return true;
}

function writeShard(file: string, lines: readonly string[]): void {
  if (lines.length === 0) {
    rmSync(file, { force: true });
    return;
  }
  const body = Buffer.from(lines.join(''));
  writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(`${checksum(body)}\n`), body]));
  renameSync(`${file}.new`, file);
}

function checksum(bytes: Uint8Array): string {
  return `${crc32(bytes).toString(16)}-${bytes.length}`;
}
