import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { lookAt, tryReadRegular } from './regular.ts';

/**
 * What this user's Dateline on this machine knows and nobody who writes content does: 32 bytes. What is
 * signed with it was written here (HMAC-SHA256, RFC 2104).
 */
export type MachineKey = Uint8Array & { readonly brand: 'MachineKey' };

/** A hash that tells texts apart though somebody wants two to look the same (192 bits of SHA-256). */
export function digestOf(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'base64url').slice(0, 32);
}

/** Signs a text for one purpose, so that it counts for no other. */
export function sign(key: MachineKey, purpose: string, text: string): string {
  return createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url');
}

/** Writes a text and its signature, by a rename: a process that is killed leaves the old file. */
export function writeSigned(file: string, text: string, purpose: string, key: MachineKey): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${sign(key, purpose, text)}\n${text}`);
  renameSync(draft, file);
}

/** The text of a signed file, or why there is none. */
export type Signed =
  | { readonly kind: 'signed'; readonly text: string }
  /** Nothing is there. */
  | { readonly kind: 'missing' }
  /** It can't be read, is damaged, or was written by somebody else. */
  | { readonly kind: 'unknown' };

export function readSigned(file: string, purpose: string, key: MachineKey): Signed {
  const bytes = tryReadRegular(file);
  if (bytes === null) return { kind: lookAt(file) === null ? 'missing' : 'unknown' };
  const end = bytes.indexOf(10);
  const text = bytes.toString('utf8', end + 1);
  const [given, right] = [
    bytes.subarray(0, Math.max(end, 0)),
    Buffer.from(sign(key, purpose, text)),
  ];
  const isRight = given.length === right.length && timingSafeEqual(given, right);
  return isRight ? { kind: 'signed', text } : { kind: 'unknown' };
}
