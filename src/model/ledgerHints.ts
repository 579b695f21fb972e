import { nearestNames } from '../names/nearest.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { toEntryId } from '../urls/entryId.ts';
import type { SitePath } from '../urls/paths.ts';
import type { Site } from './site.ts';

/** How an address that was lost is mended, as exactly as can be told. */
export function hintForAddress(path: SitePath, entryId: string | null, site: Site): string {
  const redirect = `\`redirectFrom: [${path}]\``;
  const [, day, slug] = /^\/(\d{4}\/\d\d\/\d\d)\/(?:([^/]+)\/)?$/.exec(path) ?? [];
  if (slug !== undefined) {
    const file = findMoved(slug, entryId, site)?.file;
    return file === undefined
      ? `put the item back with \`status: canceled\`, or write ${redirect} in the one that takes its place`
      : `write ${redirect} in ${file}`;
  }
  if (day !== undefined) {
    return `put briefings/${day.replaceAll('/', '-')}.md there, or write ${redirect} in an item that moved from that day`;
  }
  const [, kind, id] = /^\/(topics|actors|stories)\/([^/]+)\//.exec(path) ?? [];
  if (kind === 'topics' || kind === 'actors' || kind === 'stories') {
    const [near] = nearestNames(id ?? '', site[kind].keys());
    const place = near === undefined ? 'the file that takes its place' : `${kind}/${near}.md`;
    const merge = kind === 'stories' ? '' : ', or put its file back with `mergedInto:` in it';
    return `write ${redirect} in ${place}${merge}`;
  }
  return `write ${redirect} in the file that takes its place`;
}

/** The article that has its id, or its slug on another day. */
function findMoved(
  slug: string,
  entryId: string | null,
  { articles, config }: Site,
): ResolvedArticle | undefined {
  return (
    articles.find(({ day, id }) => toEntryId(config.authority, day, id) === entryId) ??
    articles.find((article) => article.slug === slug)
  );
}
