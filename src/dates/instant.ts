import { DateTime, IANAZone } from 'luxon';
import type { Day } from './day.ts';

/** A moment, with the offset that its author wrote. */
export interface Instant {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** RFC 3339, in the offset as written, without fractions of a second. */
  readonly iso: string;
}

const instantPattern =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const firstTime = Date.parse('0001-01-02T00:00:00Z');
const lastTime = Date.parse('9999-12-30T00:00:00Z');

/**
 * Parses an RFC 3339 timestamp with an offset; seconds may be left out. Null for anything else: no
 * offset, a day that does not exist, 24:00, a year that some zone would put before 1 or after 9999.
 */
export function parseInstant(text: string): Instant | null {
  if (!instantPattern.test(text) || text.includes('T24')) return null;
  const date = DateTime.fromISO(text, { setZone: true });
  if (!date.isValid || date.toMillis() < firstTime || date.toMillis() > lastTime) return null;
  return { time: date.toMillis(), iso: toRfc3339(date) };
}

/** The zone's day in which a moment falls. */
export function dayOfInstant(instant: Instant, zone: string): Day {
  return DateTime.fromMillis(instant.time, { zone }).toFormat('yyyy-MM-dd') as Day;
}

const starts = new Map<string, Instant>();

/** The first moment of a day in a zone. */
export function startOfDay(day: Day, zone: string): Instant {
  const key = `${day} ${zone}`;
  let start = starts.get(key);
  if (start === undefined) {
    const date = DateTime.fromISO(day, { zone }).startOf('day');
    start = { time: date.toMillis(), iso: toRfc3339(date) };
    starts.set(key, start);
  }
  return start;
}

/**
 * The moment of a clock's time in a zone, such as `2013-06-07T18:46:00`. A time that the zone leaves out
 * in spring is taken an hour later. Null for what is no time.
 */
export function instantOfClock(text: string, zone: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text)) return null;
  const date = DateTime.fromISO(text, { zone });
  return date.isValid ? parseInstant(toRfc3339(date)) : null;
}

/** The same moment written in a zone's offset. */
export function inZone(instant: Instant, zone: string): Instant {
  const date = DateTime.fromMillis(instant.time, { zone });
  return { time: instant.time, iso: toRfc3339(date) };
}

/** RFC 3339 with the milliseconds, by which items of one second are ordered. */
export function exactTime({ time, iso }: Instant): string {
  const milliseconds = ((time % 1000) + 1000) % 1000;
  if (milliseconds === 0) return iso;
  return `${iso.slice(0, 19)}.${String(milliseconds).padStart(3, '0')}${iso.slice(19)}`;
}

/** RFC 822 with a four-digit year, as RSS 2.0 takes it. */
export function formatRfc822({ iso }: Instant): string {
  let text = formatted.get(iso);
  if (text === undefined) {
    const date = DateTime.fromISO(iso, { setZone: true, locale: 'en-US' });
    text = date.toFormat('EEE, dd LLL yyyy HH:mm:ss ZZZ');
    if (formatted.size < 100_000) formatted.set(iso, text);
  }
  return text;
}

const formatted = new Map<string, string>();

export function latest(instants: readonly Instant[]): Instant | null {
  let found: Instant | null = null;
  for (const instant of instants) if (found === null || instant.time > found.time) found = instant;
  return found;
}

/** Whether a name is a zone of the IANA database. Offsets such as `+08:00` are none. */
export function isZone(name: string): boolean {
  return !/^[+-]|^(utc|gmt)[+-]/i.test(name) && IANAZone.isValidZone(name);
}

function toRfc3339(date: DateTime): string {
  return date.toFormat(date.offset === 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ssZZ");
}
