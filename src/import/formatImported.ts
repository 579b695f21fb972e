import type { Draft } from './draft.ts';
import type { Candidate } from './findCandidates.ts';
import { formatLines } from './formatLines.ts';
import type { ImportedItem } from './importItems.ts';
import type { Marked } from './marked.ts';

/**
 * What a command prints of an imported item: its file, what was found, what to do next.
 * @param input the file or address that it is of, where there are several
 */
export function formatImported(
  imported: ImportedItem,
  content: string,
  input: string | null = null,
): string {
  const from = input === null ? [] : [`  ${'input'.padEnd(12)}${input}`];
  if (imported.kind === 'known') {
    const { file, candidates, isRepeat, doubt, item } = imported;
    const lines = isRepeat
      ? [`${file}: has this already, not written again`, `  ${item.title}`]
      : [`${file}: imported before, left as it is${doubt === null ? '' : `; ${doubt}`}`];
    lines.push(...from);
    if (candidates.length > 0) lines.push(`  ${'unknown'.padEnd(12)}${candidatesOf(candidates)}`);
    const hint = createOf(candidates);
    if (hint !== '') lines.push(`  ${'next'.padEnd(12)}${hint}`);
    return formatLines(lines);
  }
  const { draft } = imported;
  const { item } = draft;
  const titleNote = item.titleGuess ?? item.titleDoubt;
  const lines = [
    `${content}/${draft.relative}`,
    `  ${item.title}${titleNote === undefined ? '' : ` (${titleNote})`}`,
    ...from,
  ];
  const show = (label: string, text: string): void => {
    if (text !== '') lines.push(`  ${label.padEnd(12)}${text}`);
  };
  show('date', mark(item.date));
  if (item.embargo !== undefined) {
    const { until, text } = item.embargo;
    show('embargo', until ?? `"${text}" is no moment with a zone: add embargoed: yourself`);
  }
  show('dateline', item.dateline === null ? '' : mark(item.dateline));
  show('sources', draft.sources.map(({ name, guess }) => mark({ value: name, guess })).join(', '));
  show('authors', item.authors.map(mark).join(', '));
  show(
    'actors',
    draft.actors.map(({ value, guess }) => mark({ value: value.id, guess })).join(', '),
  );
  show('countries', draft.countries.map(mark).join(', '));
  show('topics', draft.topics.map(mark).join(', '));
  show('unknown', candidatesOf(draft.candidates));
  for (const { item: other, kind } of draft.similar) {
    if (kind === 'related') continue;
    const what = kind === 'duplicate' ? 'same text' : 'same story?';
    show(what, `${other.entry.file} (${other.day}) ${other.title}`);
  }
  for (const warning of draft.warnings) show('warning', warning);
  for (const note of draft.notes) show('note', note);
  if (item.leftOut.length > 0) show('left out', leftOutOf(item.leftOut));
  lines.push(`  ${'next'.padEnd(12)}${nextOf(draft)}`);
  return formatLines(lines);
}

/** A guess has a question mark. */
function mark({ value, guess }: Marked<string>): string {
  return guess === null ? value : `${value}?`;
}

/** How many names and lines are shown; the file and --json have all. */
const shown = 8;

function candidatesOf(candidates: readonly Candidate[]): string {
  const names = candidates
    .slice(0, shown)
    .map(({ name, count, speaks }) => `${name} (${count}${speaks === null ? '' : `, ${speaks}`})`);
  const more = candidates.length - names.length;
  return names.join(', ') + (more > 0 ? `, and ${more} more` : '');
}

function leftOutOf(lines: readonly string[]): string {
  const some = lines
    .slice(0, 3)
    .map((line) => JSON.stringify(line.length > 50 ? `${line.slice(0, 49)}…` : line));
  return some.join(', ') + (lines.length > 3 ? `, and ${lines.length - 3} more` : '');
}

function nextOf({ candidates }: Draft): string {
  const create = createOf(candidates);
  return `read what is marked "# guess", then take out "status: draft"${create === '' ? '' : `; ${create}`}`;
}

function createOf(candidates: readonly Candidate[]): string {
  const first = candidates.find(({ speaks }) => speaks !== null);
  return first === undefined ? '' : `--create "${first.name}" makes an actor`;
}

/** The same as data, for other programs. */
export function toImportedData(
  imported: ImportedItem,
  content: string,
  input: string | null = null,
): Readonly<Record<string, unknown>> {
  if (imported.kind === 'known') {
    const { file, item, isRepeat, doubt, candidates } = imported;
    return { kind: 'known', input, file, title: item.title, isRepeat, doubt, candidates };
  }
  const { draft } = imported;
  const { item } = draft;
  return {
    kind: 'written',
    input,
    file: `${content}/${draft.relative}`,
    title: item.title,
    date: item.date,
    id: draft.id,
    authors: item.authors,
    summary: item.summary,
    dateline: item.dateline,
    countries: draft.countries,
    topics: draft.topics,
    actors: draft.actors.map(({ value, guess }) => ({
      value: value.id,
      guess,
      count: value.count,
      speaks: value.speaks,
    })),
    sources: draft.sources,
    updated: item.updated,
    embargo: item.embargo ?? null,
    lang: item.language,
    url: item.url,
    hash: item.hash,
    candidates: draft.candidates,
    similar: draft.similar.map(({ item: other, kind, overlap }) => ({
      kind,
      file: other.entry.file,
      day: other.day,
      title: other.title,
      overlap: Number(overlap.toFixed(3)),
    })),
    warnings: draft.warnings,
    notes: draft.notes,
    leftOut: item.leftOut,
  };
}
