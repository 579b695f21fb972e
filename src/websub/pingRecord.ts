import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a hub was told: the hash of each feed, by its address, when the hub last took a ping for it. */
export interface PingRecord {
  readonly hub: string;
  readonly feeds: Readonly<Record<string, string>>;
}

/** Reads the record; null where there is none of this hub, or none that can be read. */
export function readPingRecord(file: string, hub: string): PingRecord | null {
  let record: unknown;
  try {
    record = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  return isRecord(record) && record.hub === hub ? record : null;
}

/** Writes it by a rename: a process that is killed leaves the old one. */
export function writePingRecord(file: string, record: PingRecord): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 1)}\n`);
  renameSync(`${file}.new`, file);
}

function isRecord(value: unknown): value is PingRecord {
  if (typeof value !== 'object' || value === null || !('hub' in value && 'feeds' in value)) {
    return false;
  }
  const { hub, feeds } = value;
  return typeof hub === 'string' && typeof feeds === 'object' && feeds !== null;
}
