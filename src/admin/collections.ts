import type { Site } from '../model/site.ts';
import { foldName } from '../names/fold.ts';
import { contentSchemas, namePlaces, type NamedKind } from '../schemas/contentSchemas.ts';
import { nameKey } from './contentFormat.ts';
import { listFormFields, type Choices, type FormContext } from './formFields.ts';
import type { AdminData, FileShape } from './shape.ts';

/** A collection of Decap's configuration, and how its files are read and written. */
export interface Collection {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly shape: FileShape;
}

interface Recipe {
  readonly kind: 'article' | 'briefing' | 'topic' | 'actor' | 'story' | 'page';
  readonly label: string;
  readonly single: string;
  /** The field of which a new file's name is made; null where it is the day. */
  readonly namedFor: 'title' | 'name' | null;
  /** Decap's templates. `path` says how deep folders are looked into, too. */
  readonly slug: string;
  readonly path?: string;
  readonly summary: string;
  readonly sort: readonly string[];
  /** The newest first, where there are days. */
  readonly sortBy?: string;
}

const day = '{{year}}-{{month}}-{{day}}';
const named = { slug: '{{slug}}', summary: '{{name}}', namedFor: 'name', sort: ['name'] } as const;

/** By the folder in the content tree, which is the collection's name. */
const recipes: Readonly<Record<string, Recipe>> = {
  articles: {
    ...{ kind: 'article', label: 'Articles', single: 'Article', namedFor: 'title' },
    // As `dateline new` names them.
    ...{ slug: `${day}-{{slug}}`, path: '{{year}}/{{slug}}' },
    ...{ summary: '{{date}} · {{title}}', sort: ['date', 'title', 'urgency'], sortBy: 'date' },
  },
  briefings: {
    ...{ kind: 'briefing', label: 'Briefings', single: 'Briefing', namedFor: null, slug: day },
    ...{ summary: '{{date}} {{title}}', sort: ['date'], sortBy: 'date' },
  },
  topics: { kind: 'topic', label: 'Topics', single: 'Topic', ...named },
  actors: { kind: 'actor', label: 'Actors', single: 'Actor', ...named },
  stories: { kind: 'story', label: 'Stories', single: 'Story', ...named },
  pages: {
    ...{ kind: 'page', label: 'Pages', single: 'Page', namedFor: 'title', slug: '{{slug}}' },
    ...{ summary: '{{title}}', sort: ['title', 'order'] },
  },
};

/** What is there without being written. */
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  article: { linkMentions: true },
  ...Object.fromEntries(['topic', 'actor', 'story'].map((kind) => [kind, { public: false }])),
};

const presets = {
  'article date': '{{now}}',
  'article status': 'draft',
  'article linkMentions': true,
  'briefing date': '{{now}}',
};

const hintForPublic = 'Keep its page though only drafts and withheld items name it';

/** The collections of the content tree, as forms, made of the schemas that content is held against. */
export function buildCollections(site: Site, content: string): readonly Collection[] {
  const choices = listChoices(site);
  const context: FormContext = {
    choices,
    presets,
    hints: {
      'article date': `The briefing day in ${site.config.zone}`,
      'briefing date': `The day in ${site.config.zone}; it becomes the name of the file`,
      ...Object.fromEntries(
        ['topic', 'actor', 'story'].map((kind) => [`${kind} public`, hintForPublic]),
      ),
    },
    // An office may be of somebody who has no file.
    namesAt: (place) => (place === 'actor roles items of' ? null : findNames(place)),
  };
  return Object.entries(recipes).map(([name, recipe]) => {
    const { fields, shapes } = listFormFields(recipe.kind, contentSchemas[recipe.kind], context);
    const { label, single, namedFor, slug, path, summary, sort, sortBy } = recipe;
    const hidden = { name: nameKey, label: 'File name', widget: 'hidden', required: false };
    const body = { name: 'body', label: 'Text (Markdown)', widget: 'markdown', required: false };
    return {
      name,
      shape: {
        fields: shapes,
        defaults: defaults[recipe.kind] ?? {},
        namedFor,
        hasId: recipe.kind === 'article',
      },
      config: {
        name,
        label,
        label_singular: single,
        folder: `${content}/${name}`,
        create: true,
        extension: 'md',
        format: `dateline-${name}`,
        slug,
        ...(path === undefined ? {} : { path }),
        identifier_field: namedFor === null ? 'date' : nameKey,
        summary,
        sortable_fields: sort.map((each) =>
          each === sortBy ? { field: each, default_sort: 'desc' } : each,
        ),
        editor: { preview: false },
        // Other modes print all of a text anew.
        fields: [...fields, ...(namedFor === null ? [] : [hidden]), { ...body, modes: ['raw'] }],
      },
    };
  });
}

function listChoices(site: Site): Choices {
  const sorted = (list: { readonly id: string; readonly name: string }[]): Choices['topics'] =>
    list.map(({ id, name }) => ({ label: name, value: id }));
  return {
    topics: sorted(Array.from(site.topics.values(), ({ topic }) => topic)),
    actors: sorted(Array.from(site.actors.values(), ({ actor }) => actor)),
    // Stories come by their last article, which changes daily.
    stories: sorted(
      Array.from(site.stories.values(), ({ story }) => story).sort((a, b) =>
        a.id < b.id ? -1 : 1,
      ),
    ),
  };
}

/** From every name of the site, folded, to its id. Content in which two claim a name is no site. */
export function listIds(site: Site): AdminData['ids'] {
  const topics = Array.from(site.topics.values(), ({ topic }) => topic);
  const actors = Array.from(site.actors.values(), ({ actor }) => actor);
  const stories = Array.from(site.stories.values(), ({ story }) => story);
  return {
    topics: toIds(topics.map(namesOf)),
    actors: toIds(
      actors.map(({ id, name, aliases, formerNames }) => ({
        id,
        names: [name, ...aliases, ...formerNames],
      })),
    ),
    stories: toIds(stories.map(namesOf)),
  } satisfies Record<NamedKind, unknown>;
}

interface Term {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

function namesOf({ id, name, aliases }: Term): Parameters<typeof toIds>[0][number] {
  return { id, names: [name, ...aliases] };
}

function toIds(
  terms: readonly { readonly id: string; readonly names: readonly string[] }[],
): Readonly<Record<string, string>> {
  const ids = new Map<string, string>();
  for (const { id, names } of terms) for (const name of [id, ...names]) ids.set(foldName(name), id);
  return Object.fromEntries([...ids].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function findNames(place: string): NamedKind | null {
  const kinds = Object.keys(namePlaces) as readonly NamedKind[];
  return kinds.find((kind) => namePlaces[kind].includes(place)) ?? null;
}
