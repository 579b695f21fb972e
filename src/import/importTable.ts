import stringWidth from 'string-width';
import { formatTable } from '../desk/bars.ts';
import { foldName } from '../names/fold.ts';
import type { Draft } from './draft.ts';
import { formatLine } from './formatLines.ts';
import type { Gathered } from './gatherItems.ts';
import type { ImportedItem } from './importItems.ts';
import type { Marked } from './marked.ts';

/** What became of all inputs of a run. */
export interface ImportRun {
  readonly gathered: Pick<Gathered, 'inputs' | 'passed' | 'problems' | 'unchanged' | 'empty'>;
  /** What became of each item, in the order of `gathered.inputs`. */
  readonly items: readonly ImportedItem[];
  /** The content folder, as the user typed it. */
  readonly content: string;
}

type Row = readonly [input: string, draft: string, toLookAt: string];

const none = '–';

/**
 * Formats a run as a table: input, draft, what to look at; then what was known, what was passed over, and last what
 * failed; then totals.
 * @param width of the terminal in columns, where each row becomes a few lines if it has no room; null: no terminal
 */
export function formatImportTable(run: ImportRun, width: number | null): string {
  const folder = `${run.content}/articles/`;
  const shorten = (file: string): string =>
    file.startsWith(folder) ? file.slice(folder.length) : file;
  const { rows, counts } = listRows(run, shorten);
  const heading: Row = ['input', `draft in ${folder}`, 'to look at'];
  const cells = [heading, ...rows].map((row) => row.map(formatLine));
  const table = formatTable(cells);
  const isWide = width !== null && table.split('\n').some((line) => stringWidth(line) > width);
  const lines = isWide
    ? [formatLine(`drafts in ${folder}`), ...cells.slice(1).map(formatStacked)]
    : [table];
  return [...lines, '', ...nameUnknown(run.items), formatCounts(counts)].join('\n');
}

function formatStacked([input = '', draft = '', toLookAt = '']: readonly string[]): string {
  const lines = [input, ...(draft === none ? [] : [`  → ${draft}`])];
  return [...lines, ...(toLookAt === none ? [] : [`    ${toLookAt}`])].join('\n');
}

interface Counts {
  drafts: number;
  toLookAt: number;
  before: number;
  repeats: number;
  nothingNew: number;
  passed: number;
  failed: number;
}

