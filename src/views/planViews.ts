import { findOwnIcon } from '../model/icon.ts';
import type { Site } from '../model/site.ts';
import { limits } from '../read/limits.ts';
import {
  archivePath,
  articlesPath,
  correctionsPath,
  homePath,
  networkPath,
  notFoundPath,
  scriptPath,
  searchPath,
  iconPath,
  styleSheetPath,
  subscribePath,
  termOrders,
  termsPath,
  type TermOrder,
  type SitePath,
} from '../urls/paths.ts';
import type { Words } from '../words/en.ts';
import { languageOf } from '../words/language.ts';
import { planActors } from './actor.ts';
import { buildActorsView } from './actors.ts';
import { buildArchiveView, buildArticlesView } from './archive.ts';
import { planArticles, planCanceled } from './article.ts';
import { createViewContext, type LinkView, type Versions, type ViewContext } from './context.ts';
import { planDays } from './day.ts';
import { directionOf, type Direction } from './direction.ts';
import { planEmails } from './email.ts';
import { buildHomeView } from './home.ts';
import { planNetwork } from './network.ts';
import { toFeedLinks, type FeedLinkView, type LayoutName, type PageView } from './page.ts';
import { planPeriods } from './period.ts';
import { groupYearless, type PageGroup, type PagePlan } from './plan.ts';
import { buildSourcesView, planSources } from './source.ts';
import {
  buildCorrectionsView,
  buildNotFoundView,
  buildSubscribeView,
  planRedirects,
  planStandingPages,
} from './standing.ts';
import { buildSearchView } from './search.ts';
import { buildStoriesView, planStories } from './story.ts';
import { planTermYears } from './termYear.ts';
import { buildTopicsView, planTopics } from './topic.ts';
import { keysOfYears, type LastYearKeys, type YearKeys } from './yearKey.ts';

/** What all pages share: `site` in the layouts. */
export interface SiteView {
  readonly title: string;
  readonly description: string | null;
  readonly lang: string;
  readonly dir: Direction;
  readonly homeHref: string;
  readonly styleHref: string;
  readonly iconHref: string;
  /** The script of every page, a module. */
  readonly scriptHref: string;
  /** The reader's choice of light or dark, which has to be known before the page is drawn. */
  readonly themeScriptHref: string;
  readonly subscribeHref: string;
  readonly archiveHref: string;
  readonly articlesHref: string;
  readonly correctionsHref: string;
  /** Null on a site without search. */
  readonly searchHref: string | null;
  readonly nav: readonly LinkView[];
  readonly footer: readonly LinkView[];
  readonly publisher: { readonly name: string; readonly url: string | null } | null;
  readonly licence: string | null;
  /** The site's own feeds, for discovery on pages that have none. */
  readonly feeds: readonly FeedLinkView[];
  readonly extra: Readonly<Record<string, unknown>>;
  /** The words of the pages: `words` in the layouts. */
  readonly words: Words;
  /** The language of the words where it is another than the site's, else null. */
  readonly wordsLang: string | null;
}

export interface Views {
  readonly site: SiteView;
  readonly groups: readonly PageGroup[];
  /** The pages of all groups, one after the other. */
  readonly pages: readonly PagePlan[];
  /** See `keysOfYears`; made once. */
  readonly years: (last: LastYearKeys | null) => YearKeys;
}

