import type { Day } from '../dates/day.ts';
import { dayOfInstant, instantOfClock, parseInstant } from '../dates/instant.ts';
import { dayOf, isOurs } from './calendars.ts';
import { certain, guessed, type Marked } from './marked.ts';

/** What tells on which day a post was shown. */
export interface PostClock {
  /** The site's zone: that of a time without an offset. */
  readonly zone: string;
  /** The day in the name of the post's file, where it has one. */
  readonly named: Day | null;
}

const pattern =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\b\.?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** A date of a post, taken apart. */
interface PostDate {
  readonly day: Day;
  /** `14:30:00`; null where a day stands alone. */
  readonly time: string | null;
  /** As RFC 3339 has it; null where there is none. */
  readonly offset: string | null;
}

/**
 * A date as other tools write it: `2024-01-05`, `2024-01-05 14:30:00 +0900`, RFC 3339. A time without an
 * offset is in the site's zone. Tools write a day as midnight in UTC, which is the day before west of
 * Greenwich: the day as written counts. Null where it is no date.
 */
export function parsePostDate(text: string, { zone, named }: PostClock): Marked<string> | null {
  const parts = splitDate(text.trim());
  if (parts === null) return null;
  const { day, time, offset } = parts;
  const isMidnight = time === '00:00:00';
  if (time === null || (offset === null && isMidnight)) return certain(day);
  const stamp = `${day}T${time}`;
  const instant = offset === null ? instantOfClock(stamp, zone) : parseInstant(`${stamp}${offset}`);
  if (instant === null) return guessed(day, `the time of "${text.trim()}" can’t be read`);
  const shown = dayOfInstant(instant, zone);
  if (shown === day) return certain(instant.iso);
  if (isMidnight && named === day) return certain(day);
  if (isMidnight || named === day) {
    return guessed(day, `"${text.trim()}" is on ${shown} in the site’s zone`);
  }
  return certain(instant.iso);
}

function splitDate(text: string): PostDate | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, year, , month = '', date = '', hour, minute = '', second = '00', half, zone] = match;
  const day = dayOf(Number(year), Number(month), Number(date));
  if (day === null || !isOurs(day)) return null;
  if (hour === undefined) return { day, time: null, offset: null };
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + afternoon;
  return {
    day,
    time: `${String(hours).padStart(2, '0')}:${minute}:${second}`,
    offset: zone === undefined ? null : offsetOf(zone),
  };
}

function offsetOf(zone: string): string {
  if (!/^[+-]/.test(zone)) return 'Z';
  return `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
}
