import type { Draft } from './draft.ts';
import { formatLines } from './formatLines.ts';
import type { ImportedItem } from './importItems.ts';
import type { WxrContent } from './parseWxr.ts';

type Counts = Readonly<Record<string, number>>;

interface PostCounts {
  /** Posts by the field that the archive gave. */
  readonly mapped: Counts;
  /** Posts by the field that was guessed. */
  readonly guessed: Counts;
  /** Posts by the key that went under `extra`. */
  readonly extra: Counts;
}

/** What became of an archive, for people. */
export function formatPosts(items: readonly ImportedItem[], read: WxrContent): string {
  const drafts = writtenOf(items);
  const shown = drafts.filter(({ status }) => status === 'usable').length;
  const counts = countFields(drafts);
  const repeats = repeatsOf(items);
  const before = items.length - drafts.length - repeats.length;
  const lines = [
    `${drafts.length} written (${shown} shown, ${drafts.length - shown} ${drafts.length - shown === 1 ? 'draft' : 'drafts'}), ${before} imported before`,
  ];
  const show = (label: string, values: Iterable<readonly [string, number]>): void => {
    const text = [...values].map(([what, number]) => `${what} ${number}`).join(', ');
    if (text !== '') lines.push(`  ${label.padEnd(12)}${text}`);
  };
  show('mapped', Object.entries(counts.mapped));
  show('guessed', Object.entries(counts.guessed));
  show('extra', Object.entries(counts.extra));
  show('left out', read.leftOut);
  for (const [what, titles] of read.titles)
    lines.push(`  ${what}: ${titles.map(quote).join(', ')}`);
  for (const { item, file } of repeats) {
    lines.push(`  ${quote(item.title)}: not written, for ${file} has it already`);
  }
  for (const each of items) {
    if (each.kind !== 'known' || each.doubt === null) continue;
    lines.push(`  ${quote(each.item.title)}: imported before as ${each.file}; ${each.doubt}`);
  }
  for (const url of read.attachments) lines.push(`  attachment  ${url}`);
  for (const { relative, item } of drafts) {
    for (const doubt of item.post?.doubts ?? []) lines.push(`  ${relative}: ${doubt}`);
  }
  return formatLines(lines);
}

/** The same as data, for other programs. */
export function toPostsData(
  items: readonly ImportedItem[],
  read: WxrContent,
  content: string,
): Readonly<Record<string, unknown>> {
  const drafts = writtenOf(items);
  return {
    kind: 'archive',
    written: drafts.map(({ relative, status, item }) => ({
      file: `${content}/${relative}`,
      status,
      doubts: item.post?.doubts ?? [],
    })),
    known: items.flatMap((each) => (each.kind === 'known' ? [each.file] : [])),
    repeated: repeatsOf(items).map(({ item, file }) => ({ title: item.title, file })),
    ...countFields(drafts),
    leftOut: Object.fromEntries(read.leftOut),
    titles: Object.fromEntries(read.titles),
    attachments: read.attachments,
  };
}

type KnownItem = Extract<ImportedItem, { readonly kind: 'known' }>;

/** Items that another item of the same archive is. */
function repeatsOf(items: readonly ImportedItem[]): readonly KnownItem[] {
  return items.flatMap((each) => (each.kind === 'known' && each.isRepeat ? [each] : []));
}

function quote(title: string): string {
  return `"${title}"`;
}

function writtenOf(items: readonly ImportedItem[]): readonly Draft[] {
  return items.flatMap((each) => (each.kind === 'written' ? [each.draft] : []));
}

function countFields(drafts: readonly Draft[]): PostCounts {
  const counts = { mapped: {}, guessed: {}, extra: {} } as Record<
    keyof PostCounts,
    Record<string, number>
  >;
  const add = (kind: keyof PostCounts, field: string, has: boolean): void => {
    if (has) counts[kind][field] = (counts[kind][field] ?? 0) + 1;
  };
  for (const { item, topics, actors, countries, redirectFrom, unknownTerms } of drafts) {
    const isGuess = ({ guess }: { readonly guess: string | null }): boolean => guess !== null;
    add('mapped', 'date', !isGuess(item.date));
    add('mapped', 'authors', item.authors.length > 0);
    add('mapped', 'summary', item.summary !== null);
    add('mapped', 'updated', item.updated !== null);
    add('mapped', 'lang', item.language !== null);
    add(
      'mapped',
      'topics',
      topics.some((each) => !isGuess(each)),
    );
    add('mapped', 'image', item.post?.image !== null);
    add('mapped', 'redirectFrom', redirectFrom.length > 0);
    add('guessed', 'date', isGuess(item.date));
    add('guessed', 'topics', topics.some(isGuess));
    add('guessed', 'actors', actors.some(isGuess));
    add('guessed', 'countries', countries.some(isGuess));
    add('extra', 'terms', unknownTerms.length > 0);
    for (const key of Object.keys(item.extra)) add('extra', key, true);
  }
  return counts;
}
