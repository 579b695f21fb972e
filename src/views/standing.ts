import { hasExportSchema } from '../model/addresses.ts';
import type { Site } from '../model/site.ts';
import {
  articlesPath,
  correctionsPath,
  exportPath,
  exportSchemaPath,
  homePath,
  notFoundPath,
  opmlPath,
  outputFile,
  scriptPath,
  subscribePath,
  type SitePath,
} from '../urls/paths.ts';
import { fillWords } from '../words/forms.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import type { CorrectionView } from './day.ts';
import { toFeedLinks, toPageView, type FeedLinkView, type PageView } from './page.ts';
import type { ResolvedPage } from '../resolve/resolveTerms.ts';
import type { PagePlan } from './plan.ts';

/** A page from `content/pages/`. */
export interface StandingPageView extends PageView {
  readonly layout: 'page';
  readonly summary: string | null;
  readonly bodyHtml: string;
  readonly updated: DateView | null;
}

export interface CorrectionsView extends PageView {
  readonly layout: 'corrections';
  /** Newest first. */
  readonly corrections: readonly (CorrectionView & {
    readonly item: LinkView;
    readonly of: DateView;
  })[];
}

/** The feeds of one page. */
export interface FeedRowView extends LinkView {
  readonly feeds: readonly FeedLinkView[];
}

export interface SubscribeView extends PageView {
  readonly layout: 'subscribe';
  readonly opmlHref: string;
  /** The script that finds a feed among many, a module. */
  readonly subscribeScriptHref: string;
  /** Whether the feeds of the whole site lead back to their first entry. */
  readonly hasArchives: boolean;
  readonly site: FeedRowView;
  readonly articles: FeedRowView;
  readonly topics: readonly FeedRowView[];
  readonly actors: readonly FeedRowView[];
  /** An actor on a topic; the link is the actor's page. */
  readonly pairs: readonly FeedRowView[];
  readonly stories: readonly FeedRowView[];
  /** How many there are. */
  readonly topicsText: string;
  readonly actorsText: string;
  readonly pairsText: string;
  readonly storiesText: string;
  /** The site as data, with the schema; empty where there are no exports. */
  readonly exports: readonly LinkView[];
}

export interface NotFoundView extends PageView {
  readonly layout: 'not-found';
}

/** Stands at a former address on hosts that can't redirect. */
export interface RedirectView extends PageView {
  readonly layout: 'redirect';
  readonly target: LinkView;
  readonly targetUrl: string;
}

export function planStandingPages(site: Site, context: ViewContext): readonly PagePlan[] {
  return site.pages.map((page) => ({
    layout: 'page',
    path: page.path,
    inputs: null,
    isLoose: false,
    build: () => toStandingPageView(page, context),
  }));
}

function toStandingPageView(page: ResolvedPage, context: ViewContext): StandingPageView {
  return {
    ...toPageView(
      {
        layout: 'page',
        path: page.path,
        title: page.title,
        description: page.summary,
        lang: page.lang,
        section: page.path,
      },
      context,
    ),
    layout: 'page',
    summary: page.summary,
    bodyHtml: context.html(page.body),
    updated: page.updated && context.day(page.updated),
  };
}

export function buildCorrectionsView(site: Site, context: ViewContext): CorrectionsView {
  return {
    ...toPageView(
      {
        layout: 'corrections',
        path: correctionsPath,
        title: context.words.pages.corrections,
        section: correctionsPath,
      },
      context,
    ),
    layout: 'corrections',
    corrections: site.corrections.map(({ day, text, path, title, of }) => ({
      date: context.day(day),
      text,
      item: { href: context.href(path), text: title ?? context.dates.longDay(of) },
      of: context.day(of),
    })),
  };
}

export function buildSubscribeView(site: Site, context: ViewContext): SubscribeView {
  const { words } = context;
  const toRow = (path: SitePath, text: string, page = path): FeedRowView => ({
    href: context.href(page),
    text,
    feeds: toFeedLinks(path, text, context),
  });
  return {
    ...toPageView(
      {
        layout: 'subscribe',
        path: subscribePath,
        title: words.pages.subscribe,
        description: words.feeds.intro,
        section: subscribePath,
      },
      context,
    ),
    layout: 'subscribe',
    opmlHref: context.href(opmlPath),
    subscribeScriptHref: context.codeHref(scriptPath('subscribe')),
    hasArchives: site.config.feed.archives,
    site: toRow(homePath, words.pages.everyBriefing),
    articles: toRow(articlesPath, words.pages.everyItem),
    topics: Array.from(site.topics.values(), ({ path, topic }) => toRow(path, topic.name)),
    actors: Array.from(site.actors.values(), ({ path, actor }) => toRow(path, actor.name)),
    pairs: site.pairs.map(({ path, actor, topic }) => {
      const names = { actor: actor.actor.name, topic: topic.topic.name };
      return toRow(path, fillWords(words.feeds.pair, names), actor.path);
    }),
    stories: Array.from(site.stories.values(), ({ path, story }) => toRow(path, story.name)),
    topicsText: context.number(site.topics.size),
    actorsText: context.number(site.actors.size),
    pairsText: context.number(site.pairs.length),
    storiesText: context.number(site.stories.size),
    exports: toExportLinks(site, context),
  };
}

function toExportLinks({ config }: Site, context: ViewContext): readonly LinkView[] {
  const { feeds } = context.words;
  const links = config.exports.map((format) => ({
    href: context.href(exportPath(format)),
    text: feeds.exports[format],
  }));
  const schema = { href: context.href(exportSchemaPath), text: feeds.schema };
  return hasExportSchema(config) ? [...links, schema] : links;
}

export function buildNotFoundView(context: ViewContext): NotFoundView {
  return {
    ...toPageView(
      { layout: 'not-found', path: notFoundPath, title: context.words.pages.notFound },
      context,
    ),
    layout: 'not-found',
  };
}

/** Only for pages: a file such as `/old.xml` can't redirect by HTML. */
export function planRedirects(site: Site, context: ViewContext): readonly PagePlan[] {
  return site.redirects
    .filter(({ from }) => outputFile(from).endsWith('.html'))
    .map(({ from, to }) => ({
      layout: 'redirect',
      path: from,
      inputs: null,
      isLoose: false,
      build: () => toRedirectView(from, to, context),
    }));
}

function toRedirectView(from: SitePath, to: SitePath, context: ViewContext): RedirectView {
  return {
    ...toPageView({ layout: 'redirect', path: from, title: context.words.pages.moved }, context),
    layout: 'redirect',
    target: { href: context.href(to), text: context.href(to) },
    targetUrl: context.url(to),
  };
}
