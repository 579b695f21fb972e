import { parseSlug } from '../urls/slug.ts';
import { parseDay } from '../dates/day.ts';
import { parseSitePath } from '../urls/paths.ts';
import { exportDocument, exportVersion, type ExportDocument } from '../export/schema.ts';

/** An export, or what is wrong with it, in a sentence. */
export type ParsedExport =
  | { readonly kind: 'document'; readonly document: ExportDocument }
  | { readonly kind: 'refused'; readonly reason: string };

/** Parses the JSON export. What becomes part of a file's name is held against its own rules. */
export function parseExport(text: string): ParsedExport {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse('it is no JSON; the format to restore from is json');
  }
  const { format, version } = (data ?? {}) as { format?: unknown; version?: unknown };
  if (format !== 'dateline') return refuse('it is no export of Dateline');
  if (version !== exportVersion) {
    return refuse(`it has version ${String(version)}, and this program reads ${exportVersion}`);
  }
  const result = exportDocument.safeParse(data);
  if (!result.success) {
    const [issue] = result.error.issues;
    return refuse(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it has another shape'}`);
  }
  const name = findBadName(result.data);
  if (name !== null) return refuse(`"${name}" can't be a file's name`);
  return { kind: 'document', document: result.data };
}

function refuse(reason: string): ParsedExport {
  return { kind: 'refused', reason };
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
    files.map(({ path }) => path).find((path) => parseSitePath(path) === null) ??
    null
  );
}
