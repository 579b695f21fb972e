import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { CacheHome } from '../cache/cache.ts';
import { readSigned, writeSigned, type MachineKey } from '../files/signed.ts';
import type { Answer } from './visitLinks.ts';

interface Known extends Answer {
  /** Milliseconds since 1970. */
  readonly at: number;
}

const purpose = 'links';
const day = 24 * 60 * 60 * 1000;
/** How long an answer holds. What is gone may be back tomorrow, and what was refused may be allowed now. */
const holds = { alive: 30 * day, dead: day, silent: day, refused: 0 } as const;

/** Answers of earlier visits, in a file that may be thrown away. */
export class LinkCache {
  readonly #file: string;
  readonly #key: MachineKey;
  readonly #now: number;
  readonly #known: Map<string, Known>;

  /** @param home the folder of the file, and what signs it */
  constructor({ folder, key }: CacheHome, now: number) {
    this.#file = path.join(folder, 'links.json');
    this.#key = key;
    this.#now = now;
    this.#known = new Map(Object.entries(readKnown(this.#file, key)));
  }

  /** The answer of a visit that is not too long ago. */
  get(url: string): Answer | null {
    const known = this.#known.get(url);
    if (known === undefined) return null;
    const age = this.#now - known.at;
    return age >= 0 && age < holds[known.kind] ? { kind: known.kind, detail: known.detail } : null;
  }

  set(url: string, answer: Answer): void {
    this.#known.set(url, { ...answer, at: this.#now });
  }

  /** Writes the file whole; answers of links that the content has no more are left out. */
  save(urls: ReadonlySet<string>): void {
    const kept = [...this.#known]
      .filter(([url]) => urls.has(url))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeSigned(this.#file, JSON.stringify(Object.fromEntries(kept), null, 1), purpose, this.#key);
  }
}

/** A file that is missing, damaged or somebody else's is one without answers. */
function readKnown(file: string, key: MachineKey): Record<string, Known> {
  const found = readSigned(file, purpose, key);
  return found.kind === 'signed' ? (JSON.parse(found.text) as Record<string, Known>) : {};
}
