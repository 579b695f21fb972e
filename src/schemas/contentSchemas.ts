import type * as z from 'zod';
import { actorSchema } from '../parse/actor.ts';
import { articleSchema } from '../parse/article.ts';
import { briefingSchema } from '../parse/briefing.ts';
import { pageSchema } from '../parse/page.ts';
import { siteSchema } from '../parse/site.ts';
import { storySchema } from '../parse/story.ts';
import { topicSchema } from '../parse/topic.ts';
import type { SourceKind } from '../read/places.ts';

/** The ledger has no front matter. */
export type SchemaKind = Exclude<SourceKind, 'ledger'>;

/** The schema of each kind of content file. */
export const contentSchemas: Readonly<Record<SchemaKind, z.ZodObject>> = {
  site: siteSchema,
  article: articleSchema,
  briefing: briefingSchema,
  topic: topicSchema,
  actor: actorSchema,
  story: storySchema,
  page: pageSchema,
};

/** The kinds of files that others name. */
export type NamedKind = 'topics' | 'actors' | 'stories';

/** Where names of each kind stand: keys, and `items` for the items of a list. */
export const namePlaces: Readonly<Record<NamedKind, readonly string[]>> = {
  topics: [
    'article topics items',
    'story topics items',
    'topic broader',
    'site feed pairs items topic',
  ],
  actors: [
    'article actors items',
    'article actors items actor',
    'story actors items',
    'actor related items actor',
    'actor roles items of',
    'site feed pairs items actor',
  ],
  stories: ['article story'],
};
