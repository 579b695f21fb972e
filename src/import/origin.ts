import * as z from 'zod';
import { articleSchema } from '../parse/article.ts';
import { actorTypes } from '../parse/actor.ts';
import * as field from '../parse/fields.ts';
import type { Slug } from '../urls/slug.ts';

/** Whether an id is used as it is in feeds, on whatever site it stands. */
export function isEntryId(id: string): boolean {
  return /^(?:tag:|urn:|http)/.test(id);
}

/** What an item was at the site of Dateline that published it, for what this site may have otherwise. */
export interface Origin {
  /** The id of its entry in feeds, a URI. */
  readonly id: string;
  readonly slug: Slug;
  /** In the zone of that site. */
  readonly day: string;
  readonly topics: readonly OriginTerm[];
  readonly actors: readonly OriginActor[];
  readonly story: OriginTerm | null;
  /** Fields of front matter that stand for themselves, as they are to be written. */
  readonly front: Readonly<Record<string, unknown>>;
}

export interface OriginTerm {
  readonly id: string;
  readonly name: string;
}

export interface OriginActor extends OriginTerm {
  readonly type: (typeof actorTypes)[number];
  readonly role: string | null;
}

const term = z.object({ id: field.slug, name: field.line });

/** `_dateline` of a feed (see `feeds/datelineExtension.ts`). A later version may mean something else. */
export const feedExtensionSchema = z.object({
  version: z.literal(1),
  site: field.line,
  articles: field.url,
});

/** Fields that are taken as they are. */
export const frontSchema = articleSchema
  .pick({
    image: true,
    countries: true,
    judgement: true,
    confidence: true,
    likelihood: true,
    trend: true,
  })
  .extend(articleSchema.pick({ alert: true, urgency: true, corrections: true, tlp: true }).shape);

/** `_dateline` of an article. What is unknown in it is passed over. */
export const articleExtensionSchema = z.object({
  ...frontSchema.shape,
  ...articleSchema.pick({ dateline: true, sources: true, updated: true, date: true }).shape,
  slug: field.slug.transform((slug) => slug as Slug),
  day: field.day,
  summary: field.line.nullable().optional(),
  topics: z.array(term).default([]),
  actors: z
    .array(term.extend({ type: z.enum(actorTypes), role: field.line.optional() }))
    .default([]),
  story: term.optional(),
  around: z.tuple([z.int().min(0), z.int().min(0)]).default([0, 0]),
});
