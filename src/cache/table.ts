import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Told that part of the cache is damaged, or can't be written; the build goes on without it. */
export type WarnOfCache = (message: string) => void;

const shards = 64;

/**
 * A mapping kept in 64 files, so that a small change rewrites a small part. Each file begins with a
 * checksum; one that does not match is ignored, told, and written anew at the next save.
 */
export class CacheTable<Value> {
  readonly #folder: string;
  readonly #dirty = new Set<number>();
  readonly #entries: Map<string, Value>;

  private constructor(folder: string, entries: Map<string, Value>, dirty: Iterable<number>) {
    this.#folder = folder;
    this.#entries = entries;
    for (const shard of dirty) this.#dirty.add(shard);
  }

  static read<Value>(folder: string, warn: WarnOfCache): CacheTable<Value> {
    const entries = new Map<string, Value>();
    const damaged: number[] = [];
    for (let shard = 0; shard < shards; shard++) {
      const file = path.join(folder, `${shard}.json`);
      const found = readShard(file);
      if (found === 'damaged') {
        warn(`${file} is damaged; it is ignored and written anew`);
        damaged.push(shard);
      } else for (const [key, value] of found) entries.set(key, value as Value);
    }
    return new CacheTable(folder, entries, damaged);
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  keys(): IterableIterator<string> {
    return this.#entries.keys();
  }

  values(): IterableIterator<Value> {
    return this.#entries.values();
  }

  entries(): IterableIterator<[string, Value]> {
    return this.#entries.entries();
  }

  delete(key: string): void {
    if (this.#entries.delete(key)) this.#dirty.add(shardOf(key));
  }

  set(key: string, value: Value): void {
    this.#entries.set(key, value);
    this.#dirty.add(shardOf(key));
  }

  /** Drops every entry whose key is not wanted. */
  keepOnly(wanted: ReadonlySet<string> | ReadonlyMap<string, unknown>): void {
    for (const key of [...this.#entries.keys()]) {
      if (wanted.has(key)) continue;
      this.#entries.delete(key);
      this.#dirty.add(shardOf(key));
    }
  }

  /** Writes the files that changed, each by a rename. */
  save(): void {
    if (this.#dirty.size === 0) return;
    mkdirSync(this.#folder, { recursive: true });
    const parts = new Map<number, [string, Value][]>();
    for (const shard of this.#dirty) parts.set(shard, []);
    for (const entry of this.#entries) parts.get(shardOf(entry[0]))?.push(entry);
    for (const [shard, entries] of parts)
      writeShard(path.join(this.#folder, `${shard}.json`), entries);
    this.#dirty.clear();
  }
}

function shardOf(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index++) hash = (hash * 31 + key.charCodeAt(index)) | 0;
  return (hash >>> 0) % shards;
}

function readShard(file: string): readonly (readonly [string, unknown])[] | 'damaged' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== checksum(body)) return 'damaged';
  return JSON.parse(body) as [string, unknown][];
}

function writeShard(file: string, entries: readonly (readonly [string, unknown])[]): void {
  if (entries.length === 0) {
    rmSync(file, { force: true });
    return;
  }
  const body = JSON.stringify(entries);
  writeFileSync(`${file}.new`, `${checksum(body)}\n${body}`);
  renameSync(`${file}.new`, file);
}

function checksum(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
