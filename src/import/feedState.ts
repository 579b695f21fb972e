import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Validators } from './fetchUrl.ts';

/** What servers said of feeds at the last import, by address: so that they need not send them again. */
export type FeedState = Map<string, Validators>;

export function readFeedState(file: string): FeedState {
  try {
    const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Partial<Validators>>;
    return new Map(
      Object.entries(data).map(([url, { etag, lastModified }]) => [
        url,
        { etag: etag ?? null, lastModified: lastModified ?? null },
      ]),
    );
  } catch {
    // Missing or broken: everything is asked for anew.
    return new Map();
  }
}

export function writeFeedState(file: string, state: FeedState): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(state), null, 1)}\n`);
}
