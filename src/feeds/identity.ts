import { createHash } from 'node:crypto';
import type { Day } from '../dates/day.ts';
import { escapePath } from '../urls/address.ts';
import type { SitePath } from '../urls/paths.ts';

/**
 * An entry's id: a tag URI (RFC 4151) `tag:<authority>,<date>:<id>`, or the id itself where it is a
 * URI already. It depends on nothing that an editor or operator changes later.
 */
export function toEntryId(authority: string, day: Day, id: string): string {
  return /^(?:tag:|urn:|http)/.test(id) ? id : `tag:${authority},${day}:${escapePath(id)}`;
}

/** The namespace for names that are URLs (RFC 9562, section 6.6). */
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A feed's id: a name-based UUID (RFC 9562, version 5) of authority and path. */
export function toFeedId(authority: string, path: SitePath): string {
  const hash = createHash('sha1').update(urlNamespace).update(`//${authority}${path}`).digest();
  const bytes = hash.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
