import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { holeMark, type PortableHtml } from '../markdown/portableHtml.ts';
import { hashText } from '../read/hash.ts';

/** Where the HTML of a body lies: a pack file, and the bytes in it. */
export type BodyPlace = readonly [pack: string, start: number, length: number];

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
  readonly #descriptors = new Map<string, number>();

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
    const bytes = Buffer.allocUnsafe(length);
    try {
      if (readSync(this.#open(pack), bytes, 0, length, start) < length) return null;
    } catch {
      return null;
    }
    if (!pack.startsWith(this.generation) && hashText(bytes) !== key) return null;
    return bytes.toString('utf8').split(holeMark);
  }

  /** Bytes of all packs. */
  size(): number {
    return this.#listPacks().reduce(
      (sum, pack) => sum + statSync(path.join(this.folder, pack)).size,
      0,
    );
  }

  /** Removes every other pack. */
  keepOnly(wanted: string): void {
    for (const pack of this.#listPacks()) {
      if (pack !== wanted) rmSync(path.join(this.folder, pack), { force: true });
    }
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
  }

  #open(pack: string): number {
    let descriptor = this.#descriptors.get(pack);
    if (descriptor === undefined) {
      descriptor = openSync(path.join(this.folder, pack), 'r');
      this.#descriptors.set(pack, descriptor);
    }
    return descriptor;
  }

  #listPacks(): readonly string[] {
    try {
      return readdirSync(this.folder);
    } catch {
      return [];
    }
  }
}
