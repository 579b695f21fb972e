import { addDays, type Day } from '../dates/day.ts';
import { startOfDay } from '../dates/instant.ts';
import { uuidOfName } from '../feeds/identity.ts';
import type { Site, SiteDay } from '../model/site.ts';
import { withoutForbidden } from '../parse/characters.ts';
import { toUrl } from '../urls/address.ts';
import { toUtc } from './times.ts';

/**
 * What the editors are watching, where it has a day, as a calendar (iCalendar, RFC 5545) to subscribe
 * to. An event keeps its UID as long as its words stay, also when its day moves.
 */
export function* formatIcs(site: Site): Generator<string> {
  const { title, language } = site.config;
  yield* formatLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Dateline//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME;LANGUAGE=${language}:${escapeText(title)}`,
  ]);
  let isEmpty = true;
  for (const day of site.days) {
    const events = formatEvents(day, site);
    isEmpty &&= events.length === 0;
    yield* formatLines(events);
  }
  if (isEmpty) yield* formatLines(anyComponent);
  yield* formatLines(['END:VCALENDAR']);
}

/**
 * A calendar has one component at least (RFC 5545, section 3.6). Without events it has a zone that nothing
 * uses: who subscribed to it finds it in its place.
 */
const anyComponent: readonly string[] = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'TZNAME:UTC',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function formatEvents({ day, path, briefing }: SiteDay, { config }: Site): readonly string[] {
  const { authority, address, zone, language } = config;
  const seen = new Map<string, number>();
  return (briefing?.watching ?? []).flatMap(({ text, due }) => {
    if (due === null) return [];
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    const name = `//${authority}${path}watching/${times > 1 ? `${times}/` : ''}${text}`;
    return [
      'BEGIN:VEVENT',
      `UID:${uuidOfName(name)}`,
      // Without a clock, the time of the calendar is that of the briefing.
      `DTSTAMP:${toUtc(startOfDay(day, zone)).slice(0, 19).replace(/[-:]/g, '')}Z`,
      `DTSTART;VALUE=DATE:${formatDate(due)}`,
      `DTEND;VALUE=DATE:${formatDate(addDays(due, 1))}`,
      `SUMMARY;LANGUAGE=${language}:${escapeText(text)}`,
      `URL:${toUrl(address, path)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
}

function formatDate(day: Day): string {
  return day.replaceAll('-', '');
}

/** RFC 5545, section 3.3.11; no control but a tab may stand in a text (section 3.1). */
function escapeText(text: string): string {
  return withoutForbidden(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

function* formatLines(lines: readonly string[]): Generator<string> {
  for (const line of lines) yield `${foldLine(line)}\r\n`;
}

/** Octets, without the line break (RFC 5545, section 3.1). */
const longestLine = 75;

function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  // A continued line begins with a space, which counts.
  let left = longestLine;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (length > left) {
      parts.push(part);
      part = '';
      left = longestLine - 1;
    }
    part += character;
    left -= length;
  }
  return [...parts, part].join('\r\n ');
}
