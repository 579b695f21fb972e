import { parseInstant, type Instant } from '../dates/instant.ts';

/** The moment, to the second. The only place that reads the clock. */
export function readClock(): Instant {
  const instant = parseInstant(new Date().toISOString());
  if (instant === null) throw new Error('the clock gives no time');
  return instant;
}
