import { parseInstant, type Instant } from '../dates/instant.ts';
import type { Day } from '../dates/day.ts';

/** Minutes east of UTC, of abbreviations that mean one zone. */
const zones: Readonly<Record<string, number>> = {
  ...{ UTC: 0, GMT: 0, Z: 0, MSK: 180, SGT: 480, HKT: 480, KST: 540, JST: 540 },
  ...{ CET: 60, CEST: 120, EST: -300, EDT: -240, PST: -480, PDT: -420 },
};

const timePattern =
  /(?<![\d:])(?<hour>\d{1,2})[:.](?<minute>[0-5]\d)(?::[0-5]\d)?(?![\d%])\s*(?<half>[ap]\.?m\b\.?)?\s*\(?(?<zone>UTC|GMT|SGT|HKT|KST|JST|MSK|CEST|CET|EST|EDT|PST|PDT|Z)?\b(?<offset>[+-]\d{1,2}(?::?\d{2})?)?/giu;

/** The moment of a day, by the first time of a text with a zone; null where none has one. */
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
  const minutes = isSigned ? offsetMinutes(offset) : zones[zone?.toUpperCase() ?? ''];
  if (minutes === undefined) return null;
  const isAfternoon = half?.toLowerCase().startsWith('p') ?? false;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  const sign = minutes < 0 ? '-' : '+';
  const away = Math.abs(minutes);
  return parseInstant(
    `${day}T${pad(hours)}:${minute}:00${sign}${pad(Math.floor(away / 60))}:${pad(away % 60)}`,
  );
}

function offsetMinutes(text: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
