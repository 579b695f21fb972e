import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { digestOf } from '../files/signed.ts';
import { isInert } from '../markdown/inertHtml.ts';
import { holeMark, type PortableHtml } from '../markdown/portableHtml.ts';

/** Where the HTML of a body lies: a pack file, and the bytes in it. */
export type BodyPlace = readonly [pack: string, start: number, length: number];

/** Bytes by the name of a pack. */
export type PackSizes = Readonly<Record<string, number>>;

/** A place with the hash of what lies there, as a text with blanks between the parts. */
export function formatBodyPlace([pack, start, length]: BodyPlace, key: string): string {
  return `${pack} ${start} ${length} ${key}`;
}

/** Null for a text that is no place. */
export function parseBodyPlace(
  text: string,
): { readonly place: BodyPlace; readonly key: string } | null {
  const [pack = '', start, length, key] = text.split(' ');
  if (key === undefined) return null;
  return { place: [pack, Number(start), Number(length)], key };
}

/** The pack to which everyday builds append. */
export const editsPack = 'edits';

/** Appends bodies to one pack. Each thread has a pack of its own. */
export class BodyWriter {
  readonly #pack: string;
  readonly #descriptor: number;
  #end: number;
  #waiting: Uint8Array[] = [];

  /** @throws Error where the pack can't be written */
  constructor(folder: string, pack: string) {
    mkdirSync(folder, { recursive: true });
    this.#pack = pack;
    this.#descriptor = openSync(path.join(folder, pack), 'a');
    this.#end = fstatSync(this.#descriptor).size;
  }

  /** The place holds once `flush` has returned. */
  add(html: PortableHtml): BodyPlace {
    const bytes = Buffer.from(html.join(holeMark));
    const place = [this.#pack, this.#end, bytes.length] as const;
    this.#waiting.push(bytes);
    this.#end += bytes.length;
    return place;
  }

  flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/**
 * The rendered bodies of all articles, on disk: they are needed once or a few times in a build, and
 * together they are larger than everything else that is known of a site.
 */
export class BodyStore {
  readonly folder: string;
  /** Begins the names of packs that this build writes. */
  readonly generation: string;
  readonly #open = new Map<string, PackReader>();

  constructor(folder: string) {
    this.folder = folder;
    const numbers = this.#listPacks().map((pack) => Number.parseInt(pack, 10) || 0);
    this.generation = `${Math.max(0, ...numbers) + 1}-`;
  }

  /**
   * A body's HTML, or null where it is not there any more as it was.
   * @param key the body's hash; what this build wrote itself is not held against it
   */
  read([pack, start, length]: BodyPlace, key: string): PortableHtml | null {
    const bytes = this.#read(pack, start, length);
    if (bytes === null) return null;
    const html = bytes.toString('utf8');
    const isOwn = pack.startsWith(this.generation);
    if (!isOwn && (digestOf(bytes) !== key || !isInert(html))) return null;
    return html.split(holeMark);
  }

  /** Bytes of each pack. */
  sizes(): PackSizes {
    return Object.fromEntries(
      this.#listPacks().map((pack) => [pack, statSync(path.join(this.folder, pack)).size]),
    );
  }

  /** Removes what packs have behind these sizes, and other packs: a build that was cut off left them. */
  cutTo(sizes: PackSizes): void {
    for (const [pack, size] of Object.entries(this.sizes())) {
      const file = path.join(this.folder, pack);
      const wanted = Object.hasOwn(sizes, pack) ? sizes[pack] : undefined;
      if (wanted === undefined) rmSync(file);
      else if (size > wanted) truncateSync(file, wanted);
    }
  }

  /** Overwrites bodies that nothing is made of any more, so that they are not on this machine by mistake. */
  erase(places: Iterable<BodyPlace>): void {
    const byPack = new Map<string, BodyPlace[]>();
    for (const place of places) byPack.set(place[0], [...(byPack.get(place[0]) ?? []), place]);
    for (const [pack, each] of byPack) eraseIn(path.join(this.folder, pack), each);
  }

  /** Removes every other pack. */
  keepOnly(wanted: string): void {
    for (const pack of this.#listPacks()) {
      if (pack !== wanted) rmSync(path.join(this.folder, pack), { force: true });
    }
  }

  close(): void {
    for (const reader of this.#open.values()) reader.close();
    this.#open.clear();
  }

  #read(pack: string, start: number, length: number): Buffer | null {
    try {
      let reader = this.#open.get(pack);
      if (reader === undefined) {
        reader = new PackReader(path.join(this.folder, pack));
        this.#open.set(pack, reader);
      }
      return reader.read(start, length);
    } catch {
      return null;
    }
  }

  #listPacks(): readonly string[] {
    try {
      return readdirSync(this.folder);
    } catch {
      return [];
    }
  }
}

function eraseIn(pack: string, places: readonly BodyPlace[]): void {
  let descriptor: number;
  try {
    descriptor = openSync(pack, 'r+');
  } catch {
    // The pack is gone, and the bodies with it.
    return;
  }
  try {
    const { size } = fstatSync(descriptor);
    for (const [, start, length] of places) {
      if (start + length <= size) writeSync(descriptor, Buffer.alloc(length), 0, length, start);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes that are read at once where bodies are asked for that lie near each other. */
const windowSize = 256 * 1024;

/** Reads a pack, in which what was written stays as it is. */
class PackReader {
  readonly #descriptor: number;
  #window = Buffer.alloc(0);
  #start = 0;
  #length = 0;
  #last = -Infinity;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
  }

  /** Bytes that hold until the next call; null where the pack ends before. */
  read(start: number, length: number): Buffer | null {
    const isNear = Math.abs(start - this.#last) < windowSize;
    this.#last = start;
    if (!isNear || length > windowSize / 2) {
      const bytes = Buffer.allocUnsafe(length);
      return readSync(this.#descriptor, bytes, 0, length, start) < length ? null : bytes;
    }
    if (!this.#holds(start, length)) this.#lookAround(start, length);
    const from = start - this.#start;
    return this.#holds(start, length) ? this.#window.subarray(from, from + length) : null;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #holds(start: number, length: number): boolean {
    return start >= this.#start && start + length <= this.#start + this.#length;
  }

  /** Bodies are asked for from the newest to the oldest, or the other way. */
  #lookAround(start: number, length: number): void {
    if (this.#window.length === 0) this.#window = Buffer.allocUnsafeSlow(windowSize);
    this.#start = Math.max(0, start - Math.floor((windowSize - length) / 2));
    this.#length = readSync(this.#descriptor, this.#window, 0, windowSize, this.#start);
  }
}
