import { createHash } from 'node:crypto';
import type { SitePath } from '../urls/paths.ts';

/** The namespace for names that are URLs (RFC 9562, section 6.6). */
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A feed's id: a name-based UUID of authority and path. */
export function toFeedId(authority: string, path: SitePath): string {
  return `urn:uuid:${uuidOfName(`//${authority}${path}`)}`;
}

/** A name-based UUID (RFC 9562, version 5). The name is a URL without its scheme. */
export function uuidOfName(name: string): string {
  const hash = createHash('sha1').update(urlNamespace).update(name).digest();
  const bytes = hash.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
