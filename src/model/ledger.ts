import type { Report, Where } from '../diagnostics/diagnostic.ts';
import {
  forEachLine,
  listEntries,
  parseLedgerLine,
  type Ledger,
  type LedgerEntry,
} from '../parse/ledger.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import { toEntryId } from '../urls/entryId.ts';
import { parseFormerPath } from '../urls/formerPath.ts';
import { archivePath, networkPath, termsPath, type SitePath } from '../urls/paths.ts';
import type { Addresses } from './claims.ts';
import { createDayMatcher } from './ledgerDays.ts';
import { hintForAddress } from './ledgerHints.ts';
import { compareText } from './order.ts';
import type { Redirect, Site, SiteArticle, SiteDay } from './site.ts';
import { createFindCause, reportWithheld, type Withdrawn } from './withheld.ts';

/** What stands at an address and has an entry in feeds. */
type Entered = SiteArticle | SiteDay;

/**
 * Reports what was published and is there no more: addresses without a page or a redirect, and entries
 * of feeds whose id changed. Gives redirects for pages that Dateline alone decides on (the year of an
 * actor, a week, a source): they lead to the page above.
 * Addresses that fell with an item that is withheld are quiet: they stop no build.
 * @param addresses every address of the site, with redirects
 */
export function checkLedger(
  ledger: Ledger,
  site: Site,
  addresses: Addresses,
  withdrawn: Withdrawn,
  report: Report,
): Kept {
  const { lost, changed } = findMissing(ledger, site, addresses, report);
  const quiet = findQuiet(ledger, lost, addresses, withdrawn);
  const loud = lost.filter(({ path }) => !quiet.paths.has(path));
  const redirects = redirectLost(ledger, loud, site, addresses);
  const reported = loud.filter(({ path }) => !redirects.has(path));
  reportLost(ledger, reported, site, report);
  reportWithheld(quiet.causes, withdrawn, report);
  if (changed.length > 0) reportChanged(ledger, changed, site, report);
  return { redirects: [...redirects.values()], gone: [...quiet.paths].sort(compareText) };
}

/** What becomes of addresses that were lost, and are no mistake. */
interface Kept {
  readonly redirects: readonly Redirect[];
  /** Those at which nothing is to be. */
  readonly gone: readonly SitePath[];
}

interface Quiet {
  readonly paths: ReadonlySet<SitePath>;
  readonly causes: ReadonlyMap<ResolvedArticle, readonly SitePath[]>;
}

/** The addresses that fell with items that are withheld. */
function findQuiet(
  ledger: Ledger,
  lost: readonly LedgerEntry[],
  addresses: Addresses,
  withdrawn: Withdrawn,
): Quiet {
  const paths = new Set<SitePath>();
  const causes = new Map<ResolvedArticle, SitePath[]>();
  if (lost.length === 0 || withdrawn.concealed.length === 0) return { paths, causes };
  const findCause = createFindCause(ledger, lost, withdrawn);
  for (const { path } of lost) {
    // Where the term has other items, its readers are led to its page.
    if (paths.has(path) || isBelowPage(path, addresses)) continue;
    const cause = findCause(path);
    if (cause === null) continue;
    paths.add(path);
    causes.set(cause, [...(causes.get(cause) ?? []), path]);
  }
  return { paths, causes };
}

/** Whether this is the year of a term that has a page. */
function isBelowPage(path: SitePath, addresses: Addresses): boolean {
  const term = /^(\/(?:topics|actors|sources)\/[^/]+\/)\d{4}\/$/.exec(path)?.[1];
  return term !== undefined && addresses.has(term as SitePath);
}

interface Missing {
  /** Nothing is at the address. */
  readonly lost: readonly LedgerEntry[];
  /** Something is, but not with this id. */
  readonly changed: readonly LedgerEntry[];
}

function findMissing(ledger: Ledger, site: Site, addresses: Addresses, report: Report): Missing {
  const { file, text } = ledger;
  const entered = once(() => listEntered(site));
  const isAsPublished = createDayMatcher(site);
  const lost: LedgerEntry[] = [];
  const changed: LedgerEntry[] = [];
  forEachLine(ledger, (start, end, line) => {
    if (isAsPublished(text, start, end)) return;
    const content = text.slice(start, end);
    if (addresses.has(content as SitePath)) return;
    const entry = parseLedgerLine(content, line);
    if (entry === null) reportBadLine(file, line, report);
    else if (!addresses.has(entry.path)) lost.push(entry);
    else if (entry.entryId !== null && !hasId(entered().get(entry.path), entry.entryId, site))
      changed.push(entry);
  });
  return { lost, changed };
}

function listEntered({ articles, days }: Site): ReadonlyMap<SitePath, Entered> {
  const entered = new Map<SitePath, Entered>();
  for (const each of [...articles, ...days]) entered.set(each.path, each);
  return entered;
}

function reportBadLine(file: string, line: number, report: Report): void {
  report({
    code: 'bad-ledger',
    file,
    where: { kind: 'position', line, column: 1 },
    message:
      'this line is no address of the site, alone or with a tab and the id of its feed entry',
    hint: 'after a merge keep the lines of both sides and remove the marks between them',
  });
}

function hasId(entered: Entered | undefined, id: string, site: Site): boolean {
  return entered !== undefined && idOf(entered, site) === id;
}

/** The id of an entry in the feeds. */
export function idOf(entered: Entered, { config }: Site): string {
  return toEntryId(config.authority, entered.day, 'id' in entered ? entered.id : 'briefing');
}

