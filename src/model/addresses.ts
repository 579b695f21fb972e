import { atValue, wholeFile, type Report } from '../diagnostics/diagnostic.ts';
import {
  adminFiles,
  adminPath,
  archivePath,
  articlesPath,
  correctionsPath,
  emailForms,
  emailPath,
  exportPath,
  exportSchemaPath,
  feedFormats,
  feedMonthPath,
  feedPath,
  feedStylePath,
  homePath,
  iconPath,
  llmsPath,
  networkPath,
  networkYearPath,
  notFoundPath,
  opmlPath,
  picturePath,
  scriptNames,
  scriptPath,
  searchPath,
  staticPath,
  styleSheetPath,
  subscribePath,
  termOrders,
  termsPath,
  termYearPath,
  type SitePath,
} from '../urls/paths.ts';
import type { TermKind } from '../urls/paths.ts';
import { copiedFile } from '../urls/compressed.ts';
import type { Year } from '../dates/day.ts';
import { groupBy } from './groupBy.ts';
import { Claims, type Addresses, type Claim } from './claims.ts';
import { findOwnIcon } from './icon.ts';
import { findNetworkYears } from './network.ts';
import { isReserved } from './reservedPaths.ts';
import type { Redirect, Site, Timeline } from './site.ts';

/** Pages and lists of feeds that every site has. */
const ownPages: readonly SitePath[] = [
  homePath,
  articlesPath,
  archivePath,
  networkPath,
  subscribePath,
  correctionsPath,
  opmlPath,
  termsPath('stories'),
  ...(['topics', 'actors', 'sources'] as const).flatMap((kind) =>
    termOrders.map((order) => termsPath(kind, order)),
  ),
  ...[homePath, articlesPath].flatMap(feedsOf),
];

/** What nobody links to. */
const ownFiles: readonly SitePath[] = [
  notFoundPath,
  styleSheetPath,
  feedStylePath,
  ...scriptNames.map(scriptPath),
  ...['sitemap.xml', 'news-sitemap.xml', 'robots.txt', '_headers', '_redirects'].map(staticPath),
];

/** Addresses of other configurations or later versions; a page there today would have to move. */
const reservedPaths: readonly SitePath[] = [searchPath];

/** Claimed as if it were a file: nobody else may have anything in this folder. */
const searchFiles = '/pagefind' as SitePath;

/**
 * Every address of the site, by the file it comes from (null: Dateline itself). Two that claim one
 * address, or a file where another needs a folder, are reported with both names.
 * @param hidden those of articles that are not published; they claim their address all the same, so that
 *   the day of their publication brings no surprise
 * @param clearBefore items and days of years before this one are in nobody's way unless something else has
 *   an address below the folder of their year; null where that is not known
 */
export function collectAddresses(
  site: Site,
  hidden: readonly Claim[],
  report: Report,
  clearBefore: Year | null = null,
): Addresses {
  const claims = new Claims();
  const add = (claim: Claim, isPublished = true): void => {
    const other = claims.add(claim, isPublished);
    if (other !== null) reportCollision(claim, other, report);
  };
  for (const path of [...ownPages, ...ownFiles]) add(ownClaim(path));
  for (const path of reservedPaths) add(ownClaim(path), false);
  if (site.config.search) {
    claims.publish(searchPath);
    add({ path: searchFiles, file: null }, false);
  }
  if (site.config.admin !== null) {
    for (const path of [adminPath, ...Object.values(adminFiles)]) add({ path, file: null }, false);
  }
  if (findOwnIcon(site.assets) === null) add(ownClaim(iconPath));
  if (site.assets.every(({ path }) => path !== llmsPath)) add(ownClaim(llmsPath));
  for (const format of site.config.exports) add(ownClaim(exportPath(format)));
  if (hasExportSchema(site.config)) add(ownClaim(exportSchemaPath));
  const pictures = groupBy(
    Array.from(site.pictured, (path) => picturePath(path)),
    yearOfPath,
  );
  // No page has a full stop in its name, so nothing but files and redirects can be in their way.
  const addPictures = (year: string): void => {
    for (const picture of pictures.get(year) ?? []) {
      if (claims.isTaken(picture)) add(ownClaim(picture));
      claims.publish(picture);
    }
  };
  let isComplete = false;
  for (const [year, claimsOfYear] of groupDated(site)) {
    const addAll = (): void => {
      for (const claim of claimsOfYear()) add(claim);
      if (isComplete) addPictures(year);
    };
    if (clearBefore !== null && year < clearBefore) claims.defer(year, addAll);
    else addAll();
  }
  for (const claim of otherClaims(site)) add(claim);
  for (const claim of hidden) add(claim, false);
  for (const redirect of site.redirects) {
    const claim = redirectClaim(redirect);
    if (isReserved(redirect.from)) reportCollision(claim, ownClaim(redirect.from), report);
    else add(claim);
  }
  isComplete = true;
  for (const year of pictures.keys()) if (!claims.isDeferred(year)) addPictures(year);
  for (const [asset, page] of findFalseCopies(site.assets, claims)) {
    reportCollision(asset, ownClaim(page), report);
  }
  return claims;
}

