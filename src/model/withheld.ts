import { atKey, atValue, wholeFile, type Report } from '../diagnostics/diagnostic.ts';
import { isAboveCeiling } from '../parse/article.ts';
import { hasLine, type Ledger, type LedgerEntry } from '../parse/ledger.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { escapePath } from '../urls/address.ts';
import { dayPath, termPath, type SitePath, type TermKind } from '../urls/paths.ts';
import type { Slug } from '../urls/slug.ts';
import type { ResolvedContent } from './buildSite.ts';
import type { HeldTerms } from './heldTerms.ts';
import type { Claim } from './claims.ts';
import { formerPaths } from './redirects.ts';

/** What is not published, and why. */
export interface Withdrawn {
  /** Items of which nothing is published. */
  readonly hidden: readonly ResolvedArticle[];
  /** The same, with those that are canceled. */
  readonly concealed: readonly ResolvedArticle[];
  readonly held: HeldTerms;
  readonly content: ResolvedContent;
}

/** Former addresses of items that are withheld, as far as the ledger knows them: nobody else may have them. */
export function claimsOfWithheld(
  ledger: Ledger | null,
  hidden: readonly ResolvedArticle[],
): readonly Claim[] {
  if (ledger === null) return [];
  return hidden.flatMap(({ file, redirectFrom }) =>
    formerPaths({ redirectFrom })
      .filter((path) => hasLine(ledger, path))
      .map((path) => ({ path, file, where: atValue('redirectFrom') })),
  );
}

/** The item for whose sake nothing is at an address any more; null where it was lost for another reason. */
export type FindCause = (path: SitePath) => ResolvedArticle | null;

/**
 * What falls with items that were published and are withheld: their own addresses and former ones, the
 * briefing of a day that has no other item, sources that nobody else cites, terms that nobody else names.
 */
export function createFindCause(
  ledger: Ledger,
  lost: readonly LedgerEntry[],
  { hidden, concealed, held, content }: Withdrawn,
): FindCause {
  const causes = new Map<SitePath, ResolvedArticle>();
  const put = (path: SitePath, article: ResolvedArticle): void => {
    if (!causes.has(path)) causes.set(path, article);
  };
  for (const article of hidden) for (const path of formerPaths(article)) put(path, article);
  for (const article of concealed) {
    // What was never published took nothing with it.
    if (![article.path, ...formerPaths(article)].some((path) => hasLine(ledger, path))) continue;
    for (const path of [article.path, dayPath(article.day)]) put(path, article);
    for (const { id } of article.cited) put(termPath('sources', id), article);
  }
  for (const [path, article] of findMoved(lost, hidden)) put(path, article);
  for (const [path, article] of addressesOfHeld(held, content)) put(path, article);
  return (path) => placesOf(path).flatMap((place) => causes.get(place) ?? [])[0] ?? null;
}

/** Items that got another day and were withheld at once: the ledger knows them by their id. */
function* findMoved(
  lost: readonly LedgerEntry[],
  hidden: readonly ResolvedArticle[],
): Generator<readonly [SitePath, ResolvedArticle]> {
  const ids = new Map(hidden.map((article) => [escapePath(article.id), article]));
  for (const { path, entryId } of lost) {
    // `tag:<authority>,<day>:<id>`, or an id that is used as it is.
    const id = entryId?.replace(/^tag:[^,]+,\d{4}-\d\d-\d\d:/, '') ?? '';
    const article = ids.get(id) ?? ids.get(escapePath(entryId ?? ''));
    const day = /^\/\d{4}\/\d\d\/\d\d\/(?=.)/.exec(path)?.[0];
    if (article === undefined || day === undefined) continue;
    for (const each of [path, day as SitePath]) yield [each, article];
  }
}

/** Pages of terms that are held, former ones, and those of what was merged into them. */
function* addressesOfHeld(
  held: HeldTerms,
  { topicFiles, actorFiles, stories, names }: ResolvedContent,
): Generator<readonly [SitePath, ResolvedArticle]> {
  const yieldOf = function* (
    kind: TermKind,
    files: readonly { readonly id: Slug; readonly redirectFrom: readonly string[] }[],
    targetOf: (id: Slug) => Slug,
  ): ReturnType<typeof addressesOfHeld> {
    for (const file of files) {
      const article = held.get(termPath(kind, targetOf(file.id)));
      if (article === undefined) continue;
      for (const path of [termPath(kind, file.id), ...formerPaths(file)]) yield [path, article];
    }
  };
  yield* yieldOf('topics', topicFiles, names.topics.targetOf);
  yield* yieldOf('actors', actorFiles, names.actors.targetOf);
  yield* yieldOf('stories', stories, (id) => id);
}

/** An address, the page whose feed, year or edition for mail it is, and the term below which it lies. */
function placesOf(path: SitePath): readonly SitePath[] {
  const page = path.replace(/[^/]+$/, '');
  const term = /^\/(?:topics|actors|stories|sources)\/[^/]+\//.exec(path)?.[0];
  const ofYear = /^(\/.*[^/\d].*\/)\d{4}\/$/.exec(path)?.[1];
  return [path, page, ofYear, term].flatMap((each) =>
    each === undefined ? [] : (each as SitePath),
  );
}

/** One warning for each item, with all that its withholding took off the site. */
export function reportWithheld(
  quiet: ReadonlyMap<ResolvedArticle, readonly SitePath[]>,
  { content }: Withdrawn,
  report: Report,
): void {
  const { tlpCeiling } = content.names.config;
  for (const [article, paths] of quiet) {
    const { file, status, embargoed, tlp } = article;
    // That has been told.
    if (isAboveCeiling(tlp, tlpCeiling)) continue;
    const key = status !== 'usable' ? 'status' : embargoed !== null ? 'embargoed' : null;
    const [first = '', ...others] = paths;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    report({
      code: 'withheld-address',
      file,
      where: key === null ? wholeFile : atKey(key),
      message: `${first}${more} had been published; nothing is there while this item is ${status === 'usable' ? 'embargoed' : status}`,
      hint: 'the ledger keeps the address; `status: canceled` leaves a page that says so',
    });
  }
}
