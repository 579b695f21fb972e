import type { AssetFile } from '../read/readContent.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { parseSitePath, type SitePath } from '../urls/paths.ts';
import type { Site } from './site.ts';

type Shown = Pick<Site, 'articles' | 'days' | 'topics' | 'actors' | 'stories' | 'pages' | 'config'>;
type Linking = Pick<ResolvedArticle, 'image' | 'body'>;

/**
 * The files that are published: all but those below `/assets/` that an unpublished item shows or links
 * to, and nothing that is published. A picture can say as much as the text that is under embargo.
 * @param unpublished drafts, withheld, embargoed and canceled items
 */
export function findPublishedAssets(
  assets: readonly AssetFile[],
  unpublished: readonly Linking[],
  shown: Shown,
): readonly AssetFile[] {
  const held = new Set<SitePath>();
  for (const article of unpublished) {
    for (const path of pathsOf(article)) if (path.startsWith('/assets/')) held.add(path);
  }
  // Most builds end here, without a look at all that is published.
  if (!assets.some(({ path }) => held.has(path))) return assets;
  for (const path of shownPaths(shown)) held.delete(path);
  return held.size === 0 ? assets : assets.filter(({ path }) => !held.has(path));
}

function* pathsOf({ image, body }: Linking): Iterable<SitePath> {
  const picture = image && parseSitePath(image.src);
  if (picture) yield picture;
  for (const { path } of body.links) yield path;
}

function* shownPaths(site: Shown): Iterable<SitePath> {
  for (const article of site.articles) yield* pathsOf(article);
  for (const { briefing } of site.days) if (briefing !== null) yield* bodyPaths(briefing);
  for (const { topic } of site.topics.values()) yield* bodyPaths(topic);
  for (const { actor } of site.actors.values()) yield* bodyPaths(actor);
  for (const { story } of site.stories.values()) yield* bodyPaths(story);
  for (const page of site.pages) yield* bodyPaths(page);
  const { nav, publisher, theme } = site.config;
  for (const text of [...nav.map(({ url }) => url), publisher?.logo, theme.socialFont]) {
    const path = text && parseSitePath(text);
    if (path) yield path;
  }
}

function* bodyPaths({ body }: Pick<Linking, 'body'>): Iterable<SitePath> {
  for (const { path } of body.links) yield path;
}
