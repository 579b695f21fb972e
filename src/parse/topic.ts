import * as z from 'zod';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { Slug } from '../urls/slug.ts';
import { cleanText } from './cleanData.ts';
import * as field from './fields.ts';
import { parseFileId } from './fileName.ts';
import { parseFrontMatter } from './frontMatter.ts';
import { validateData } from './validate.ts';

export const topicSchema = z.strictObject({
  name: field.name,
  aliases: z.array(field.name).optional(),
  broader: field.line.optional(),
  summary: field.line.optional(),
  mediatopic: field.mediatopic.optional(),
  sameAs: z.array(field.url).optional(),
  mergedInto: field.slug.optional(),
  redirectFrom: field.list(field.formerPath).optional(),
  public: z.boolean().optional(),
  extra: field.extra.optional(),
});

/** A topic as its file says it [SKOS concept]. */
export interface Topic {
  readonly file: string;
  readonly id: Slug;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The wider topic, as written [SKOS broader]. */
  readonly broader: string | null;
  readonly summary: string | null;
  /** IPTC Media Topics code, eight digits. */
  readonly mediatopic: string | null;
  readonly sameAs: readonly string[];
  readonly mergedInto: string | null;
  readonly redirectFrom: readonly string[];
  /** Whether its page stands though none but hidden items name it. */
  readonly isPublic: boolean;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bodyLine: number;
}

export function parseTopic(source: SourceFile, report: Report): Topic | null {
  const id = parseFileId(source, report);
  const front = parseFrontMatter(source.text, source.file, report);
  if (front === null) return null;
  const data = validateData(topicSchema, front.data, source.file, report);
  if (data === null || id === null) return null;
  return {
    file: source.file,
    id,
    name: data.name,
    aliases: data.aliases ?? [],
    broader: data.broader ?? null,
    summary: data.summary ?? null,
    mediatopic: data.mediatopic?.replace(/^medtop:/, '') ?? null,
    sameAs: data.sameAs ?? [],
    mergedInto: data.mergedInto ?? null,
    redirectFrom: data.redirectFrom ?? [],
    isPublic: data.public ?? false,
    extra: data.extra ?? {},
    body: cleanText(front.body),
    bodyLine: front.bodyLine,
  };
}
