import { tagArticle, type Tags } from '../edit/tagArticle.ts';
import { loadTerms } from '../load/loadSite.ts';
import type { Names } from '../resolve/context.ts';
import { findSelection, type SelectionOptions } from './articleSelection.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { idsFrom } from './newSpec.ts';
import { offerChanges } from './offerChanges.ts';
import { checkContentFolder } from './options.ts';
import { createPrinter, formatNumber } from './printer.ts';
import { UsageError } from './usageError.ts';

export interface TagCommandOptions extends SelectionOptions {
  readonly addTopic?: readonly string[];
  readonly removeTopic?: readonly string[];
  readonly addActor?: readonly string[];
  readonly removeActor?: readonly string[];
}

/** `dateline tag`: articles that meet conditions name topics and actors, or no more, after a look at the changes. */
export async function runTag(
  files: readonly string[],
  options: TagCommandOptions,
): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const loaded = loadTerms(checkContentFolder(options.content));
  const tags = parseTags(options, loaded.names);
  const { articles, problems } = findSelection(files, options, loaded, false, printer);
  const all = articles.map((article) => tagArticle(article, tags, loaded));
  const refused = all.flatMap((each) => (each.kind === 'refused' ? [each.file] : []));
  for (const file of refused) {
    printer.error(
      `${file} is left as it is: its lists are full, or written so that nothing can be changed safely; write one name a line`,
    );
  }
  const isNamed = (count: number): string =>
    `${formatNumber(count, 'article')} ${count === 1 ? 'is' : 'are'} tagged so already`;
  const same = all.filter(({ kind }) => kind === 'same').length;
  if (all.length === 0) printer.note('no article meets these conditions');
  else if (same > 0) printer.note(isNamed(same));
  const changes = all.flatMap((each) => (each.kind === 'changed' ? [each.change] : []));
  const written = await offerChanges(changes, options, printer);
  if (printer.isJson) {
    const changed = changes.map(({ file }) => file);
    printer.result('', { changed, refused, files: written });
  }
  if (problems.length > 0) return exitStatus.content;
  return refused.length > 0 ? exitStatus.usage : exitStatus.done;
}

/** @throws UsageError */
function parseTags(options: TagCommandOptions, { topics, actors }: Names): Tags {
  const { addTopic = [], removeTopic = [], addActor = [], removeActor = [] } = options;
  const tags: Tags = {
    add: { topics: idsFrom(topics, addTopic), actors: idsFrom(actors, addActor) },
    remove: { topics: idsFrom(topics, removeTopic), actors: idsFrom(actors, removeActor) },
  };
  const ids = [...Object.values(tags.add), ...Object.values(tags.remove)].flat();
  if (ids.length === 0) {
    throw new UsageError(
      'say what to change: --add-topic, --remove-topic, --add-actor, --remove-actor',
    );
  }
  for (const key of ['topics', 'actors'] as const) {
    const both = tags.add[key].find((id) => tags.remove[key].includes(id));
    if (both !== undefined) throw new UsageError(`${both} is to be added and removed`);
  }
  return tags;
}
