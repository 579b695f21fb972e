import { splitTerm, type Split, type TermSplit } from '../edit/splitTerm.ts';
import type { TermKind } from '../edit/references.ts';
import { loadTerms } from '../load/loadSite.ts';
import { actorTypes } from '../parse/actor.ts';
import { parseArticleFilter, type FilterOptions } from './articleFilter.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { offerChanges } from './offerChanges.ts';
import { checkContentFolder } from './options.ts';
import { createPrinter } from './printer.ts';
import { makeChange, parseTermKind, type TermCommandOptions } from './runTerm.ts';
import { UsageError } from './usageError.ts';

export interface SplitCommandOptions extends TermCommandOptions, FilterOptions {
  readonly name?: string;
  readonly summary?: string;
  readonly type?: string;
  readonly broader?: string;
  readonly alias?: readonly string[];
  readonly articles?: readonly string[];
  readonly text?: string;
  readonly both?: boolean;
}

/** `dateline split`: two entries of one, after a look at the list of what changes. */
export async function runSplit(
  [kind = '', from = '', to = '']: readonly string[],
  options: SplitCommandOptions,
): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const known = parseTermKind(kind);
  const loaded = loadTerms(checkContentFolder(options.content));
  const { name = null, summary = null, broader = null, text = null } = options;
  const type = actorTypes.find((each) => each === options.type) ?? null;
  if (type === null && options.type !== undefined) {
    throw new UsageError(`--type is one of ${actorTypes.join(', ')}`);
  }
  for (const [option, value] of Object.entries({ name, text })) {
    if (value?.trim() === '') throw new UsageError(`--${option} is empty`);
  }
  const split: Split = {
    ...{ kind: known, from, to, name, summary, type, broader },
    aliases: options.alias ?? [],
    choice: {
      filter: parseArticleFilter(options, loaded.names),
      files: options.articles ?? [],
      text,
    },
    isBoth: options.both ?? false,
  };
  const change = makeChange(() => splitTerm(loaded, split));
  const files = await offerChanges(change.changes, options, printer, {
    text: formatSplit(split, known, change),
    hasDiff: options.diff === true,
  });
  const { articles } = change;
  if (printer.isJson)
    printer.result('', { from: change.from.id, to: change.to.id, articles, files });
  return exitStatus.done;
}

/** What a split does: the articles that go over first, then whatever else changes. */
function formatSplit({ isBoth }: Split, kind: TermKind, split: TermSplit): string {
  const { from, to, changes, naming, articles, names } = split;
  const changed = new Set(changes.map(({ file }) => file));
  return [
    `split ${kind}: ${from.id} (${from.name}) → ${to.id} (${to.name})`,
    ...(names.length === 0 ? [] : [`  its names from now on: ${names.join(', ')}`]),
    `  ${articles.length} of ${naming} ${naming === 1 ? 'article' : 'articles'} that named ${from.id} ${articles.length === 1 ? 'names' : 'name'} ${to.id}${isBoth ? ' too' : ''}:`,
    ...articles.map((file) => `    ${file}${changed.has(file) ? '' : ', as it is'}`),
    ...changes.flatMap(({ file, before }) => {
      if (articles.includes(file)) return [];
      return [`  ${file}${before === null ? ' is new' : ''}`];
    }),
  ].join('\n');
}
