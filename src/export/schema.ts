import * as z from 'zod';

/** The version of the format: it goes up when a field changes its meaning or goes. */
export const exportVersion = 1;

const text = z.string();
const texts = z.array(text);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const url = z.string().regex(/^https?:\/\//);
/** RFC 3339 with an offset. */
const time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?(?:Z|[+-]\d{2}:\d{2})$/);
const extra = z
  .record(z.string(), z.unknown())
  .describe('what the site itself adds to the content, as it is');
const markdown = text.describe('the body as written, CommonMark with tables and footnotes');
const html = text.describe('the body rendered, with whole URLs');
const former = texts.describe('paths that redirect here');

const correction = z.strictObject({
  date: day,
  time: time.nullable().describe('null where only the day is known'),
  text,
});

/** The site's configuration under the names of site.yaml, defaults filled in. */
export const siteRecord = z.looseObject({
  title: text,
  url,
  language: text.describe('BCP 47'),
  zone: text.describe('IANA time zone, in which days are days'),
  description: text.nullable(),
  authority: text.describe('the domain in the tag URIs of items'),
  licence: text.nullable(),
  extra,
});

export const articleRecord = z.strictObject({
  id: text.describe('never changes'),
  uri: text.describe(
    'the same identity as in feeds: a tag URI (RFC 4151), or the id where it is one',
  ),
  url,
  slug: text,
  date: day.describe('the briefing day, in the zone of the site'),
  time: time.nullable().describe('the moment, where it is known'),
  title: text,
  summary: text.nullable(),
  authors: z.array(z.strictObject({ name: text, url: url.nullable() })),
  image: z
    .strictObject({
      src: text.describe('as written: a whole URL or a path of the site'),
      url,
      alt: text,
      credit: text.nullable(),
    })
    .nullable(),
  dateline: text.nullable().describe('the place the report is filed from, as printed'),
  countries: texts.describe('ISO 3166-1 alpha-2'),
  topics: texts.describe('ids'),
  actors: z.array(z.strictObject({ id: text, role: text.nullable() })),
  story: text.nullable().describe('an id'),
  sources: z.array(
    z.strictObject({
      id: text,
      name: text,
      url: url.nullable(),
      published: day.nullable(),
      archived: url.nullable(),
      language: text.nullable(),
      reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).nullable().describe('Admiralty code'),
      credibility: z.number().min(1).max(6).nullable().describe('Admiralty code'),
    }),
  ),
  judgement: z.string().nullable().describe('what the likelihood and the confidence speak of'),
  confidence: z.enum(['low', 'moderate', 'high']).nullable().describe('ICD 203'),
  likelihood: text.nullable().describe('one of the seven terms of ICD 203'),
  trend: z.enum(['deteriorated', 'improved', 'unchanged']).nullable(),
  alert: z.enum(['risk', 'opportunity']).nullable(),
  urgency: z.number().min(1).max(9).describe('1 is first'),
  updated: time.nullable(),
  corrections: z.array(correction),
  tlp: z.enum(['clear', 'green', 'amber', 'amber+strict', 'red']).describe('TLP 2.0'),
  lang: text.describe('BCP 47'),
  linkMentions: z.boolean(),
  redirectFrom: former,
  words: z.number().describe('of the body'),
  extra,
  markdown,
  html,
});

/** Of a canceled article nothing is known but where it was. */
export const canceledRecord = z.strictObject({
  id: text,
  uri: text,
  url,
  slug: text,
  date: day,
  redirectFrom: former,
});

export const briefingRecord = z.strictObject({
  date: day,
  uri: text,
  url,
  written: z.boolean().describe('whether an editor wrote for this day; if not, it has items only'),
  title: text.nullable(),
  summary: text.nullable(),
  keyTakeaways: texts,
  watching: z.array(z.strictObject({ text, due: day.nullable() })),
  lead: texts.describe('ids of the items that the editor put first'),
  articles: texts.describe('ids of all items, in the order of the day'),
  corrections: z.array(correction),
  extra,
  markdown,
  html,
});

export const topicRecord = z.strictObject({
  id: text,
  url,
  name: text,
  aliases: texts,
  broader: text.nullable().describe('the id of the wider topic (SKOS)'),
  summary: text.nullable(),
  mediatopic: text.nullable().describe('IPTC Media Topics, eight digits'),
  sameAs: texts,
  redirectFrom: former,
  extra,
  markdown,
  html,
});

