import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer } from './visitLinks.ts';

interface Known extends Answer {
  /** Milliseconds since 1970. */
  readonly at: number;
}

const day = 24 * 60 * 60 * 1000;
/** How long an answer holds. What is gone may be back tomorrow, and what was refused may be allowed now. */
const holds = { alive: 30 * day, dead: day, silent: day, refused: 0 } as const;

/** Answers of earlier visits, in a file that may be thrown away. */
export class LinkCache {
  readonly #file: string;
  readonly #now: number;
  readonly #known: Map<string, Known>;

  constructor(file: string, now: number) {
    this.#file = file;
    this.#now = now;
    this.#known = new Map(Object.entries(readKnown(file)));
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
    const temporary = `${this.#file}.tmp`;
    writeFileSync(temporary, `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`);
    renameSync(temporary, this.#file);
  }
}

/** A file that is missing or damaged is one without answers. */
function readKnown(file: string): Record<string, Known> {
  try {
    const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Known>;
    const isSound = ({ kind, detail, at }: Known): boolean =>
      Object.hasOwn(holds, kind) && typeof detail === 'string' && Number.isFinite(at);
    return Object.fromEntries(Object.entries(known).filter(([, each]) => isSound(each)));
  } catch {
    return {};
  }
}
