import { countUnpublished, warnOfEmptyBriefings } from './unpublished.ts';
import { monthOf, weekOf, yearOf, type Year } from '../dates/day.ts';
import { dayOfInstant, startOfDay, type Instant } from '../dates/instant.ts';
import { atValue, type Report } from '../diagnostics/diagnostic.ts';
import type { Actor } from '../parse/actor.ts';
import { isAboveCeiling } from '../parse/article.ts';
import type { Ledger } from '../parse/ledger.ts';
import type { Topic } from '../parse/topic.ts';
import type { AssetFile } from '../read/readContent.ts';
import type { Names } from '../resolve/context.ts';
import type { ResolvedArticle } from '../resolve/resolveArticle.ts';
import type {
  FeedPair,
  ResolvedActor,
  ResolvedBriefing,
  ResolvedPage,
  ResolvedStory,
  ResolvedTopic,
} from '../resolve/resolveTerms.ts';
import type { Glyphs } from '../social/glyphs.ts';
import { monthPath, weekPath, yearPath, type SitePath } from '../urls/paths.ts';
import { collectAddresses } from './addresses.ts';
import { buildDays, buildPeriods, checkLeads } from './days.ts';
import { findPublishedAssets, type AssetTexts } from './heldAssets.ts';
import { findHeldTerms, textsOfHidden, withoutTerms, type HiddenText } from './heldTerms.ts';
import { checkAssetNames } from './hostFiles.ts';
import { checkLedger } from './ledger.ts';
import { checkLinks } from './links.ts';
import { compareText } from './order.ts';
import { buildRedirects, sortRedirects } from './redirects.ts';
import type { Site, SiteArticle, SiteCorrection, Visibility } from './site.ts';
import { buildPairs } from './pairs.ts';
import { findPictured } from './pictured.ts';
import { createArticleTable } from './timeline.ts';
import { reportTooRed } from './tooRed.ts';
import { claimsOfWithheld } from './withheld.ts';
import { buildActors, buildSources, buildStories, buildTopics } from './terms.ts';

/** All content, resolved. */
export interface ResolvedContent {
  readonly names: Names;
  readonly articles: readonly ResolvedArticle[];
  /** Names of article files that failed, so that a lead to one is not reported again. */
  readonly failedArticles: readonly string[];
  readonly briefings: readonly ResolvedBriefing[];
  /** As parsed, with merged ones, for redirects. */
  readonly topicFiles: readonly Topic[];
  readonly actorFiles: readonly Actor[];
  readonly topics: readonly ResolvedTopic[];
  readonly actors: readonly ResolvedActor[];
  readonly stories: readonly ResolvedStory[];
  readonly pages: readonly ResolvedPage[];
  readonly ledger: Ledger | null;
  readonly feedPairs: readonly FeedPair[];
  readonly assets: readonly AssetFile[];
  readonly texts: ContentTexts;
}

/** Texts that few sites need, read when they are asked for. */
export interface ContentTexts extends Pick<AssetTexts, 'ofAsset' | 'ofLayouts'> {
  /** The text of a content file, and the values of its front matter as they are meant; null where it is gone. */
  readonly ofFile: (file: string) => string | null;
}

export interface SiteOptions {
  /** What counts as now: embargoes look at it, and nothing else but warnings. */
  readonly now: Instant;
  /** Show drafts and embargoed items, for the development server. */
  readonly drafts: boolean;
  /** What pictures of pages can show; null on a site without them. */
  readonly glyphs: Glyphs | null;
  /**
   * Articles of years before this one are those of a site that was built without an error, and so are not
   * looked at for ids and addresses that are theirs twice; null where that is not known.
   */
  readonly clearBefore: Year | null;
  /** Whether the output has a page at an address, as the last build left it; absent where nobody knows. */
  readonly isPublished?: ((path: SitePath) => boolean) | undefined;
}

/**
 * Orders and connects everything that is published. Problems are reported; a site comes anyway.
 * @param content its articles become the site's
 */
