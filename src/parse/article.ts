import * as z from 'zod';
import { parseDay, type Day } from '../dates/day.ts';
import { dayOfInstant, parseInstant, type Instant } from '../dates/instant.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { hashText } from '../read/hash.ts';
import type { SourceFile } from '../read/readContent.ts';
import type { Slug } from '../urls/slug.ts';
import { toSlug } from '../urls/slug.ts';
import { parseCorrection, correctionField, type Correction } from './correction.ts';
import * as field from './fields.ts';
import { parseFileSlug } from './fileName.ts';
import { parseFrontMatter, type FrontMatter } from './frontMatter.ts';
import { cleanText } from './cleanData.ts';
import { validateData } from './validate.ts';

/** ICD 203 (Analytic Standards, 2015), table of likelihood terms, least likely first. */
export const likelihoods = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const;
export const confidences = ['low', 'moderate', 'high'] as const;
/** Admiralty code (NATO AJP-2.1): reliability of the source. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** Traffic Light Protocol 2.0, least restricted first. */
export const tlpLevels = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;

/** Whether an item is above what a site may publish. */
export function isAboveCeiling(
  tlp: (typeof tlpLevels)[number],
  ceiling: (typeof tlpLevels)[number],
): boolean {
  return tlpLevels.indexOf(tlp) > tlpLevels.indexOf(ceiling);
}

export const trends = ['deteriorated', 'improved', 'unchanged'] as const;
export const alerts = ['risk', 'opportunity'] as const;
/** ninjs `pubstatus`, with `draft`. */
export const statuses = ['usable', 'draft', 'withheld', 'canceled'] as const;

export const articleSchema = z.strictObject({
  title: field.line,
  date: field.dayOrInstant,
  id: field.identity.optional(),
  authors: field
    .list(z.union([field.line, z.strictObject({ name: field.line, url: field.url.optional() })]))
    .optional(),
  image: z
    .strictObject({ src: field.urlOrPath, alt: field.line, credit: field.line.optional() })
    .optional(),
  summary: field.line.optional(),
  dateline: field.line.optional(),
  countries: field.list(field.country).optional(),
  topics: field.list(field.line).optional(),
  actors: field
    .list(z.union([field.line, z.strictObject({ actor: field.line, role: field.line.optional() })]))
    .optional(),
  story: field.line.optional(),
  sources: field
    .list(
      z.union([
        field.sourceName,
        z.strictObject({
          name: field.sourceName,
          url: field.url.optional(),
          published: field.dayOrInstant.optional(),
          archived: field.url.optional(),
          language: field.language.optional(),
          reliability: z.enum(reliabilities).optional(),
          credibility: z.int().min(1).max(6).optional(),
        }),
      ]),
    )
    .optional(),
  judgement: field.line.optional(),
  confidence: z.enum(confidences).optional(),
  likelihood: z.enum(likelihoods).optional(),
  trend: z.enum(trends).optional(),
  alert: z.enum(alerts).optional(),
  urgency: z.int().min(1).max(9).optional(),
  updated: field.instant.optional(),
  corrections: field.list(correctionField).optional(),
  status: z.enum(statuses).optional(),
  embargoed: field.instant.optional(),
  tlp: z.enum(tlpLevels).optional(),
  lang: field.language.optional(),
  linkMentions: z.boolean().optional(),
  redirectFrom: field.list(field.formerPath).optional(),
  editorNote: field.prose.optional(),
  extra: field.extra.optional(),
});

export interface Author {
  readonly name: string;
  readonly url: string | null;
}

export interface Image {
  /** A whole URL, or a path of this site. */
  readonly src: string;
  readonly alt: string;
  readonly credit: string | null;
}

/** A reference to an actor as the editor wrote it. */
export interface ActorReference {
  readonly name: string;
  readonly role: string | null;
}

export interface SourceCitation {
  /** The slug of the folded name. */
  readonly id: Slug;
  readonly name: string;
  readonly url: string | null;
  readonly published: Day | null;
  readonly archived: string | null;
  readonly language: string | null;
  readonly reliability: (typeof reliabilities)[number] | null;
  readonly credibility: number | null;
}

/** A source, without what one article says of it. */
export type Cited = Pick<SourceCitation, 'id' | 'name'>;

