import { addDays, type Day } from '../dates/day.ts';
import {
  atKey,
  atValue,
  type Problem,
  type Report,
  type Where,
} from '../diagnostics/diagnostic.ts';
import type { CheckedArticle } from './checkedFile.ts';
import { stripTracking } from './tracking.ts';

/** An item says where it is from, and where a reader can look it up. */
export function checkSources({ file, article }: CheckedArticle, report: Report): void {
  if (article.sources.length === 0) {
    report({
      code: 'no-source',
      file,
      where: atKey('title'),
      message: 'this item names no source',
      hint: 'add sources:',
    });
  }
  for (const [index, { name, url, archived }] of article.sources.entries()) {
    if (url !== null || archived !== null) continue;
    report({
      code: 'source-without-link',
      file,
      where: atKey('sources', index, 'name'),
      message: `the source "${name}" has no link`,
      hint: 'add url: or archived:',
    });
  }
}

/** A link to a source, for the comparison with those of other items. */
export interface CitedLink {
  readonly day: Day;
  readonly file: string;
  readonly title: string;
  readonly url: string;
  readonly where: Where;
}

export function citedLinks({ file, article }: CheckedArticle): readonly CitedLink[] {
  return article.sources.flatMap(({ url }, index) =>
    url === null
      ? []
      : [
          {
            day: article.day,
            file,
            title: article.title,
            url,
            where: atValue('sources', index, 'url'),
          },
        ],
  );
}

/** How many days back a link counts as recent. */
const recentDays = 30;

/** One report in two items may be one item twice. Each link is held against its last use only. */
export function findRepeatedLinks(links: readonly CitedLink[]): readonly Problem[] {
  const problems: Problem[] = [];
  const lastUse = new Map<string, CitedLink>();
  const sorted = links.toSorted((a, b) => compare(a.day, b.day) || compare(a.file, b.file));
  for (const link of sorted) {
    const key = comparableUrl(link.url);
    const other = lastUse.get(key);
    if (other !== undefined && other.file !== link.file && isRecent(other.day, link.day)) {
      problems.push({
        code: 'repeated-link',
        file: link.file,
        where: link.where,
        message: `"${other.title}" of ${other.day} has the same link`,
        hint: `see ${other.file}`,
      });
    }
    lastUse.set(key, link);
  }
  return problems;
}

function isRecent(before: Day, day: Day): boolean {
  return before >= addDays(day, -recentDays);
}

/** The same page under another spelling: scheme, `www.`, fragment, tracking, a slash at the end. */
function comparableUrl(url: string): string {
  const { host, pathname, search } = new URL(stripTracking(url).url);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
