import { findIds } from '../markdown/bodyIds.ts';
import { holeMark } from '../markdown/portableHtml.ts';
import type { Body } from '../markdown/renderBody.ts';
import { formatSuggestion, nearestNames } from '../names/nearest.ts';
import { termPath, type SitePath } from '../urls/paths.ts';
import type { Site } from './site.ts';

interface DeadFragment {
  readonly message: string;
  readonly hint: string | null;
}

/** Ids that the layouts give the pages of bodies. */
const ofLayouts = ['main_', 'sources_', 'corrections_'];

/**
 * Makes what tells whether a link leads to a place that its page has not. Pages without a body of their own
 * are not judged: what stands on them is the layouts' matter.
 */
export function createFragmentCheck(
  site: Site,
): (path: SitePath, href: string) => DeadFragment | null {
  let pages: ReadonlyMap<SitePath, () => readonly string[]> | null = null;
  const idsOf = new Map<SitePath, ReadonlySet<string>>();
  return (path, href) => {
    const fragment = readFragment(href);
    if (fragment === null) return null;
    const readIds = (pages ??= findPages(site)).get(path);
    if (readIds === undefined) return null;
    let ids = idsOf.get(path);
    if (ids === undefined) idsOf.set(path, (ids = new Set(readIds())));
    if (ids.has(fragment) || ofLayouts.includes(fragment)) return null;
    return {
      message: `${href} leads to no place of its page: nothing has the id ${fragment}`,
      hint: formatSuggestion(nearestNames(fragment, ids)),
    };
  };
}

/**
 * The id in a link; null where the link leads to a page as a whole, as the empty one and `top` do (HTML,
 * section 7.4.6.4), or to a text (`:~:text=`).
 */
function readFragment(href: string): string | null {
  const [, written = ''] = /#([^]*)$/.exec(href) ?? [];
  const [id = ''] = decode(written).split(':~:', 1);
  return id === '' || id.toLowerCase() === 'top' ? null : id;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Every page with a body, and days, whose items stand at their slugs. */
function findPages(site: Site): ReadonlyMap<SitePath, () => readonly string[]> {
  const pages = new Map<SitePath, () => readonly string[]>();
  const add = (path: SitePath, { body }: { readonly body: Body }): void =>
    void pages.set(path, () => findIds(body.html.join(holeMark)));
  for (const article of site.articles) add(article.path, article);
  for (const { topic } of site.topics.values()) add(termPath('topics', topic.id), topic);
  for (const { actor } of site.actors.values()) add(termPath('actors', actor.id), actor);
  for (const { story } of site.stories.values()) add(termPath('stories', story.id), story);
  for (const page of site.pages) add(page.path, page);
  for (const { path, briefing, articles } of site.days) {
    pages.set(path, () => [
      ...articles.map(({ slug }) => slug),
      ...findIds(briefing?.body.html.join(holeMark) ?? ''),
    ]);
  }
  return pages;
}
