import { formatBars, formatTable } from '../desk/bars.ts';
import { listContent, type ListFilter } from '../desk/listContent.ts';
import { listKinds } from '../desk/listKinds.ts';
import { countStats, type Stats } from '../desk/stats.ts';
import { printable } from '../diagnostics/format.ts';
import { diagnosticSeverities } from '../diagnostics/codes.ts';
import type { LoadedContent } from '../load/stages.ts';
import { withContent } from '../load/withContent.ts';
import { openCaches } from './caches.ts';
import { actorTypes } from '../parse/actor.ts';
import { parseArticleFilter, type FilterOptions } from './articleFilter.ts';
import { exitStatus, type ExitStatus } from './exitStatus.ts';
import { checkContentFolder, parseNow, type CommonOptions } from './options.ts';
import { createPrinter, formatNumber, type Printer } from './printer.ts';
import { standardOutput } from './standardStreams.ts';
import { UsageError } from './usageError.ts';

export interface ListCommandOptions extends CommonOptions, FilterOptions {
  readonly now?: string;
  readonly type?: string;
  readonly unused?: boolean;
  readonly limit?: string;
}

const singular: Readonly<Record<(typeof listKinds)[number], string>> = {
  articles: 'article',
  drafts: 'draft',
  actors: 'actor',
  topics: 'topic',
  stories: 'story',
};

/** `dateline list`: what there is, with counts. */
export async function runList(kind: string, options: ListCommandOptions): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const known = listKinds.find((each) => each === kind);
  if (known === undefined) throw new UsageError(`"${kind}" is none of ${listKinds.join(', ')}`);
  const limit = parseLimit(options.limit);
  const rows = await load(options, printer, (loaded) =>
    listContent(known, loaded, parseFilter(options, loaded)),
  );
  const shown = rows.slice(0, limit);
  if (printer.isJson) for (const row of shown) printer.result('', row);
  else {
    const cells = shown.map((row) =>
      Object.values(row).map((value) => printable(String(value ?? '–'))),
    );
    if (cells.length > 0) standardOutput.write(`${formatTable(cells)}\n`);
    const rest = shown.length < rows.length ? `, ${shown.length} shown` : '';
    printer.note(`${formatNumber(rows.length, singular[known], known)}${rest}`);
  }
  return exitStatus.done;
}

/** `dateline stats`: figures of what is published, with bars. */
export async function runStats(
  options: CommonOptions & { readonly now?: string },
): Promise<ExitStatus> {
  const printer = createPrinter(options.json ?? false);
  const stats = await load(options, printer, ({ site }) => countStats(site));
  printer.result(formatStats(stats), { ...stats });
  return exitStatus.done;
}

function load<Result>(
  { content, now }: CommonOptions & { readonly now?: string },
  printer: Printer,
  use: (loaded: LoadedContent) => Result,
): Promise<Result> {
  const options = { content: checkContentFolder(content), now: parseNow(now), drafts: false };
  return withContent(options, openCaches(printer).build, (loaded) => {
    const errors = loaded.problems.filter(
      ({ code }) => diagnosticSeverities[code] === 'error',
    ).length;
    if (errors > 0)
      printer.note(
        `${formatNumber(errors, 'error')} in the content, see dateline check; the rest is shown`,
      );
    return use(loaded);
  });
}

function parseLimit(text: string | undefined): number {
  const limit = text === undefined ? Infinity : Number(text);
  if (!(limit >= 1)) throw new UsageError(`--limit ${String(text)} is no number from 1`);
  return limit;
}

function parseFilter(options: ListCommandOptions, { content }: LoadedContent): ListFilter {
  const { type = null, unused = false } = options;
  if (type !== null && !actorTypes.some((each) => each === type)) {
    throw new UsageError(`--type is one of ${actorTypes.join(', ')}`);
  }
  return { ...parseArticleFilter(options, content.names), type, unused };
}

function formatStats(stats: Stats): string {
  const width = Math.min(100, process.stdout.columns || 80);
  const { linked, all } = stats.citations;
  const facts = [
    `${formatNumber(stats.articles, 'article')} on ${formatNumber(stats.days, 'day')}${stats.firstDay === null ? '' : `, ${stats.firstDay} to ${String(stats.lastDay)}`}; ${formatNumber(stats.words, 'word')}`,
    [
      formatNumber(stats.topics, 'topic'),
      formatNumber(stats.actors, 'actor'),
      formatNumber(stats.stories, 'story', 'stories'),
      formatNumber(stats.sources, 'source'),
    ].join(', '),
    ...(all === 0
      ? []
      : [`${linked} of ${formatNumber(all, 'citation')} ${linked === 1 ? 'has' : 'have'} a link`]),
  ];
  const charts = Object.entries({
    'Articles a month': stats.months,
    Topics: stats.topTopics,
    Actors: stats.topActors,
    Sources: stats.topSources,
  }).filter(([, rows]) => rows.length > 0);
  const parts = charts.map(([title, rows]) => {
    const safe = rows.map(({ label, count }) => ({ label: printable(label), count }));
    return `${title}\n${formatBars(safe, width)}`;
  });
  return [facts.join('\n'), ...parts].join('\n\n');
}