/** An article as its file says it; names are not resolved yet, the body is Markdown. */
export interface Article {
  readonly file: string;
  /** A hash of the file's text. */
  readonly sourceHash: string;
  readonly slug: Slug;
  readonly id: string;
  readonly title: string;
  /** The day in the site's zone. */
  readonly day: Day;
  /** The moment, where the date has a time. */
  readonly instant: Instant | null;
  readonly authors: readonly Author[];
  readonly image: Image | null;
  readonly summary: string | null;
  readonly dateline: string | null;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly actors: readonly ActorReference[];
  readonly story: string | null;
  readonly sources: readonly SourceCitation[];
  /** What `likelihood` and `confidence` speak of. */
  readonly judgement: string | null;
  readonly confidence: (typeof confidences)[number] | null;
  readonly likelihood: (typeof likelihoods)[number] | null;
  readonly trend: (typeof trends)[number] | null;
  readonly alert: (typeof alerts)[number] | null;
  /** 1 (first) to 9. */
  readonly urgency: number;
  readonly updated: Instant | null;
  readonly corrections: readonly Correction[];
  readonly status: (typeof statuses)[number];
  readonly embargoed: Instant | null;
  readonly tlp: (typeof tlpLevels)[number];
  readonly lang: string | null;
  readonly linkMentions: boolean;
  readonly redirectFrom: readonly string[];
  readonly editorNote: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The line, from 1, on which the body begins. */
  readonly bodyLine: number;
}

/**
 * Parses an article's file. `zone` is the site's, in which its day is found.
 * @param front the file's front matter, for who parsed it already
 */
export function parseArticle(
  source: SourceFile,
  zone: string,
  report: Report,
  front: FrontMatter | null = parseFrontMatter(source.text, source.file, report),
): Article | null {
  const slug = parseFileSlug(source, report);
  if (front === null) return null;
  const data = validateData(articleSchema, front.data, source.file, report);
  if (data === null || slug === null) return null;
  const instant = parseInstant(data.date);
  const day = instant === null ? parseDay(data.date) : dayOfInstant(instant, zone);
  if (day === null) return null;
  return {
    file: source.file,
    sourceHash: hashText(source.text),
    slug,
    id: data.id ?? `${day}-${slug}`,
    title: data.title,
    day,
    instant,
    authors: (data.authors ?? []).map(parseAuthor),
    image: data.image ? { ...data.image, credit: data.image.credit ?? null } : null,
    summary: data.summary ?? null,
    dateline: data.dateline ?? null,
    countries: data.countries ?? [],
    topics: data.topics ?? [],
    actors: (data.actors ?? []).map(parseActorReference),
    story: data.story ?? null,
    sources: (data.sources ?? []).flatMap((value) => parseCitation(value, zone)),
    judgement: data.judgement ?? null,
    confidence: data.confidence ?? null,
    likelihood: data.likelihood ?? null,
    trend: data.trend ?? null,
    alert: data.alert ?? null,
    urgency: data.urgency ?? 5,
    updated: data.updated === undefined ? null : parseInstant(data.updated),
    corrections: (data.corrections ?? []).map((value) => parseCorrection(value, zone)),
    status: data.status ?? 'usable',
    embargoed: data.embargoed === undefined ? null : parseInstant(data.embargoed),
    tlp: data.tlp ?? 'clear',
    lang: data.lang ?? null,
    linkMentions: data.linkMentions ?? true,
    redirectFrom: data.redirectFrom ?? [],
    editorNote: data.editorNote ?? null,
    extra: data.extra ?? {},
    body: cleanText(front.body),
    bodyLine: front.bodyLine,
  };
}

type ArticleData = z.output<typeof articleSchema>;
type Element<List> = List extends readonly (infer Item)[] ? Item : never;

function parseAuthor(value: Element<NonNullable<ArticleData['authors']>>): Author {
  return typeof value === 'string'
    ? { name: value, url: null }
    : { name: value.name, url: value.url ?? null };
}

function parseActorReference(value: Element<NonNullable<ArticleData['actors']>>): ActorReference {
  return typeof value === 'string'
    ? { name: value, role: null }
    : { name: value.actor, role: value.role ?? null };
}

function parseCitation(
  value: Element<NonNullable<ArticleData['sources']>>,
  zone: string,
): SourceCitation[] {
  const data = typeof value === 'string' ? { name: value } : value;
  const id = toSlug(data.name);
  if (id === null) return [];
  return [
    {
      id,
      name: data.name,
      url: data.url ?? null,
      published: data.published === undefined ? null : dayFrom(data.published, zone),
      archived: data.archived ?? null,
      language: data.language ?? null,
      reliability: data.reliability ?? null,
      credibility: data.credibility ?? null,
    },
  ];
}

function dayFrom(text: string, zone: string): Day | null {
  const instant = parseInstant(text);
  return instant === null ? parseDay(text) : dayOfInstant(instant, zone);
}