/** Plans every page of a site. Views are made when they are asked for, and frozen. */
export function planViews(site: Site, versions: Versions = new Map()): Views {
  const context = createViewContext(site, { versions });
  const one = (layout: LayoutName, path: SitePath, build: () => PageView): PagePlan => ({
    layout,
    path,
    inputs: null,
    isLoose: false,
    build,
  });
  const ordered = (
    kind: 'topics' | 'actors' | 'sources',
    build: (order: TermOrder) => PageView,
  ): readonly PagePlan[] =>
    termOrders.map((order) => one(kind, termsPath(kind, order), () => build(order)));
  let yearKeys: YearKeys | null = null;
  const years = (last: LastYearKeys | null): YearKeys =>
    (yearKeys ??= keysOfYears(site, context, last));
  const groups: readonly PageGroup[] = [
    groupYearless([one('home', homePath, () => buildHomeView(site, context))]),
    ...planDays(site, context),
    ...planEmails(site, context),
    ...planArticles(site, context),
    groupYearless([
      ...planCanceled(site, context),
      ...planPeriods(site, context),
      ...ordered('topics', (order) => buildTopicsView(site, order, context)),
      ...planTopics(site, context),
      ...ordered('actors', (order) => buildActorsView(site, order, context)),
      ...planActors(site, context),
      one('stories', termsPath('stories'), () => buildStoriesView(site, context)),
      ...planStories(site, context),
      ...ordered('sources', (order) => buildSourcesView(site, order, context)),
      ...planSources(site, context),
    ]),
    ...planTermYears(site, context),
    groupYearless([
      ...planNetwork(site, context, () => years(null)),
      one('articles', articlesPath, () => buildArticlesView(site, context)),
      one('archive', archivePath, () => buildArchiveView(site, context)),
      ...(site.config.search
        ? [one('search', searchPath, () => buildSearchView(site, context))]
        : []),
      one('subscribe', subscribePath, () => buildSubscribeView(site, context)),
      one('corrections', correctionsPath, () => buildCorrectionsView(site, context)),
      ...planStandingPages(site, context),
      one('not-found', notFoundPath, () => buildNotFoundView(context)),
      ...planRedirects(site, context),
    ]),
  ];
  let pages: readonly PagePlan[] | null = null;
  return {
    site: Object.freeze(toSiteView(site, context)),
    groups,
    get pages() {
      return (pages ??= groups.flatMap((group) => group.plans()));
    },
    years,
  };
}

function toSiteView(site: Site, context: ViewContext): SiteView {
  const { config } = site;
  const searchLink = { href: context.href(searchPath), text: context.words.search.title };
  const own: readonly LinkView[] = [
    { href: context.href(archivePath), text: context.words.pages.archive },
    { href: context.href(termsPath('topics')), text: context.words.pages.topics },
    { href: context.href(termsPath('actors')), text: context.words.pages.actors },
    { href: context.href(termsPath('stories')), text: context.words.pages.stories },
    ...(config.search ? [searchLink] : []),
  ];
  const pages = site.pages.map((page) => ({
    href: context.href(page.path),
    text: page.title,
    isOrdered: page.order !== null,
  }));
  // They stand on every page, so that all of many would take the square of them.
  const listed = pages.slice(0, limits.entries);
  const nav =
    config.nav.length > 0
      ? config.nav.map(({ title, url }) => ({ href: context.hrefOf(url), text: title }))
      : [
          ...own,
          ...listed.filter((page) => page.isOrdered).map(({ href, text }) => ({ href, text })),
        ];
  const toLink = ({ href, text }: LinkView): LinkView => ({ href, text });
  return {
    title: config.title,
    description: config.description,
    lang: config.language,
    dir: directionOf(config.language),
    homeHref: context.href(homePath),
    styleHref: context.codeHref(styleSheetPath),
    iconHref: context.href(findOwnIcon(site.assets) ?? iconPath),
    scriptHref: context.codeHref(scriptPath('main')),
    themeScriptHref: context.codeHref(scriptPath('theme')),
    subscribeHref: context.href(subscribePath),
    archiveHref: context.href(archivePath),
    articlesHref: context.href(articlesPath),
    correctionsHref: context.href(correctionsPath),
    searchHref: config.search ? searchLink.href : null,
    nav,
    footer: [
      ...(config.search && !nav.some((link) => link.href === searchLink.href) ? [searchLink] : []),
      { href: context.href(articlesPath), text: context.words.pages.articles },
      { href: context.href(termsPath('sources')), text: context.words.pages.sources },
      { href: context.href(networkPath), text: context.words.network.title },
      { href: context.href(correctionsPath), text: context.words.pages.corrections },
      { href: context.href(subscribePath), text: context.words.pages.subscribe },
      ...listed.filter((page) => !nav.some((link) => link.href === page.href)).map(toLink),
    ],
    publisher: config.publisher && { name: config.publisher.name, url: config.publisher.url },
    licence: config.licence,
    feeds: toFeedLinks(homePath, config.title, context),
    extra: config.extra,
    words: context.words,
    wordsLang: languageOf(config.language).foreign,
  };
}