export function buildSite(content: ResolvedContent, options: SiteOptions, report: Report): Site {
  const { config } = content.names;
  checkIds(content.articles, options.clearBefore, report);
  checkLeads(content.briefings, content, report);
  checkAssetNames(content.assets, config, report);
  const parted = partArticles(content, options, report);
  warnOfFuture(parted.visible, config.zone, options.now, report);
  const concealed = [...parted.hidden, ...parted.canceled];
  const texts = concealed.map((article): HiddenText => ({
    article,
    text: content.texts.ofFile(article.file),
  }));
  const held = findHeldTerms(content, texts, parted.visible);
  const shown = withoutTerms(content, held);
  const connected = connectSite(parted, shown, options);
  warnOfEmptyBriefings(connected.days, parted.hidden, report);
  const site: Site = {
    ...connected,
    assets: findPublishedAssets(
      content.assets,
      { ...content.texts, hidden: textsOfHidden(texts, held, content) },
      connected,
    ),
    pictured: findPictured(connected, options.glyphs, report),
  };
  const { hidden } = parted;
  const claims = [...hidden, ...claimsOfWithheld(content.ledger, hidden)];
  const addresses = collectAddresses(site, claims, report, options.clearBefore);
  checkLinks(site, addresses, report);
  if (content.ledger === null) return site;
  const withdrawn = { hidden, concealed, held, content };
  const kept = checkLedger(content.ledger, site, addresses, withdrawn, report);
  return {
    ...site,
    gone: kept.gone,
    redirects:
      kept.redirects.length === 0
        ? site.redirects
        : sortRedirects([...site.redirects, ...kept.redirects]),
  };
}

interface Parted {
  readonly visible: readonly Unplaced[];
  readonly canceled: readonly Unplaced[];
  /** Of these nothing is published. */
  readonly hidden: readonly ResolvedArticle[];
}

function partArticles(content: ResolvedContent, options: SiteOptions, report: Report): Parted {
  const { config } = content.names;
  const visible: Unplaced[] = [];
  const canceled: Unplaced[] = [];
  const hidden: ResolvedArticle[] = [];
  for (const article of content.articles) {
    const isTooRed = isAboveCeiling(article.tlp, config.tlpCeiling);
    if (isTooRed) reportTooRed(article, content, options, report);
    const visibility = isTooRed ? null : visibilityOf(article, options);
    if (visibility === null) hidden.push(article);
    else (visibility === 'canceled' ? canceled : visible).push(toUnplaced(article, visibility));
  }
  return { visible, canceled, hidden };
}

