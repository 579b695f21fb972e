import * as z from 'zod';
import { parseDay, type Day } from '../dates/day.ts';
import {
  dayOfInstant,
  exactTime,
  parseInstant,
  startOfDay,
  type Instant,
} from '../dates/instant.ts';
import * as field from './fields.ts';

/** A correction as published [schema.org correction]. */
export interface Correction {
  readonly day: Day;
  readonly instant: Instant;
  readonly text: string;
}

export const correctionField = z.strictObject({ date: field.dayOrInstant, text: field.line });

export function parseCorrection(value: z.output<typeof correctionField>, zone: string): Correction {
  const instant = parseInstant(value.date);
  const day = instant === null ? parseDay(value.date) : dayOfInstant(instant, zone);
  // The schema let only days and timestamps through.
  if (day === null) throw new Error(`unparsed date ${value.date}`);
  return { day, instant: instant ?? startOfDay(day, zone), text: value.text };
}

/** Its date as front matter has it: a day, or the timestamp where it is not the start of one. */
export function writtenDate({ day, instant }: Correction, zone: string): string {
  const isDay = instant.iso === startOfDay(day, zone).iso && instant.time % 1000 === 0;
  return isDay ? day : exactTime(instant);
}
