import { parseDay } from '../dates/day.ts';
import { dayOfInstant } from '../dates/instant.ts';
import type { Reference } from '../import/parseRawText.ts';
import { loadZone } from '../load/loadConfig.ts';
import { readClock } from './clock.ts';
import { UsageError } from './usageError.ts';

/** The day of filing: that of `--date`, or today in the site's zone. */
export function parseReference(date: string | undefined, content: string): Reference {
  const zone = loadZone(content);
  if (date === undefined) {
    return { day: dayOfInstant(readClock(), zone), isGiven: false, zone };
  }
  const day = parseDay(date);
  if (day === null) throw new UsageError(`--date ${date} is no day; write it as 2024-01-05`);
  return { day, isGiven: true, zone };
}