function redirectLost(
  { file }: Ledger,
  lost: readonly LedgerEntry[],
  site: Site,
  addresses: Addresses,
): ReadonlyMap<SitePath, Redirect> {
  const redirects = new Map<SitePath, Redirect>();
  if (lost.length === 0) return redirects;
  const moved = targetsOf(site);
  for (const { path } of lost) {
    const above = findPageAbove(path, addresses);
    if (above !== null && parseFormerPath(path) === path)
      redirects.set(path, { from: path, to: moved.get(above) ?? above, file });
  }
  return redirects;
}

function targetsOf({ redirects }: Site): ReadonlyMap<SitePath, SitePath> {
  return new Map(redirects.map(({ from, to }) => [from, to]));
}

function reportLost(
  { file }: Ledger,
  lost: readonly LedgerEntry[],
  site: Site,
  report: Report,
): void {
  const done = new Set<SitePath>();
  const paths = new Set(lost.map(({ path }) => path));
  for (const { path, line, entryId } of lost) {
    // What is below a lost term comes back with it.
    const term = /^\/(?:topics|actors|stories|sources)\/[^/]+\//.exec(path)?.[0];
    if (term !== undefined && term !== path && paths.has(term as SitePath)) continue;
    if (done.has(path)) continue;
    done.add(path);
    report({
      code: 'lost-address',
      file,
      where: { kind: 'position', line, column: 1 },
      message: `${path} was published, and nothing is there now`,
      hint: `${hintForAddress(path, entryId, site)}; or remove this line, and links to it are dead`,
    });
  }
}

/** Pages that come and go with the items in them, and where their readers are well served. */
function findPageAbove(path: SitePath, addresses: Addresses): SitePath | null {
  const parts = path.split('/');
  const isYear = /^\d{4}$/.test(parts.at(-2) ?? '') && path.endsWith('/');
  const above = parts.slice(0, -2).join('/').concat('/') as SitePath;
  const inTerm = /^\/(?:topics|actors|sources)\/[^/]+\/$/.test(above);
  if (isYear && (inTerm || above === networkPath)) {
    if (addresses.has(above)) return above;
    return above.startsWith(termsPath('sources')) ? termsPath('sources') : null;
  }
  if (isYear && above === '/') return archivePath;
  if (/^\/\d{4}\/(?:w?\d\d)\/$/.test(path)) return addresses.has(above) ? above : archivePath;
  const ofMonth = /^(\/(?:articles\/)?)\d{4}\/\d\d\/([a-z]+\.[a-z]+)$/.exec(path);
  if (ofMonth !== null) {
    const whole = ofMonth.slice(1).join('') as SitePath;
    return addresses.has(whole) ? whole : null;
  }
  return above === termsPath('sources') && path.endsWith('/') ? above : null;
}

/**
 * Entries whose page stands or moved, but under another id, so that programs show them as new. One
 * that was merged into an item with an entry of its own, or was canceled, is left in peace.
 */
function reportChanged(
  ledger: Ledger,
  changed: readonly LedgerEntry[],
  site: Site,
  report: Report,
): void {
  const { file } = ledger;
  const entered = listEntered(site);
  const moved = targetsOf(site);
  const ids = once(() => new Set([...entered.values()].map((each) => idOf(each, site))));
  const published = once(() => new Set(listEntries(ledger).map(({ entryId }) => entryId)));
  const ofAuthority = new Map<string, LedgerEntry[]>();
  for (const entry of changed) {
    const { path, line, entryId } = entry;
    const now = entered.get(path) ?? entered.get(moved.get(path) ?? path);
    if (now === undefined || entryId === null || hasId(now, entryId, site)) continue;
    const id = idOf(now, site);
    if (ids().has(entryId) || (now.path !== path && published().has(id))) continue;
    const authority = findFormerAuthority(entryId, ids(), site);
    const where: Where = { kind: 'position', line, column: path.length + 2 };
    if (authority === null) {
      const message = `the entry ${entryId} has become ${id}, which feed readers show as new`;
      report({ code: 'lost-entry', file, where, message, hint: hintForEntry(entryId, now, site) });
    } else {
      const known = ofAuthority.get(authority);
      if (known === undefined) ofAuthority.set(authority, [entry]);
      else known.push(entry);
    }
  }
  reportAuthorities(file, ofAuthority, site, report);
}

function hintForEntry(entryId: string, now: Entered, site: Site): string {
  return 'id' in now
    ? `write \`id: ${idForFile(entryId, now, site)}\` in ${now.file}`
    : 'an item that moved keeps its day’s briefing with a file in briefings/';
}

/** A site that changed its authority changed every id; that is one problem. */
function reportAuthorities(
  file: string,
  changed: ReadonlyMap<string, readonly LedgerEntry[]>,
  { config }: Site,
  report: Report,
): void {
  for (const [authority, entries] of changed) {
    const [first] = entries;
    if (first === undefined) continue;
    const { path, line } = first;
    report({
      code: 'lost-entry',
      file,
      where: { kind: 'position', line, column: path.length + 2 },
      message: `the ids of ${entries.length} feed entries began with tag:${authority} and begin with tag:${config.authority} now; feed readers show them as new`,
      hint: `write \`authority: ${authority}\` in site.yaml`,
    });
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The authority with which this id would be one that the site has. */
function findFormerAuthority(
  entryId: string,
  ids: ReadonlySet<string>,
  { config }: Site,
): string | null {
  const [, authority, rest] = /^tag:([^,]+)(,.*)$/.exec(entryId) ?? [];
  if (authority === undefined || rest === undefined || authority === config.authority) return null;
  return ids.has(`tag:${config.authority}${rest}`) ? authority : null;
}

/** As front matter takes it: whole, where day or authority are not those of the article now. */
function idForFile(entryId: string, article: SiteArticle, { config }: Site): string {
  const start = `tag:${config.authority},${article.day}:`;
  if (!entryId.startsWith(start)) return entryId;
  return decodeURIComponent(entryId.slice(start.length));
}
