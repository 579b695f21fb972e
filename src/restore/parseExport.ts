import * as z from 'zod';
import { parseDay } from '../dates/day.ts';
import {
  exportDocument,
  exportVersion,
  listRecords,
  type ExportDocument,
  type ListName,
} from '../export/schema.ts';
import { findFault } from '../parse/plainData.ts';
import { escapePath } from '../urls/address.ts';
import { parseSitePath } from '../urls/paths.ts';
import { parseSlug } from '../urls/slug.ts';

/** Something of an export that can't be kept. */
export interface Loss {
  /** What kind of thing it is: `article`, `topic`, … */
  readonly what: string;
  /** Which one, by its id, name or place in the export. */
  readonly which: string;
  readonly why: string;
}

/** An export and what of it can't be read, or what is wrong with all of it, in a sentence. */
export type ParsedExport =
  | {
      readonly kind: 'document';
      readonly document: ExportDocument;
      readonly losses: readonly Loss[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

const listNames = Object.keys(listRecords) as readonly ListName[];
const someList = z.array(z.unknown());

/** The document with its lists as they are: one bad record is no reason to refuse all others. */
const envelope = exportDocument.extend(
  Object.fromEntries(listNames.map((name) => [name, someList])) as Record<
    ListName,
    typeof someList
  >,
);

/** Parses the JSON export. What becomes part of a file's name is held against its own rules. */
export function parseExport(text: string): ParsedExport {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse('it is no JSON; the format to restore from is json');
  }
  const { format, version, site } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (format !== 'dateline') return refuse('it is no export of Dateline');
  if (version !== exportVersion) {
    return refuse(`it has version ${String(version)}, and this program reads ${exportVersion}`);
  }
  const fault = findFault(site);
  if (fault !== null) return refuse(`site: ${fault}`);
  const result = envelope.safeParse(data);
  if (!result.success) return refuse(describe(result.error));
  const losses: Loss[] = [];
  const lists = Object.fromEntries(
    listNames.map((name) => [name, keepSound(name, result.data[name], losses)]),
  );
  const document = exportDocument.parse({ ...result.data, ...lists });
  const name = findBadName(document);
  if (name !== null) return refuse(`"${name}" can't be a file's name`);
  return { kind: 'document', document, losses };
}

function refuse(reason: string): ParsedExport {
  return { kind: 'refused', reason };
}

/** The records of a list that can be read; the others become losses. */
function keepSound(
  list: ListName,
  records: readonly unknown[],
  losses: Loss[],
): readonly unknown[] {
  const [what, schema] = listRecords[list];
  return records.filter((record, index) => {
    const result = schema.safeParse(record);
    const why = findFault(record) ?? (result.success ? null : describe(result.error));
    if (why !== null) losses.push({ what, which: nameOf(record) ?? `${list}.${index}`, why });
    return why === null;
  });
}

function describe({ issues: [issue] }: z.ZodError): string {
  const path = issue?.path.join('.') ?? '';
  return `${path === '' ? '' : `${path}: `}${issue?.message ?? 'it has another shape'}`;
}

function nameOf(record: unknown): string | null {
  if (typeof record !== 'object' || record === null) return null;
  const { id, path, date, title } = record as Readonly<Record<string, unknown>>;
  return [id, path, date, title].find((name) => typeof name === 'string') ?? null;
}

function findBadName(document: ExportDocument): string | null {
  const { articles, canceled, briefings, topics, actors, stories, pages } = document;
  const { mergedTopics, mergedActors, files } = document;
  const slugs = [
    ...[...articles, ...canceled].map(({ slug }) => slug),
    ...[...topics, ...actors, ...stories, ...mergedTopics, ...mergedActors].map(({ id }) => id),
    ...pages.flatMap(({ path }) => path.split('/')),
  ];
  const days = [...articles, ...canceled, ...briefings].map(({ date }) => date);
  return (
    slugs.find((slug) => parseSlug(slug) === null) ??
    days.find((day) => parseDay(day) === null) ??
    files.map(({ path }) => path).find((path) => parseSitePath(escapePath(path)) !== path) ??
    null
  );
}
