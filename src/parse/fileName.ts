import { parseDay, type Day } from '../dates/day.ts';
import { wholeFile, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../read/readContent.ts';
import { longestPath, pagePath } from '../urls/paths.ts';
import { byteLength, parseSlug, toSlug, type Slug } from '../urls/slug.ts';

/** The slug that a file's name gives: the name less `.md` and a leading date. */
export function parseFileSlug(source: SourceFile, report: Report): Slug | null {
  const name = baseName(source).replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '');
  return parseNamePart(name, source, report);
}

/** The id that a topic's, actor's or story's file name gives. */
export function parseFileId(source: SourceFile, report: Report): Slug | null {
  return parseNamePart(baseName(source), source, report);
}

/** The slugs of a page's path below `pages/`. */
export function parsePageSlugs(source: SourceFile, report: Report): readonly Slug[] | null {
  const parts = source.relative.replace(/\.md$/, '').split('/').slice(1);
  const slugs = parts.flatMap((part) => parseNamePart(part, source, report) ?? []);
  if (slugs.length < parts.length) return null;
  if (byteLength(pagePath(slugs)) <= longestPath) return slugs;
  report({
    code: 'bad-name',
    file: source.file,
    where: wholeFile,
    message: `the address of this page would have more than ${longestPath} bytes`,
    hint: 'give the file and its folders shorter names',
  });
  return null;
}

/** The day that a briefing's file name gives. */
export function parseFileDay(source: SourceFile, report: Report): Day | null {
  const day = parseDay(baseName(source));
  if (day === null) {
    report({
      code: 'bad-name',
      file: source.file,
      where: wholeFile,
      message: `"${baseName(source)}" is no day`,
      hint: 'name the file for its day, such as 2024-01-05.md',
    });
  }
  return day;
}

function parseNamePart(name: string, source: SourceFile, report: Report): Slug | null {
  const slug = parseSlug(name);
  if (slug !== null) return slug;
  const better = toSlug(name);
  report({
    code: 'bad-name',
    file: source.file,
    where: wholeFile,
    message: `"${name}" can't be part of an address`,
    hint:
      better === null
        ? 'name it with lower-case letters, digits and single hyphens'
        : `rename it to "${better}"`,
  });
  return null;
}

function baseName(source: SourceFile): string {
  return (source.relative.split('/').at(-1) ?? '').replace(/\.md$/, '');
}
