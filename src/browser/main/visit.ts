import { keep, readKept } from './kept.ts';

/** What is kept of visits. Items are kept by their addresses, and only those of its last day. */
export interface Visit {
  /** The reader's day of the visit before; what is older is not new. Null on the first visit. */
  readonly since: string | null;
  /** Items since that day which were shown in earlier visits. */
  readonly known: readonly string[];
  /** Items of today that were shown in this visit. */
  readonly shown: readonly string[];
  /** When the reader last did something, in milliseconds since 1970. */
  readonly at: number;
}

/** A visit ends after this long without anything done, in milliseconds. */
const idle = 30 * 60_000;

/** The most addresses that are kept. */
const longest = 500;

/** The visit at a time: the kept one, or a new one where that has ended. */
export function continueVisit(kept: Visit | null, now: number): Visit {
  if (kept === null) return { since: null, known: [], shown: [], at: now };
  if (now - kept.at <= idle) return { ...kept, at: now };
  const since = dayOf(kept.at);
  const known = [...kept.known, ...kept.shown].filter((path) => (dayOfItem(path) ?? '') >= since);
  return { since, known, shown: [], at: now };
}

/** Whether an item came after the visit before, as far as its day tells: it was not shown there. */
export function isNew({ since, known }: Visit, path: string): boolean {
  const day = dayOfItem(path);
  return since !== null && day !== null && day >= since && !known.includes(path);
}

/** The visit in which these were shown too. */
export function showItems(visit: Visit, paths: readonly string[]): Visit {
  const today = dayOf(visit.at);
  const fresh = paths.filter((path) => (dayOfItem(path) ?? '') >= today);
  const shown = [...new Set([...visit.shown, ...fresh])].slice(-longest);
  return { ...visit, shown };
}

/** Null where nothing is kept, or not as we wrote it: others on this origin write here too. */
export function readVisit(): Visit | null {
  try {
    const { since, known, shown, at } = JSON.parse(readKept('visit') ?? 'null') as Visit;
    dayOf(at);
    const isText = (value: unknown): boolean => typeof value === 'string';
    const isSound = since === null || isText(since);
    if (!isSound || !Number.isFinite(at) || ![...known, ...shown].every(isText)) return null;
    return { since, known: [...known], shown: [...shown], at };
  } catch {
    return null;
  }
}

export function keepVisit(visit: Visit): void {
  keep('visit', JSON.stringify(visit));
}

/** `2024-01-05` from `/2024/01/05/slug/`; null for what is no item. */
function dayOfItem(path: string): string | null {
  return /\/(\d{4}\/\d{2}\/\d{2})\/[^/]+\/$/.exec(path)?.[1]?.replaceAll('/', '-') ?? null;
}

/** The day on the reader's calendar. @throws RangeError where it is no time */
function dayOf(time: number): string {
  const minutes = new Date(time).getTimezoneOffset();
  return new Date(time - minutes * 60_000).toISOString().slice(0, 10);
}
