import { hash } from 'node:crypto';

/** A short hash (120 bits of SHA-1, base64url) to tell texts apart, not to sign them. */
export function hashText(text: string | Uint8Array): string {
  return hash('sha1', text, 'base64url').slice(0, 20);
}