/** What is shown, in its order and connected; its assets are not looked at yet, nor its pictures. */
function connectSite(
  { visible, canceled, hidden }: Parted,
  content: ResolvedContent,
  options: SiteOptions,
): Site {
  const { names } = content;
  const { config } = names;
  const days = buildDays(visible, content.briefings);
  const articles = days.toReversed().flatMap((day) => day.articles);
  for (const [place, article] of [...articles, ...canceled].entries()) {
    (article as Unplaced).place = place;
  }
  const table = createArticleTable(articles);
  const topics = buildTopics(content.topics, table, config.language);
  const actors = buildActors(content.actors, table, config.language);
  const stories = buildStories(content.stories, table);
  const pages = [...content.pages].sort(
    (a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || compareText(a.path, b.path),
  );
  const pairs = buildPairs(content.feedPairs, topics, actors);
  return {
    config,
    now: options.now,
    articles,
    canceled,
    placeCount: articles.length + canceled.length,
    days,
    weeks: buildPeriods(days, weekOf, weekPath),
    months: buildPeriods(days, monthOf, monthPath),
    years: buildPeriods(days, yearOf, yearPath),
    topics,
    actors,
    pairs,
    stories,
    sources: buildSources(table, names),
    pages,
    merged: {
      topics: content.topicFiles.filter(({ id }) => names.topics.targetOf(id) !== id),
      actors: content.actorFiles.filter(({ id }) => names.actors.targetOf(id) !== id),
    },
    corrections: collectCorrections(articles, days),
    redirects: buildRedirects(
      { articles, canceled, stories, topics, actors, pairs, pages, assets: content.assets },
      content.topicFiles,
      content.actorFiles,
      names,
    ),
    gone: [],
    unpublished: countUnpublished(hidden, config),
    changesAt: nextChange(content.articles, config.zone, options.now),
    assets: content.assets,
    pictured: new Set(),
  };
}

/** An article of a site that is being built. */
type Unplaced = Omit<SiteArticle, 'place'> & { place: number };

/** Resolved articles are made for one site: a copy of each would take longer than to order them. */
function toUnplaced(article: ResolvedArticle, visibility: Visibility): Unplaced {
  return Object.assign(article, { visibility, place: 0 });
}

/** What the public may see of an article at a moment; null is nothing. */
export function visibilityOf(
  article: Pick<ResolvedArticle, 'status' | 'embargoed'>,
  { now, drafts }: Pick<SiteOptions, 'now' | 'drafts'>,
): Visibility | null {
  const isEmbargoed = article.embargoed !== null && article.embargoed.time > now.time;
  if (article.status === 'withheld') return null;
  if (article.status === 'draft') return drafts ? 'draft' : null;
  if (isEmbargoed) return drafts ? 'embargoed' : null;
  return article.status === 'canceled' ? 'canceled' : 'published';
}

/** Whether the public sees nothing of what an article says. */
export function isConcealed(
  article: Pick<ResolvedArticle, 'status' | 'embargoed' | 'tlp'>,
  { now, config }: Pick<Site, 'now' | 'config'>,
): boolean {
  return (
    isAboveCeiling(article.tlp, config.tlpCeiling) ||
    visibilityOf(article, { now, drafts: false }) !== 'published'
  );
}

/** The end of the next embargo, or the day on which a future date is future no more. */
function nextChange(
  articles: readonly ResolvedArticle[],
  zone: string,
  now: Instant,
): number | null {
  const today = dayOfInstant(now, zone);
  let next = Infinity;
  for (const { day, embargoed } of articles) {
    if (embargoed !== null && embargoed.time > now.time) next = Math.min(next, embargoed.time);
    if (day > today) next = Math.min(next, startOfDay(day, zone).time);
  }
  return next === Infinity ? null : next;
}

function checkIds(
  articles: readonly ResolvedArticle[],
  clearBefore: Year | null,
  report: Report,
): void {
  if (clearBefore !== null) {
    const isClear = ({ day }: ResolvedArticle): boolean => yearOf(day) < clearBefore;
    const fresh = articles.filter((article) => !isClear(article));
    const ids = new Set(fresh.map(({ id }) => id));
    const isDistinct = ids.size === fresh.length && !ids.has('briefing');
    if (isDistinct && !articles.some((article) => isClear(article) && ids.has(article.id))) return;
  }
  const first = new Map<string, ResolvedArticle>();
  for (const article of articles) {
    const { id, file } = article;
    if (id === 'briefing') {
      report({
        code: 'bad-id',
        file,
        where: atValue('id'),
        message: '"briefing" is the id of each day’s briefing',
        hint: 'give the article another id',
      });
    }
    const other = first.get(id);
    if (other === undefined) first.set(id, article);
    // Two default ids that are the same are two files with one address, reported as that.
    else if (other.path !== article.path) {
      report({
        code: 'duplicate-id',
        file,
        where: atValue('id'),
        message: `the id "${id}" is that of ${other.file} too`,
        hint: 'give the newer one another id',
      });
    }
  }
}

function warnOfFuture(
  articles: readonly SiteArticle[],
  zone: string,
  now: Instant,
  report: Report,
): void {
  const today = dayOfInstant(now, zone);
  for (const { day, file } of articles) {
    if (day <= today) continue;
    report({
      code: 'future-date',
      file,
      where: atValue('date'),
      message: `${day} is in the future, and the item is published all the same`,
      hint: 'add embargoed: to hold it back',
    });
  }
}

function collectCorrections(
  articles: readonly SiteArticle[],
  days: Site['days'],
): readonly SiteCorrection[] {
  const ofArticles = articles.flatMap((article) =>
    article.corrections.map((correction) => ({
      ...correction,
      path: article.path,
      title: article.title,
      of: article.day,
    })),
  );
  const ofDays = days.flatMap(({ day, path, briefing }) =>
    (briefing?.corrections ?? []).map((correction) => ({
      ...correction,
      path,
      title: briefing?.title ?? null,
      of: day,
    })),
  );
  return [...ofArticles, ...ofDays].sort(
    (a, b) => b.instant.time - a.instant.time || compareText(a.path, b.path),
  );
}
