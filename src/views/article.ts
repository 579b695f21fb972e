import { monthOf, yearOf } from '../dates/day.ts';
import { changedAt, lastChangeOf } from '../model/lastChange.ts';
import { findRelated } from '../model/related.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import type { Author } from '../parse/article.ts';
import { hashText } from '../read/hash.ts';
import { archivePath, dayPath, monthPath, yearPath } from '../urls/paths.ts';
import type { LinkView, ViewContext } from './context.ts';
import { toAssessmentView, type AssessmentView } from './assessment.ts';
import { toCorrections, type CorrectionView } from './day.ts';
import type { ItemView } from './item.ts';
import { toPageView, toPicturePreview, type PageView } from './page.ts';
import { countItems } from './period.ts';
import { groupPages, type PageGroup, type PagePlan } from './plan.ts';
import { toArticleData, wholeUrl } from './structuredData.ts';
import { planStoryLines, toDatedView, type DatedView, type StoryLineView } from './storyLine.ts';

export interface ImageView {
  readonly src: string;
  readonly alt: string;
  readonly credit: string | null;
}

export interface ActorRoleView extends LinkView {
  /** What the actor did in this item, where the editor said so. */
  readonly role: string | null;
}

/** Another article, whose title may be in another language. */
export interface NeighbourView extends LinkView {
  readonly lang: string;
}

export interface ArticleView extends PageView {
  readonly layout: 'article';
  readonly item: ItemView;
  /** The front matter's summary; null where it has none, whatever lists show instead. */
  readonly summary: string | null;
  readonly bodyHtml: string;
  readonly image: ImageView | null;
  readonly authors: readonly Author[];
  readonly actors: readonly ActorRoleView[];
  /** Names of countries, in the site's language. */
  readonly countries: readonly string[];
  readonly corrections: readonly CorrectionView[];
  /** The next older and newer article of the site. */
  readonly previous: NeighbourView | null;
  readonly next: NeighbourView | null;
  readonly extra: Readonly<Record<string, unknown>>;
  /** Null where it belongs to no story. */
  readonly storyLine: StoryLineView | null;
  /** Items of earlier days about the same, at most five. */
  readonly related: readonly DatedView[];
  readonly assessment: AssessmentView | null;
}

/** The page that a canceled article leaves. */
export interface CanceledView extends PageView {
  readonly layout: 'canceled';
  readonly day: { readonly iso: string; readonly text: string };
  /** Null where the day has nothing else. */
  readonly dayHref: string | null;
}

export function planArticles(site: Site, context: ViewContext): readonly PageGroup[] {
  const regions = new Intl.DisplayNames([site.config.language, 'en'], { type: 'region' });
  const { articles } = site;
  const related = findRelated(site, context.rowKey);
  const storyLines = planStoryLines(site, context);
  const planArticle = (article: SiteArticle, index: number): PagePlan => {
    const previous = articles[index + 1];
    const next = articles[index - 1];
    const countries = (): readonly string[] =>
      article.countries.map((code) => regions.of(code) ?? code);
    const build = (): ArticleView => {
      const item = context.item(article);
      return {
        ...toPageView(
          {
            layout: 'article',
            path: article.path,
            title: article.title,
            description: item.summary,
            lang: article.lang,
            section: archivePath,
            breadcrumbs: toDayCrumbs(article, context),
            isIndexed: article.visibility === 'published',
            data: [toArticleData(article, item.summary, countries(), context)],
            preview: {
              type: 'article',
              ...(article.image === null
                ? toPicturePreview(article.path, article.title, context)
                : { image: wholeUrl(article.image.src, context), imageAlt: article.image.alt }),
              published: article.instant?.iso ?? article.day,
              modified: changedAt(article)?.iso ?? null,
            },
          },
          context,
        ),
        layout: 'article',
        item,
        summary: article.summary,
        bodyHtml: context.html(article.body),
        image: article.image && { ...article.image, src: context.hrefOf(article.image.src) },
        authors: article.authors,
        actors: article.actors.map(({ id, role }) => ({ ...context.actor(id), role })),
        countries: countries(),
        corrections: toCorrections(article.corrections, context),
        previous: toArticleLink(previous, context),
        next: toArticleLink(next, context),
        extra: article.extra,
        storyLine: storyLines.build(article),
        related: newestFirst(related.find(article)).map((other) => toDatedView(other, context)),
        assessment: toAssessmentView(article, context),
      };
    };
    const inputs = (): string => {
      const types = article.actors.map(({ id }) => site.actors.get(id)?.actor.type ?? '');
      return hashText(
        [
          context.itemKey(article),
          article.bodyKey,
          types.join(' '),
          String(site.pictured.has(article.path)),
          related.key(article),
          storyLines.key(article),
          keyOfNeighbour(previous),
          keyOfNeighbour(next),
        ].join('\n'),
      );
    };
    const year = yearOf(article.day);
    const changed = (): string => lastChangeOf(article);
    return { layout: 'article', path: article.path, inputs, isLoose: false, year, changed, build };
  };
  let end = 0;
  return site.years.toReversed().map(({ id, days }) => {
    const start = end;
    const size = countItems(days);
    end += size;
    return groupPages({ year: id, layout: 'article', size }, () =>
      articles
        .slice(start, start + size)
        .map((article, index) => planArticle(article, start + index)),
    );
  });
}

/** No line break is in a title. */
function keyOfNeighbour(other: SiteArticle | undefined): string {
  return other === undefined ? '' : `${other.path} ${other.lang} ${other.title}`;
}

export function planCanceled(site: Site, context: ViewContext): readonly PagePlan[] {
  const days = new Set(site.days.map((day) => day.day));
  return site.canceled.map((article) => {
    const hasDay = days.has(article.day);
    const build = (): CanceledView => ({
      ...toPageView(
        {
          layout: 'canceled',
          path: article.path,
          title: context.words.pages.canceled,
          section: archivePath,
          breadcrumbs: hasDay ? toDayCrumbs(article, context) : [],
        },
        context,
      ),
      layout: 'canceled',
      day: context.day(article.day),
      dayHref: hasDay ? context.href(dayPath(article.day)) : null,
    });
    return { layout: 'canceled', path: article.path, inputs: null, isLoose: false, build };
  });
}

function toDayCrumbs({ day }: SiteArticle, context: ViewContext): readonly LinkView[] {
  const month = monthOf(day);
  return [
    { href: context.href(yearPath(yearOf(day))), text: context.dates.year(yearOf(day)) },
    { href: context.href(monthPath(month)), text: context.dates.monthName(month) },
    { href: context.href(dayPath(day)), text: context.dates.shortDay(day) },
  ];
}

function toArticleLink(
  article: SiteArticle | undefined,
  context: ViewContext,
): NeighbourView | null {
  if (article === undefined) return null;
  return { href: context.href(article.path), text: article.title, lang: article.lang };
}

/** Headlines with their days read as a line of time. */
function newestFirst(articles: readonly SiteArticle[]): readonly SiteArticle[] {
  return articles.toSorted((one, other) =>
    one.day === other.day ? 0 : one.day < other.day ? 1 : -1,
  );
}