function listRows(
  { gathered, items }: ImportRun,
  shorten: (file: string) => string,
): { readonly rows: readonly Row[]; readonly counts: Counts } {
  const written: Row[] = [];
  const known: Row[] = [];
  const counts = { drafts: 0, toLookAt: 0, before: 0, repeats: 0 };
  const writers = new Map<string, string>();
  for (const [index, imported] of items.entries()) {
    const input = gathered.inputs[index] ?? none;
    if (imported.kind === 'written') {
      const file = shorten(imported.draft.relative.replace(/^articles\//, ''));
      const toLookAt = listDoubts(imported.draft, shorten);
      counts.drafts++;
      if (toLookAt.length > 0) counts.toLookAt++;
      writers.set(file, input);
      written.push([input, file, toLookAt.join('; ') || none]);
      continue;
    }
    const file = shorten(imported.file);
    counts[imported.isRepeat ? 'repeats' : 'before']++;
    const doubt = imported.doubt === null ? '' : `; ${imported.doubt}`;
    const what = imported.isRepeat
      ? `the same as ${writers.get(file) ?? 'another'}`
      : 'imported before';
    known.push([input, file, `${what}${doubt}`]);
  }
  const { passed, problems, unchanged, empty } = gathered;
  const failed = [...empty.map((input) => ({ input, message: 'it lists no feeds' })), ...problems];
  const rows: readonly Row[] = [
    ...written,
    ...known,
    ...unchanged.map((input): Row => [input, none, 'nothing new']),
    ...passed.map(({ input, message }): Row => [input, none, `skipped: ${message}`]),
    ...failed.map(({ input, message }): Row => [input, none, `not imported: ${message}`]),
  ];
  return {
    rows,
    counts: {
      ...counts,
      nothingNew: unchanged.length,
      passed: passed.length,
      failed: failed.length,
    },
  };
}

/** What an editor has to look at in a draft, the most telling first. */
function listDoubts(draft: Draft, shorten: (file: string) => string): readonly string[] {
  const { item, sources, similar, notes, warnings } = draft;
  const doubts: string[] = [];
  for (const [kind, what] of [
    ['duplicate', 'same text as'],
    ['same-story', 'perhaps the same story as'],
  ] as const) {
    const [first, ...others] = similar.filter((each) => each.kind === kind);
    if (first === undefined) continue;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    doubts.push(`${what} ${shorten(first.item.entry.file)}${more}`);
  }
  if (item.embargo !== undefined) {
    doubts.push(item.embargo.until === null ? 'embargo: its moment is open' : 'embargoed');
  }
  const guesses = listGuesses(draft);
  if (guesses.length > 0) doubts.push(`guessed: ${guesses.join(', ')}`);
  if (sources.length === 0) doubts.push('no source');
  const others = warnings.length - (sources.length === 0 && item.post === undefined ? 1 : 0);
  if (others > 0) doubts.push(count(others, 'warning'));
  if (notes.length > 0) doubts.push(count(notes.length, 'note'));
  if (item.leftOut.length > 0) doubts.push(`left out: ${count(item.leftOut.length, 'line')}`);
  return doubts;
}

/** The fields in which something is a guess. */
function listGuesses({ item, actors, topics, countries, sources }: Draft): readonly string[] {
  const isGuess = (value: Pick<Marked<unknown>, 'guess'> | null): boolean =>
    value !== null && value.guess !== null;
  const fields: readonly (readonly [string, boolean])[] = [
    ['title', item.titleGuess !== undefined],
    ['date', isGuess(item.date)],
    ['authors', item.authors.some(isGuess)],
    ['summary', isGuess(item.summary)],
    ['dateline', isGuess(item.dateline)],
    ['countries', countries.some(isGuess)],
    ['topics', topics.some(isGuess)],
    ['actors', actors.some(isGuess)],
    ['sources', sources.some(isGuess)],
    ['lang', isGuess(item.language)],
  ];
  return fields.flatMap(([name, isIt]) => (isIt ? [name] : []));
}

/** How many unknown names are shown; each report's own are told with it. */
const shown = 8;

/** The unknown names of most reports. */
function nameUnknown(items: readonly ImportedItem[]): readonly string[] {
  const names = new Map<string, { readonly name: string; reports: number }>();
  for (const imported of items) {
    const { candidates } = imported.kind === 'written' ? imported.draft : imported;
    for (const { name } of candidates) {
      const fold = foldName(name);
      const known = names.get(fold);
      if (known === undefined) names.set(fold, { name, reports: 1 });
      else known.reports++;
    }
  }
  const most = [...names.values()].sort((one, other) => other.reports - one.reports);
  if (most.length === 0) return [];
  const some = most.slice(0, shown).map(({ name, reports }) => `${name} (${reports})`);
  const more = most.length > shown ? `, and ${most.length - shown} more` : '';
  const told = `unknown names, with their reports: ${some.join(', ')}${more}; --create NAME makes an actor`;
  return [formatLine(told)];
}

function formatCounts(counts: Counts): string {
  const { drafts, toLookAt, before, repeats, nothingNew, passed, failed } = counts;
  const some = (number: number, what: string): readonly string[] =>
    number === 0 ? [] : [`${number} ${what}`];
  return [
    `${count(drafts, 'draft')}${toLookAt === 0 ? '' : ` (${toLookAt} to look at)`}`,
    ...some(before, 'imported before'),
    ...some(repeats, 'the same as another'),
    ...some(nothingNew, 'with nothing new'),
    ...some(passed, 'skipped'),
    ...some(failed, 'not imported'),
  ].join(', ');
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
