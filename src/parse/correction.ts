import * as z from 'zod';
import { parseDay, type Day } from '../dates/day.ts';
import { dayOfInstant, parseInstant, startOfDay, type Instant } from '../dates/instant.ts';
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
