import type { AssetFile } from '../read/readContent.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { pathsOfHtml, pathsOfValue } from '../resolve/namedPaths.ts';
import type { SiteAddress } from '../urls/address.ts';
import { staticPath, type SitePath } from '../urls/paths.ts';
import { findSitePaths } from '../urls/sitePaths.ts';
import { createFileNameFinder } from './fileNames.ts';
import { findOwnIcon } from './icon.ts';
import type { Site } from './site.ts';

type Shown = Pick<Site, 'articles' | 'days' | 'topics' | 'actors' | 'stories' | 'pages' | 'config'>;

/** Texts that say which files are held, and which are not. */
export interface AssetTexts {
  /** The files of items and terms that are not published, whole. */
  readonly hidden: Iterable<string>;
  /** What of an asset's text may name others; null where it is no text. */
  readonly ofAsset: (asset: AssetFile) => string | null;
  /** The operator's own layouts. */
  readonly ofLayouts: () => Iterable<string>;
}

/**
 * The files that are published: all but those that the file of an unpublished item names in any form, and
 * nothing that is published. A picture can say as much as the text that is under embargo.
 */
export function findPublishedAssets(
  assets: readonly AssetFile[],
  texts: AssetTexts,
  shown: Shown,
): readonly AssetFile[] {
  const hidden = assets.length === 0 ? [] : [...texts.hidden];
  if (hidden.length === 0) return assets;
  const find = createFileNameFinder(assets);
  const held = new Map<SitePath, AssetFile>();
  for (const text of hidden) for (const asset of find(text)) held.set(asset.path, asset);
  // Most builds end here, without a look at all that is published.
  if (held.size === 0) return assets;
  for (const path of conventional) held.delete(path);
  for (const path of shownPaths(shown, assets)) held.delete(path);
  releaseNamed(held, assets, texts);
  return held.size === 0 ? assets : assets.filter(({ path }) => !held.has(path));
}

/** What browsers, hosts and Dateline ask for without being told of it. */
const conventional: readonly SitePath[] = [
  ...['CNAME', '.nojekyll', 'robots.txt', 'favicon.ico', 'apple-touch-icon.png', 'llms.txt'],
  ...['humans.txt', 'ads.txt', 'security.txt', 'manifest.webmanifest', 'site.webmanifest'],
  ...['manifest.json', 'browserconfig.xml', 'assets/custom.css'],
].map(staticPath);

function* shownPaths(site: Shown, assets: readonly AssetFile[]): Iterable<SitePath> {
  const icon = findOwnIcon(assets);
  if (icon !== null) yield icon;
  for (const { path } of assets) if (path.startsWith('/.well-known/')) yield path;
  const { address } = site.config;
  for (const article of site.articles) yield* pathsOf(article, address);
  yield* pathsOfValue(site.config, address);
  for (const each of fewOf(site)) {
    for (const { path } of each.body.links) yield path;
    yield* pathsOfHtml(each.body, address);
    yield* pathsOfValue({ ...each, body: null }, address);
  }
}

function* pathsOf(
  { image, body, named }: ResolvedArticle,
  address: SiteAddress,
): Iterable<SitePath> {
  if (image !== null) yield* findSitePaths(image.src, address);
  for (const { path } of body.links) yield path;
  yield* named;
}

/** All that is shown and no article: few enough to look at every text of theirs. */
function* fewOf(site: Shown): Iterable<Pick<Site['pages'][number], 'body'>> {
  for (const { briefing } of site.days) if (briefing !== null) yield briefing;
  for (const { topic } of site.topics.values()) yield topic;
  for (const { actor } of site.actors.values()) yield actor;
  for (const { story } of site.stories.values()) yield story;
  yield* site.pages;
}

/** Lets go what layouts name, and files that are published: a style sheet its fonts, a page its data. */
function releaseNamed(
  held: Map<SitePath, AssetFile>,
  assets: readonly AssetFile[],
  { ofAsset, ofLayouts }: AssetTexts,
): void {
  if (held.size === 0) return;
  const find = createFileNameFinder([...held.values()]);
  const release = (text: string): readonly AssetFile[] => {
    const released = find(text);
    for (const { path } of released) held.delete(path);
    return released;
  };
  for (const text of ofLayouts()) release(text);
  const waiting = assets.filter(({ path }) => !held.has(path));
  for (let next = waiting.pop(); next !== undefined && held.size > 0; next = waiting.pop()) {
    const text = ofAsset(next);
    if (text !== null) waiting.push(...release(text));
  }
}
