import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readSigned, writeSigned, type MachineKey } from '../files/signed.ts';
import type { Validators } from './fetchUrl.ts';

const purpose = 'feeds';

/** What servers said of feeds at the last import, by address: so that they need not send them again. */
export type FeedState = Map<string, Validators>;

/** Where the file is missing, damaged or somebody else's, everything is asked for anew. */
export function readFeedState(file: string, key: MachineKey): FeedState {
  const found = readSigned(file, purpose, key);
  if (found.kind !== 'signed') return new Map();
  return new Map(Object.entries(JSON.parse(found.text) as Record<string, Validators>));
}

export function writeFeedState(file: string, state: FeedState, key: MachineKey): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeSigned(file, JSON.stringify(Object.fromEntries(state), null, 1), purpose, key);
}
