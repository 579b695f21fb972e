import { closeSync, constants, openSync, readSync } from 'node:fs';

/** What a file says of where it came from: fingerprint, address, the id of its entry in the feed of another site. */
export type ImportKeys = readonly string[];

/** What `extra.importedFrom` says. */
export function importKeysOf(extra: Readonly<Record<string, unknown>>): ImportKeys {
  const from = extra['importedFrom'];
  if (typeof from !== 'object' || from === null) return [];
  return Object.values(from).filter((value) => typeof value === 'string');
}

/** Front matter has 64 KiB at most, and import writes its keys at the end of it. */
const looked = 128 * 1024;

/**
 * The same of a file that is no article any more: its front matter is broken, its name or its encoding is
 * another. The keys are looked for in its text, however it is written. None where it can't be read.
 */
export function findImportKeys(location: string): ImportKeys {
  const start = readStart(location);
  if (start === null) return [];
  // Keys have letters of ASCII alone, which each encoding that is not UTF-16 writes alike.
  const text = start.toString('latin1').replaceAll('\0', '');
  // Either line of dashes may be gone.
  const end = text.indexOf('\n---', 1);
  const front = end < 0 ? text : text.slice(0, end);
  const entry = /^id:[ \t]{0,20}["']?((?:tag|urn):[^\s"']+)/m.exec(front)?.[1];
  const entries = entry === undefined ? [] : [entry];
  const from = front.search(/\bimportedFrom["']?[ \t]{0,20}:/);
  if (from < 0) return entries;
  const keys = front
    .slice(from, from + 4000)
    .matchAll(/\b(?:hash|url)["']?[ \t]{0,20}:[ \t]{0,20}["']?([^\s"',}]+)/g);
  return [...entries, ...[...keys].flatMap(([, value]) => value ?? []).slice(0, 2)];
}

function readStart(location: string): Buffer | null {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(
      location,
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    const buffer = Buffer.alloc(looked);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, looked, 0));
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
