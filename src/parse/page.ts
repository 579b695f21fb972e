import * as z from 'zod';
import { dayOfInstant, parseInstant } from '../dates/instant.ts';
import { parseDay, type Day } from '../dates/day.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { Slug } from '../urls/slug.ts';
import { cleanText } from './cleanData.ts';
import * as field from './fields.ts';
import { parsePageSlugs } from './fileName.ts';
import { parseFrontMatter } from './frontMatter.ts';
import { validateData } from './validate.ts';

export const pageSchema = z.strictObject({
  title: field.line,
  summary: field.line.optional(),
  order: z.number().optional(),
  updated: field.dayOrInstant.optional(),
  lang: field.language.optional(),
  redirectFrom: field.list(field.formerPath).optional(),
  extra: field.extra.optional(),
});

/** A standing page. */
export interface Page {
  readonly file: string;
  readonly slugs: readonly Slug[];
  readonly title: string;
  readonly summary: string | null;
  /** The place in the navigation; null is not in it. */
  readonly order: number | null;
  readonly updated: Day | null;
  readonly lang: string | null;
  readonly redirectFrom: readonly string[];
  readonly extra: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bodyLine: number;
}

export function parsePage(source: SourceFile, zone: string, report: Report): Page | null {
  const slugs = parsePageSlugs(source, report);
  const front = parseFrontMatter(source.text, source.file, report);
  if (front === null) return null;
  const data = validateData(pageSchema, front.data, source.file, report);
  if (data === null || slugs === null) return null;
  const updated = data.updated === undefined ? null : parseInstant(data.updated);
  return {
    file: source.file,
    slugs,
    title: data.title,
    summary: data.summary ?? null,
    order: data.order ?? null,
    updated: updated === null ? parseDay(data.updated ?? '') : dayOfInstant(updated, zone),
    lang: data.lang ?? null,
    redirectFrom: data.redirectFrom ?? [],
    extra: data.extra ?? {},
    body: cleanText(front.body),
    bodyLine: front.bodyLine,
  };
}