const actorType = z.enum(['person', 'organisation', 'state', 'group']);

export const actorRecord = z.strictObject({
  id: text,
  url,
  name: text,
  type: actorType,
  aliases: texts,
  weakAliases: texts.describe('names too common to be found in running text'),
  formerNames: texts,
  summary: text.nullable(),
  country: text.nullable().describe('ISO 3166-1 alpha-2'),
  wikidata: text.nullable(),
  sameAs: texts,
  roles: z.array(
    z.strictObject({
      role: text,
      of: text.nullable().describe('as written'),
      ofActor: text.nullable().describe('the id that it names, if any'),
      from: text.nullable().describe('YYYY, YYYY-MM or YYYY-MM-DD'),
      to: text.nullable(),
    }),
  ),
  related: z.array(z.strictObject({ actor: text.describe('an id'), type: text })),
  redirectFrom: former,
  extra,
  markdown,
  html,
});

export const storyRecord = z.strictObject({
  id: text,
  url,
  name: text,
  aliases: texts,
  summary: text.nullable(),
  status: z.enum(['developing', 'closed']),
  topics: texts,
  actors: texts,
  redirectFrom: former,
  extra,
  markdown,
  html,
});

export const pageRecord = z.strictObject({
  url,
  path: text.describe('slugs, joined by /'),
  title: text,
  summary: text.nullable(),
  order: z.number().nullable().describe('in the navigation; null: not in it'),
  updated: day.nullable(),
  lang: text,
  redirectFrom: former,
  extra,
  markdown,
  html,
});

/** A topic that became another: its names mean the other, its address redirects. */
export const mergedTopicRecord = z.strictObject({
  id: text,
  name: text,
  aliases: texts,
  mergedInto: text,
  redirectFrom: former,
});

export const mergedActorRecord = mergedTopicRecord.extend({
  type: actorType,
  weakAliases: texts,
  formerNames: texts,
});

/** A file that is published as it is; its bytes are at the site, below `url`. */
export const fileRecord = z.strictObject({ path: text });

/** What stands in lists, by the name of the list and the kind of a line of NDJSON. */
export const listRecords = {
  articles: ['article', articleRecord],
  canceled: ['canceled', canceledRecord],
  briefings: ['briefing', briefingRecord],
  topics: ['topic', topicRecord],
  actors: ['actor', actorRecord],
  stories: ['story', storyRecord],
  pages: ['page', pageRecord],
  mergedTopics: ['mergedTopic', mergedTopicRecord],
  mergedActors: ['mergedActor', mergedActorRecord],
  files: ['file', fileRecord],
} as const;

export type ListName = keyof typeof listRecords;

/** The JSON export. */
export const exportDocument = z.strictObject({
  format: z.literal('dateline'),
  version: z.literal(exportVersion),
  site: siteRecord,
  articles: z.array(articleRecord).describe('newest first, within a day in the order of the day'),
  canceled: z.array(canceledRecord).describe('published once, and withdrawn'),
  briefings: z.array(briefingRecord).describe('every day, newest first'),
  topics: z.array(topicRecord),
  actors: z.array(actorRecord),
  stories: z.array(storyRecord),
  pages: z.array(pageRecord),
  mergedTopics: z.array(mergedTopicRecord),
  mergedActors: z.array(mergedActorRecord),
  files: z.array(fileRecord),
});

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

export type ExportDocument = Frozen<z.output<typeof exportDocument>>;
export type ExportLists = Pick<ExportDocument, ListName>;
export type ArticleRecord = ExportLists['articles'][number];

/**
 * The JSON Schema (2020-12) of the JSON export; of a line of the NDJSON export it is `$defs.line`,
 * the same records with a `kind`.
 */
export function makeExportSchema(): Readonly<Record<string, unknown>> {
  const lines = [
    z.object({ kind: z.literal('site'), ...siteRecord.shape }).loose(),
    ...Object.values(listRecords).map(([kind, record]) =>
      z.strictObject({ kind: z.literal(kind), ...record.shape }),
    ),
  ];
  const { anyOf } = z.toJSONSchema(z.union(lines));
  const { $schema, ...document } = z.toJSONSchema(exportDocument);
  return { $schema, title: 'Dateline export', ...document, $defs: { line: { anyOf } } };
}
