import * as z from 'zod';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { Slug } from '../urls/slug.ts';
import { cleanText } from './cleanData.ts';
import * as field from './fields.ts';
import { parseFileId } from './fileName.ts';
import { parseFrontMatter } from './frontMatter.ts';
import { validateData } from './validate.ts';

export const storySchema = z.strictObject({
  name: field.name,
  aliases: z.array(field.name).optional(),
  summary: field.line.optional(),
  status: z.enum(['developing', 'closed']).optional(),
  topics: field.list(field.line).optional(),
  actors: field.list(field.line).optional(),
  redirectFrom: field.list(field.formerPath).optional(),
  public: z.boolean().optional(),
  extra: field.extra.optional(),
});

/** A developing story as its file says it. */
export interface Story {
  readonly file: string;
  readonly id: Slug;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly status: 'developing' | 'closed';
  readonly topics: readonly string[];
  readonly actors: readonly string[];
  readonly redirectFrom: readonly string[];
  /** Whether its page stands though none but hidden items name it. */
  readonly isPublic: boolean;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bodyLine: number;
}

export function parseStory(source: SourceFile, report: Report): Story | null {
  const id = parseFileId(source, report);
  const front = parseFrontMatter(source.text, source.file, report);
  if (front === null) return null;
  const data = validateData(storySchema, front.data, source.file, report);
  if (data === null || id === null) return null;
  return {
    file: source.file,
    id,
    name: data.name,
    aliases: data.aliases ?? [],
    summary: data.summary ?? null,
    status: data.status ?? 'developing',
    topics: data.topics ?? [],
    actors: data.actors ?? [],
    redirectFrom: data.redirectFrom ?? [],
    isPublic: data.public ?? false,
    extra: data.extra ?? {},
    body: cleanText(front.body),
    bodyLine: front.bodyLine,
  };
}
