import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readSigned, writeSigned, type MachineKey } from '../files/signed.ts';

const purpose = 'ping';

/** What a hub was told: the hash of each feed, by its address, when the hub last took a ping for it. */
export interface PingRecord {
  readonly hub: string;
  readonly feeds: Readonly<Record<string, string>>;
}

/** Reads the record; null where there is none of this hub, or none that was written here. */
export function readPingRecord(file: string, hub: string, key: MachineKey): PingRecord | null {
  const found = readSigned(file, purpose, key);
  if (found.kind !== 'signed') return null;
  const record = JSON.parse(found.text) as PingRecord;
  return record.hub === hub ? record : null;
}

/** Writes it by a rename: a process that is killed leaves the old one. */
export function writePingRecord(file: string, record: PingRecord, key: MachineKey): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeSigned(file, JSON.stringify(record, null, 1), purpose, key);
}
