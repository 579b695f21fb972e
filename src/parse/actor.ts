import * as z from 'zod';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { Slug } from '../urls/slug.ts';
import { cleanText } from './cleanData.ts';
import * as field from './fields.ts';
import { parseFileId } from './fileName.ts';
import { parseFrontMatter } from './frontMatter.ts';
import { validateData } from './validate.ts';

export const actorTypes = ['person', 'organisation', 'state', 'group'] as const;
export type ActorType = (typeof actorTypes)[number];

const partialDay = z.union([z.int().min(1000).max(9999), field.partialDay]);

export const actorSchema = z.strictObject({
  name: field.name,
  type: z.enum(actorTypes),
  aliases: z.array(field.name).optional(),
  weakAliases: z.array(field.name).optional(),
  formerNames: z.array(field.name).optional(),
  summary: field.line.optional(),
  country: field.country.optional(),
  wikidata: field.wikidata.optional(),
  sameAs: z.array(field.url).optional(),
  roles: z
    .array(
      z.strictObject({
        role: field.line,
        of: field.line.optional(),
        from: partialDay.optional(),
        to: partialDay.optional(),
      }),
    )
    .optional(),
  related: z.array(z.strictObject({ actor: field.line, type: field.line })).optional(),
  mergedInto: field.slug.optional(),
  redirectFrom: field.list(field.formerPath).optional(),
  public: z.boolean().optional(),
  extra: field.extra.optional(),
});

/** An office held. `from` and `to` are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface Role {
  readonly role: string;
  /** An actor's id or name, or any text. */
  readonly of: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Relation {
  readonly actor: string;
  readonly type: string;
}

/** An actor as its file says it. */
export interface Actor {
  readonly file: string;
  readonly id: Slug;
  readonly name: string;
  readonly type: ActorType;
  readonly aliases: readonly string[];
  /** Names too common to be matched in running text [FtM weakAlias]. */
  readonly weakAliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly summary: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly wikidata: string | null;
  readonly sameAs: readonly string[];
  readonly roles: readonly Role[];
  readonly related: readonly Relation[];
  readonly mergedInto: string | null;
  readonly redirectFrom: readonly string[];
  /** Whether its page stands though none but hidden items name it. */
  readonly isPublic: boolean;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bodyLine: number;
}

export function parseActor(source: SourceFile, report: Report): Actor | null {
  const id = parseFileId(source, report);
  const front = parseFrontMatter(source.text, source.file, report);
  if (front === null) return null;
  const data = validateData(actorSchema, front.data, source.file, report);
  if (data === null || id === null) return null;
  return {
    file: source.file,
    id,
    name: data.name,
    type: data.type,
    aliases: data.aliases ?? [],
    weakAliases: data.weakAliases ?? [],
    formerNames: data.formerNames ?? [],
    summary: data.summary ?? null,
    country: data.country ?? null,
    wikidata: data.wikidata ?? null,
    sameAs: data.sameAs ?? [],
    roles: (data.roles ?? []).map((role) => ({
      role: role.role,
      of: role.of ?? null,
      from: role.from === undefined ? null : String(role.from),
      to: role.to === undefined ? null : String(role.to),
    })),
    related: data.related ?? [],
    mergedInto: data.mergedInto ?? null,
    redirectFrom: data.redirectFrom ?? [],
    isPublic: data.public ?? false,
    extra: data.extra ?? {},
    body: cleanText(front.body),
    bodyLine: front.bodyLine,
  };
}
