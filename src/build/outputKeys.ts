import type { Year } from '../dates/day.ts';

/** A file of the output. */
export interface OutputFile {
  readonly file: string;
  /** Changes when the file does. */
  readonly key: string;
  /** The year with which the file stands or falls; null where there is none. */
  readonly year: Year | null;
}

/** The files of an output by their paths there, those of a year together. */
export class OutputKeys {
  readonly #groups = new Map<Year | null, Map<string, string>>();

  get size(): number {
    return Array.from(this.#groups.values()).reduce((sum, { size }) => sum + size, 0);
  }

  has(file: string): boolean {
    return Array.from(this.#groups.values()).some((group) => group.has(file));
  }

  /** The files of a year, or of none, with their keys. */
  of(year: Year | null): ReadonlyMap<string, string> {
    return this.#group(year);
  }

  *[Symbol.iterator](): Iterator<OutputFile> {
    for (const [year, group] of this.#groups) {
      for (const [file, key] of group) yield { file, key, year };
    }
  }

  set({ file, key, year }: OutputFile): void {
    this.#group(year).set(file, key);
  }

  #group(year: Year | null): Map<string, string> {
    let group = this.#groups.get(year);
    if (group === undefined) {
      group = new Map();
      this.#groups.set(year, group);
    }
    return group;
  }
}
