import * as z from 'zod';
import { parseDay, type Day } from '../dates/day.ts';
import { atValue, type Report } from '../diagnostics/diagnostic.ts';
import { hashText } from '../read/hash.ts';
import type { SourceFile } from '../read/readContent.ts';
import { cleanText } from './cleanData.ts';
import { correctionField, parseCorrection, type Correction } from './correction.ts';
import * as field from './fields.ts';
import { parseFileDay } from './fileName.ts';
import { parseFrontMatter } from './frontMatter.ts';
import { validateData } from './validate.ts';

export const briefingSchema = z.strictObject({
  date: field.day,
  title: field.line.optional(),
  summary: field.line.optional(),
  keyTakeaways: field.list(field.line).optional(),
  watching: field
    .list(z.union([field.line, z.strictObject({ text: field.line, due: field.day.optional() })]))
    .optional(),
  lead: field.list(field.line).optional(),
  corrections: field.list(correctionField).optional(),
  extra: field.extra.optional(),
});

/** Something the editor is watching. */
export interface WatchedEvent {
  readonly text: string;
  readonly due: Day | null;
}

/** The editor's own words for one day. */
export interface Briefing {
  readonly file: string;
  /** A hash of the file's text. */
  readonly sourceHash: string;
  readonly day: Day;
  readonly title: string | null;
  readonly summary: string | null;
  readonly keyTakeaways: readonly string[];
  readonly watching: readonly WatchedEvent[];
  /** Article ids in order. */
  readonly lead: readonly string[];
  readonly corrections: readonly Correction[];
  readonly extra: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bodyLine: number;
}

export function parseBriefing(source: SourceFile, zone: string, report: Report): Briefing | null {
  const fileDay = parseFileDay(source, report);
  const front = parseFrontMatter(source.text, source.file, report);
  if (front === null) return null;
  const data = validateData(briefingSchema, front.data, source.file, report);
  if (data === null || fileDay === null) return null;
  const day = parseDay(data.date);
  if (day !== fileDay) {
    report({
      code: 'date-mismatch',
      file: source.file,
      where: atValue('date'),
      message: `the date is ${data.date}, but the file is named for ${fileDay}`,
      hint: `write date: ${fileDay} or rename the file to ${data.date}.md`,
    });
    return null;
  }
  return {
    file: source.file,
    sourceHash: hashText(source.text),
    day,
    title: data.title ?? null,
    summary: data.summary ?? null,
    keyTakeaways: data.keyTakeaways ?? [],
    watching: (data.watching ?? []).map((value) =>
      typeof value === 'string'
        ? { text: value, due: null }
        : { text: value.text, due: value.due === undefined ? null : parseDay(value.due) },
    ),
    lead: data.lead ?? [],
    corrections: (data.corrections ?? []).map((value) => parseCorrection(value, zone)),
    extra: data.extra ?? {},
    body: cleanText(front.body),
    bodyLine: front.bodyLine,
  };
}
