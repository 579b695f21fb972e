import { parseDay, type Day } from '../dates/day.ts';
import { dateNamesOf, nameKey } from '../dates/dateNames.ts';
import { parseInstant } from '../dates/instant.ts';
import { certain, guessed, type Marked } from './marked.ts';
import { minutesOfZone } from './zoneNames.ts';

/** A stamp taken apart. */
interface StampParts {
  readonly day: Day;
  /** `23:30:00`; null where it has no time. */
  readonly time: string | null;
  /** What stands behind the time. */
  readonly zone: string;
}

/**
 * A stamp as feeds and pages write it: `Tue, 16 Jan 2024 23:30:00 KST` (RFC 822), `2024-01-16 23:30`, with
 * the names of days and months in English or the language of the feed. One without a zone gives
 * its day, and one whose zone or time can't be read its day as a guess. Null where no day can be read.
 * @param language of the feed, BCP 47; null where it names none
 */
export function readStamp(text: string, language: string | null): Marked<string> | null {
  const parts = partsOf(text.replace(/\s+/g, ' ').trim(), language);
  if (parts === null) return null;
  const { day, time, zone } = parts;
  if (time === null || zone === '') return certain(day);
  const found = minutesOfZone(zone, language);
  const instant = found === null ? null : parseInstant(`${day}T${time}${offsetOf(found.value)}`);
  if (instant === null) return guessed(day, `the time of "${text.trim()}" can’t be read`);
  return { value: instant.iso, guess: found?.guess ?? null };
}

const time =
  /(?<![\d:.])(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?(?!\d)\s*(?<half>[ap]\.?\s?m\b\.?)?\s*(?<zone>\(?[\p{L}+\-−:/_\d ]*\)?)/iu;
const figures = /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/u;
const european = /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/u;
const asian = /(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/u;
const named =
  /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª)?[.,]?[ -](?:(?:de|di|of) |d['’])?(?<month>[\p{L}\p{M}'’]+)\.?,?[ -](?:(?:de|del) )?(?<year>\d{4}|\d{2})(?!\d)/iu;
const american =
  /(?<month>[\p{L}\p{M}]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?:(?:at )?(?<between>[\d:. apm]+[A-Z ]*) )?(?<year>\d{4})(?!\d)/iu;

function partsOf(text: string, language: string | null): StampParts | null {
  for (const pattern of [figures, european, asian, named, american]) {
    const match = pattern.exec(text);
    const day = match === null ? null : dayOf(match.groups ?? {}, language);
    if (match === null || day === null) continue;
    const rest = match.groups?.['between'] ?? text.slice(match.index + match[0].length);
    return { day, ...timeIn(rest) };
  }
  return null;
}

function dayOf(
  { year = '', month = '', day = '' }: Readonly<Record<string, string | undefined>>,
  language: string | null,
): Day | null {
  const key = nameKey(month);
  const names = [language ?? 'en', 'en'].map((each) => dateNamesOf(each).months.get(key));
  const number = /^\d+$/.test(month) ? Number(month) : (names[0] ?? names[1]);
  if (number === undefined) return null;
  // RFC 2822, section 4.3: two figures.
  const whole = year.length > 2 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  return parseDay(`${whole}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function timeIn(text: string): Pick<StampParts, 'time' | 'zone'> {
  const groups = time.exec(text)?.groups;
  if (groups === undefined) return { time: null, zone: '' };
  const { hour = '', minute = '', second = '00', half, zone = '' } = groups;
  const isAfternoon = /^p/i.test(half ?? '');
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return { time: `${String(hours).padStart(2, '0')}:${minute}:${second}`, zone: zone.trim() };
}

function offsetOf(minutes: number): string {
  const away = Math.abs(minutes);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(away / 60))}:${pad(away % 60)}`;
}
