import type { Problem, Where } from '../diagnostics/diagnostic.ts';
import { isAllowedLink } from '../markdown/resolveLink.ts';
import { readSource, type SourceEntry } from '../read/readContent.ts';
import { readChecked, type CheckedFile } from './checkedFile.ts';
import { frontUrls } from './tracking.ts';
import type { Answer } from './visitLinks.ts';

/** A link that leaves the site. */
export interface OutsideLink {
  readonly file: string;
  readonly where: Where;
  /** Without its fragment, which no server sees. */
  readonly url: string;
  /** Of a source: its archived copy, or null; undefined for every other link. */
  readonly archived: string | null | undefined;
}

/** Finds the outside links of all content but items that are withheld or canceled. */
export function findOutsideLinks(
  entries: readonly SourceEntry[],
  origin: string,
): readonly OutsideLink[] {
  return entries.flatMap((entry) => {
    const source = entry.kind === 'site' ? null : readSource(entry, () => undefined);
    const checked = source === null ? null : readChecked(source);
    if (checked === null || isUnread(checked)) return [];
    return linksOf(checked).filter(({ url }) => new URL(url).origin !== origin);
  });
}

function isUnread({ data: { status } }: CheckedFile): boolean {
  return status === 'withheld' || status === 'canceled';
}

function linksOf({ file, data, blocks, at }: CheckedFile): readonly OutsideLink[] {
  const { sources } = data;
  const archivedOf = (index: string | number | undefined): string | null => {
    const source: unknown = Array.isArray(sources) ? sources[Number(index)] : null;
    const archived = typeof source === 'object' && source !== null && 'archived' in source;
    return archived ? String(source.archived) : null;
  };
  const links: OutsideLink[] = [];
  const add = (url: string, where: Where, archived?: string | null): void => {
    if (!/^https?:/i.test(url) || !URL.canParse(url)) return;
    links.push({ file, where, url: url.replace(/#.*$/, ''), archived });
  };
  for (const { path, url } of frontUrls(data, [], new Set(['extra', 'editorNote', 'id']))) {
    const where: Where = { kind: 'front', path, on: 'value' };
    const isSource = path[0] === 'sources' && path[2] === 'url';
    add(url, where, isSource ? archivedOf(path[1]) : undefined);
  }
  for (const { links: ofBlock, toBody } of blocks) {
    for (const { href, range } of ofBlock) {
      if (isAllowedLink(href)) add(href, at(toBody(range.start)));
    }
  }
  return links;
}

/** Reports links whose server said that there is nothing, or said nothing. */
export function judgeLinks(
  links: readonly OutsideLink[],
  answers: ReadonlyMap<string, Answer>,
): readonly Problem[] {
  return links.flatMap(({ file, where, url, archived }): readonly Problem[] => {
    const answer = answers.get(url);
    if (answer === undefined || answer.kind === 'alive') return [];
    const message =
      answer.kind === 'dead' ? `${url} answers ${answer.detail}` : `${url}: ${answer.detail}`;
    const hint =
      archived === undefined
        ? null
        : archived === null
          ? 'mend it, or add archived: with a copy'
          : 'the archived copy stays for readers';
    return [{ code: 'outside-link', file, where, message, hint }];
  });
}