/** Files that a server would send as the compressed copy of another that is none of the site's assets. */
function* findFalseCopies(
  assets: Site['assets'],
  claims: Claims,
): Generator<readonly [asset: Claim, page: SitePath]> {
  const named = assets.filter(({ path }) => copiedFile(path) !== null);
  if (named.length === 0) return;
  const paths = new Set<string>(assets.map(({ path }) => path));
  for (const asset of named) {
    const copied = copiedFile(asset.path) ?? '';
    if (paths.has(copied)) continue;
    const page = copied.replace(/(?<=\/)index\.html$/, '') as SitePath;
    if (claims.isTaken(page)) yield [asset, page];
  }
}

/**
 * The addresses that readers and programs may keep: pages, feeds, and former addresses. Not files such as
 * assets and scripts, nor search, which a site can switch off.
 */
export function* findLasting(site: Site): Generator<SitePath> {
  yield* ownPages;
  const assets = new Set(site.assets.map(({ path }) => path));
  for (const claims of groupDated(site).values()) for (const { path } of claims()) yield path;
  for (const { path } of otherClaims(site)) if (!assets.has(path)) yield path;
  for (const { from } of site.redirects) yield from;
}

/** Whether the site publishes the schema beside the exports that it describes. */
export function hasExportSchema({ exports }: Pick<Site['config'], 'exports'>): boolean {
  return exports.includes('json') || exports.includes('ndjson');
}

/** What lies below the folder of each year. */
function groupDated(site: Site): ReadonlyMap<string, () => Generator<Claim>> {
  const years = new Map(site.years.map((year) => [year.id as string, year.days]));
  const canceled = groupBy(site.canceled, ({ path }) => yearOfPath(path));
  const periods = groupBy([...site.weeks, ...site.months, ...site.years], ({ path }) =>
    yearOfPath(path),
  );
  const months = groupBy(site.config.feed.archives ? site.months : [], ({ path }) =>
    yearOfPath(path),
  );
  const all = new Set([...years.keys(), ...canceled.keys(), ...periods.keys()]);
  return new Map(
    Array.from(all, (year) => [
      year,
      function* (): Generator<Claim> {
        const days = years.get(year) ?? [];
        for (const { articles } of days.toReversed()) yield* articles;
        yield* canceled.get(year) ?? [];
        for (const day of days) yield { path: day.path, file: day.briefing?.file ?? null };
        if (site.config.email) {
          for (const { day } of days)
            for (const form of emailForms) yield ownClaim(emailPath(day, form));
        }
        for (const period of periods.get(year) ?? []) yield ownClaim(period.path);
        for (const { id } of months.get(year) ?? [])
          yield* feedsOf(feedMonthPath(homePath, id)).map(ownClaim);
      },
    ]),
  );
}

/** The year below whose folder a path of `groupDated` lies. */
function yearOfPath(path: SitePath): string {
  return path.slice(1, 5);
}

function* otherClaims(site: Site): Generator<Claim> {
  if (site.config.feed.archives) {
    for (const { id, days } of site.months) {
      const hasArticles = days.some((day) => day.articles.length > 0);
      if (hasArticles) yield* feedsOf(feedMonthPath(articlesPath, id)).map(ownClaim);
    }
  }
  for (const { id } of findNetworkYears(site.years)) yield ownClaim(networkYearPath(id));
  for (const { topic, path, timeline } of site.topics.values()) {
    yield* termClaims('topics', topic, path, timeline);
  }
  for (const { actor, path, timeline } of site.actors.values()) {
    yield* termClaims('actors', actor, path, timeline);
  }
  for (const { path } of site.pairs) yield* feedsOf(path).map(ownClaim);
  for (const { story, path } of site.stories.values()) {
    for (const each of [path, ...feedsOf(path)]) yield { path: each, file: story.file };
  }
  for (const { id, path, timeline } of site.sources.values()) {
    yield ownClaim(path);
    for (const { year } of timeline.years) yield ownClaim(termYearPath('sources', id, year));
  }
  yield* site.pages;
  yield* site.assets;
}

function* termClaims(
  kind: TermKind,
  term: { readonly file: string; readonly id: Parameters<typeof termYearPath>[1] },
  path: SitePath,
  timeline: Timeline,
): Generator<Claim> {
  const years = timeline.years.map(({ year }) => termYearPath(kind, term.id, year));
  for (const each of [path, ...feedsOf(path), ...years]) {
    yield { path: each, file: term.file };
  }
}

function ownClaim(path: SitePath): Claim {
  return { path, file: null };
}

function redirectClaim({ from, file }: Redirect): Claim {
  return { path: from, file, where: atValue('redirectFrom') };
}

function feedsOf(path: SitePath): readonly SitePath[] {
  return feedFormats.map((format) => feedPath(path, format));
}

function reportCollision(claim: Claim, other: Claim, report: Report): void {
  const isOwn = claim.file === null;
  const file = claim.file ?? other.file;
  if (file === null) throw new Error(`two pages of Dateline at ${claim.path}`);
  report({
    code: 'url-collision',
    file,
    where: (isOwn ? other : claim).where ?? wholeFile,
    message: `${isOwn ? other.path : claim.path} is already taken by ${(isOwn ? null : other.file) ?? 'a page that Dateline makes'}`,
    hint: 'rename one of the two',
  });
}
