import type { Site } from '../model/site.ts';
import {
  articlesPath,
  archivePath,
  correctionsPath,
  homePath,
  styleSheetPath,
  subscribePath,
  termsPath,
} from '../urls/paths.ts';
import { buildActorsView, buildActorViews, type ActorsView, type ActorView } from './actor.ts';
import {
  buildArchiveView,
  buildArticlesView,
  type ArchiveView,
  type ArticlesView,
} from './archive.ts';
import {
  buildArticleViews,
  buildCanceledViews,
  type ArticleView,
  type CanceledView,
} from './article.ts';
import { createViewContext, type LinkView, type ViewContext } from './context.ts';
import { buildDayViews, type DayView } from './day.ts';
import { directionOf, type Direction } from './direction.ts';
import { buildHomeView, type HomeView } from './home.ts';
import { layoutNames, toFeedLinks, type FeedLinkView, type LayoutName } from './page.ts';
import { buildPeriodViews, type PeriodView } from './period.ts';
import {
  buildSourcesView,
  buildSourceViews,
  type SourcePageView,
  type SourcesView,
} from './source.ts';
import {
  buildCorrectionsView,
  buildNotFoundView,
  buildRedirectViews,
  buildStandingPageViews,
  buildSubscribeView,
  type CorrectionsView,
  type NotFoundView,
  type RedirectView,
  type StandingPageView,
  type SubscribeView,
} from './standing.ts';
import { buildStoriesView, buildStoryViews, type StoriesView, type StoryView } from './story.ts';
import { buildTermYearViews, type TermYearView } from './termYear.ts';
import { buildTopicsView, buildTopicViews, type TopicsView, type TopicView } from './topic.ts';

/** What all pages share: `site` in the layouts. */
export interface SiteView {
  readonly title: string;
  readonly description: string | null;
  readonly lang: string;
  readonly dir: Direction;
  readonly homeHref: string;
  readonly styleHref: string;
  readonly subscribeHref: string;
  readonly archiveHref: string;
  readonly articlesHref: string;
  readonly correctionsHref: string;
  readonly nav: readonly LinkView[];
  readonly footer: readonly LinkView[];
  readonly publisher: { readonly name: string; readonly url: string | null } | null;
  readonly licence: string | null;
  /** The site's own feeds, for discovery on pages that have none. */
  readonly feeds: readonly FeedLinkView[];
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Every page's view. */
export type AnyPageView =
  | HomeView
  | DayView
  | ArticleView
  | CanceledView
  | PeriodView
  | TopicsView
  | TopicView
  | ActorsView
  | ActorView
  | StoriesView
  | StoryView
  | SourcesView
  | SourcePageView
  | TermYearView
  | ArticlesView
  | ArchiveView
  | SubscribeView
  | CorrectionsView
  | StandingPageView
  | NotFoundView
  | RedirectView;

export interface Views {
  readonly site: SiteView;
  /** By layout; frozen, so that nothing between here and the page can change one. */
  readonly pages: Readonly<Record<LayoutName, readonly AnyPageView[]>>;
}

export function buildViews(site: Site): Views {
  const context = createViewContext(site);
  const views: readonly AnyPageView[] = [
    buildHomeView(site, context),
    ...buildDayViews(site, context),
    ...buildArticleViews(site, context),
    ...buildCanceledViews(site, context),
    ...buildPeriodViews(site, context),
    buildTopicsView(site, context),
    ...buildTopicViews(site, context),
    buildActorsView(site, context),
    ...buildActorViews(site, context),
    buildStoriesView(site, context),
    ...buildStoryViews(site, context),
    buildSourcesView(site, context),
    ...buildSourceViews(site, context),
    ...buildTermYearViews(site, context),
    buildArticlesView(site, context),
    buildArchiveView(site, context),
    buildSubscribeView(site, context),
    buildCorrectionsView(site, context),
    ...buildStandingPageViews(site, context),
    buildNotFoundView(context),
    ...buildRedirectViews(site, context),
  ];
  const pages = Object.fromEntries(
    layoutNames.map((layout) => [layout, [] as AnyPageView[]]),
  ) as Record<LayoutName, AnyPageView[]>;
  for (const view of views) pages[view.layout].push(Object.freeze(view));
  return { site: Object.freeze(toSiteView(site, context)), pages };
}

function toSiteView(site: Site, context: ViewContext): SiteView {
  const { config } = site;
  const own: readonly LinkView[] = [
    { href: context.href(archivePath), text: 'Archive' },
    { href: context.href(termsPath('topics')), text: 'Topics' },
    { href: context.href(termsPath('actors')), text: 'Actors' },
    { href: context.href(termsPath('stories')), text: 'Stories' },
  ];
  const pages = site.pages.map((page) => ({
    href: context.href(page.path),
    text: page.title,
    isOrdered: page.order !== null,
  }));
  const nav =
    config.nav.length > 0
      ? config.nav.map(({ title, url }) => ({ href: context.hrefOf(url), text: title }))
      : [
          ...own,
          ...pages.filter((page) => page.isOrdered).map(({ href, text }) => ({ href, text })),
        ];
  const toLink = ({ href, text }: LinkView): LinkView => ({ href, text });
  return {
    title: config.title,
    description: config.description,
    lang: config.language,
    dir: directionOf(config.language),
    homeHref: context.href(homePath),
    styleHref: context.href(styleSheetPath),
    subscribeHref: context.href(subscribePath),
    archiveHref: context.href(archivePath),
    articlesHref: context.href(articlesPath),
    correctionsHref: context.href(correctionsPath),
    nav,
    footer: [
      { href: context.href(articlesPath), text: 'Newest items' },
      { href: context.href(termsPath('sources')), text: 'Sources' },
      { href: context.href(correctionsPath), text: 'Corrections' },
      { href: context.href(subscribePath), text: 'Subscribe' },
      ...pages.filter((page) => !nav.some((link) => link.href === page.href)).map(toLink),
    ],
    publisher: config.publisher && { name: config.publisher.name, url: config.publisher.url },
    licence: config.licence,
    feeds: toFeedLinks(homePath, config.title, context),
    extra: config.extra,
  };
}
