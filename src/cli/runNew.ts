import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { writeChanges } from '../edit/changes.ts';
import {
  newActor,
  newArticle,
  newBriefing,
  newStory,
  newTopic,
  slugOfTitle,
  type NewFile,
} from '../edit/newFile.ts';
import { loadTerms } from '../load/loadSite.ts';
import { actorTypes } from '../parse/actor.ts';
import { statuses } from '../parse/article.ts';
import { hintForCountry } from '../parse/country.ts';
import { country as countryField } from '../parse/fields.ts';
import type { Registry } from '../registry/registry.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import {
  chooseIds,
  chooseStory,
  dayFrom,
  findSameName,
  idFrom,
  idsFrom,
  requireText,
  type NewContext,
} from './newSpec.ts';
import { checkContentFolder, type CommonOptions } from './options.ts';
import { createPrinter } from './printer.ts';
import { createPrompts } from './prompts.ts';
import { UsageError } from './usageError.ts';

export type NewKind = 'article' | 'briefing' | 'topic' | 'actor' | 'story';

export interface NewCommandOptions extends CommonOptions {
  readonly now?: string;
  readonly edit?: boolean;
  readonly title?: string;
  readonly date?: string;
  readonly slug?: string;
  readonly id?: string;
  readonly name?: string;
  readonly type?: string;
  readonly summary?: string;
  readonly dateline?: string;
  readonly country?: readonly string[];
  readonly topic?: readonly string[];
  readonly actor?: readonly string[];
  readonly story?: string;
  readonly source?: readonly string[];
  readonly alias?: readonly string[];
  readonly broader?: string;
  readonly status?: string;
}

/** `dateline new`: one new file from options and, at a terminal, answers. Nothing is overwritten. */
export async function runNew(kind: NewKind, options: NewCommandOptions): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const content = checkContentFolder(options.content);
  const editor = options.edit === true ? findEditor() : null;
  const terms = loadTerms(content);
  const prompts = printer.isJson ? null : await createPrompts();
  const made = await makers[kind](options, { terms, prompts, now: options.now });
  const other = findSameName(terms, made.relative);
  if (other !== null) throw new UsageError(`${other} is there already`);
  const location = path.join(content, made.relative);
  const file = location.split(path.sep).join('/');
  writeChanges([{ file, location, before: null, after: made.text, moveTo: null }]);
  printer.result(file, { file, id: made.id });
  if (editor !== null) openEditor(editor, location);
  return exitStatus.done;
}

const makers: Readonly<
  Record<NewKind, (options: NewCommandOptions, context: NewContext) => Promise<NewFile>>
> = {
  article: makeArticle,
  briefing: (options, context) =>
    Promise.resolve(
      newBriefing(dayFrom(options.date, context), options.title ?? null, options.summary ?? null),
    ),
  topic: async (options, context) => {
    const name = await requireText(options.name, '--name', 'Name of the topic', context);
    checkFreeNames(context.terms.names.topics, [name, ...(options.alias ?? [])]);
    const broader = options.broader === undefined ? [] : [options.broader];
    const [wider = null] = idsFrom(context.terms.names.topics, broader);
    const id = idFrom(options.id, name);
    const { alias: aliases = [], summary = null } = options;
    return newTopic({ id, name, aliases, broader: wider, summary });
  },
  actor: makeActor,
  story: async (options, context) => {
    const name = await requireText(options.name, '--name', 'Name of the story', context);
    const { alias: aliases = [], summary = null } = options;
    checkFreeNames(context.terms.names.stories, [name, ...aliases]);
    const id = idFrom(options.id, name);
    const topics = await chooseIds('topics', options.topic, context);
    const actors = await chooseIds('actors', options.actor, context);
    return newStory({ id, name, aliases, summary, topics, actors });
  },
};

async function makeArticle(options: NewCommandOptions, context: NewContext): Promise<NewFile> {
  const { status = 'draft', summary = null, dateline = null } = options;
  oneOf('--status', status, statuses);
  const day = dayFrom(options.date, context);
  const countries = checkCountries(options.country ?? []);
  const title = await requireText(options.title, '--title', 'Headline', context);
  const slug = options.slug === undefined ? slugOfTitle(title) : idFrom(options.slug, '');
  if (slug === null) throw new UsageError(`"${title}" makes no slug; add --slug`);
  const topics = await chooseIds('topics', options.topic, context);
  const actors = await chooseIds('actors', options.actor, context);
  const story = await chooseStory(options.story, context);
  const { source: sources = [] } = options;
  const terms = { countries, topics, actors, story, sources };
  return newArticle({ title, day, slug, summary, dateline, status, ...terms });
}

async function makeActor(options: NewCommandOptions, context: NewContext): Promise<NewFile> {
  const [country = null, ...others] = checkCountries(options.country ?? []);
  if (others.length > 0) throw new UsageError('an actor has one --country');
  const name = await requireText(options.name, '--name', 'Name of the actor', context);
  checkFreeNames(context.terms.names.actors, [name, ...(options.alias ?? [])]);
  const given = options.type;
  if (given === undefined && context.prompts === null) throw new UsageError('--type is missing');
  const choices = actorTypes.map((value) => ({ value, label: value }));
  const chosen = given ?? (await context.prompts?.choose('Type', choices)) ?? '';
  const type = oneOf('--type', chosen, actorTypes);
  const { alias: aliases = [], summary = null } = options;
  return newActor({ id: idFrom(options.id, name), name, type, aliases, summary, country });
}

/** A name that is somebody's already would be an error of the next build. */
function checkFreeNames(registry: Registry, names: readonly string[]): void {
  for (const name of names) {
    const found = registry.resolve(name);
    if (found.kind !== 'found') continue;
    throw new UsageError(`"${name}" is a name of the ${registry.kind} ${found.id} already`);
  }
}

function oneOf<Value extends string>(
  option: string,
  value: string,
  values: readonly Value[],
): Value {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} is one of ${values.join(', ')}`);
  return found;
}

function checkCountries(countries: readonly string[]): readonly string[] {
  for (const country of countries) {
    if (countryField.safeParse(country).success) continue;
    throw new UsageError(`--country ${country} is no country; ${hintForCountry(country)}`);
  }
  return countries;
}

function findEditor(): string {
  const editor = process.env['VISUAL'] ?? process.env['EDITOR'] ?? '';
  if (editor.trim() === '') throw new UsageError('--edit needs $EDITOR');
  return editor;
}

/** As git does: the variable may hold arguments. */
function openEditor(editor: string, file: string): void {
  const { status } = spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
  if (status !== 0) throw new UsageError(`${editor} ended with ${String(status)}; ${file} stays`);
}
