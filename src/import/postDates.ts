import { parseDay } from '../dates/day.ts';
import { parseInstant } from '../dates/instant.ts';
import { certain, guessed, type Marked } from './marked.ts';

/**
 * A date as other tools write it: `2024-01-05`, `2024-01-05 14:30:00 +0900`, RFC 3339. A time without an
 * offset is of a zone that nobody names, so its day alone is kept. Null where it is no date.
 */
export function parsePostDate(text: string): Marked<string> | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2})(:\d{2})?(?:\.\d+)? ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim(),
    );
  if (match === null) return null;
  const [, day = '', time, seconds = ':00', offset] = match;
  if (parseDay(day) === null) return null;
  if (time === undefined) return certain(day);
  if (offset === undefined) return guessed(day, `"${text.trim()}" has no offset`);
  const zone = offset === 'UTC' ? 'Z' : offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const instant = parseInstant(`${day}T${time.padStart(5, '0')}${seconds}${zone}`);
  return instant === null ? certain(day) : certain(instant.iso);
}
