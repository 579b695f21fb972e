import { parseInstant, type Instant } from '../dates/instant.ts';
import type { Day } from '../dates/day.ts';
import { minutesOfZone } from './zoneNames.ts';

const timePattern =
  /(?<![\d:])(?<hour>\d{1,2})[:.](?<minute>[0-5]\d)(?::[0-5]\d)?(?![\d%])\s*(?<half>[ap]\.?m\b\.?)?\s*\(?(?<zone>[A-Z]{1,5}\b)?(?<offset>[+-]\d{1,2}(?::?\d{2})?)?/giu;

/**
 * The moment of a day, by the first time of a text with a zone; null where none has one. An abbreviation of
 * several zones is none: a text does not say which country it is of.
 */
export function findInstant(day: Day, text: string): Instant | null {
  for (const { groups = {} } of text.matchAll(timePattern)) {
    const instant = readTime(day, groups);
    if (instant !== null) return instant;
  }
  return null;
}

function readTime(
  day: Day,
  { hour, minute, half, zone, offset }: Readonly<Record<string, string | undefined>>,
): Instant | null {
  if (hour === undefined || minute === undefined) return null;
  const isSigned = offset !== undefined && (zone !== undefined || /\d{2}:?\d{2}$/.test(offset));
  const found = minutesOfZone((isSigned ? offset : zone) ?? '', null);
  if (found === null || found.guess !== null) return null;
  const minutes = found.value;
  const isAfternoon = half?.toLowerCase().startsWith('p') ?? false;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  const sign = minutes < 0 ? '-' : '+';
  const away = Math.abs(minutes);
  return parseInstant(
    `${day}T${pad(hours)}:${minute}:00${sign}${pad(Math.floor(away / 60))}:${pad(away % 60)}`,
  );
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
