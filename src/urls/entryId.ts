import type { Day } from '../dates/day.ts';
import { escapePath } from './address.ts';

/**
 * An entry's id: a tag URI (RFC 4151) `tag:<authority>,<date>:<id>`, or the id itself where it is a
 * URI already. It depends on nothing that an editor or operator changes later.
 */
export function toEntryId(authority: string, day: Day, id: string): string {
  return /^(?:tag:|urn:|http)/.test(id) ? id : `tag:${authority},${day}:${escapePath(id)}`;
}
