import type { SiteArticle } from '../model/site.ts';
import type { SourceCitation } from '../parse/article.ts';
import { dayPath, termPath } from '../urls/paths.ts';
import { fillWords } from '../words/forms.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import { directionOf, type Direction } from './direction.ts';
import { toJudgementView, type JudgementView } from './judgement.ts';

/** A word that stands for a value: `key` for styling, `text` for reading. */
export interface MarkView {
  readonly key: string;
  readonly text: string;
}

export interface SourceView {
  readonly name: string;
  /** The source's page on this site. */
  readonly href: string;
  /** The report itself, elsewhere. */
  readonly url: string | null;
  readonly archived: string | null;
  readonly published: DateView | null;
  readonly language: string | null;
  /** Admiralty grade, such as `B2`; either half may stand alone. */
  readonly grade: string | null;
  /** The grade in words. */
  readonly gradeText: string | null;
}

/** An article by its title alone. */
export interface HeadlineView {
  readonly href: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: Direction;
}

/**
 * An article as lists of many days show it. It has no names of actors and topics: a renamed actor
 * changes the pages of items, and not every list in which one of them stands.
 */
export interface RowView extends HeadlineView {
  readonly day: DateView;
  readonly dayHref: string;
  /** The summary, or else the first paragraph; null where there is neither. */
  readonly summary: string | null;
  readonly dateline: string | null;
  readonly trend: MarkView | null;
  readonly alert: MarkView | null;
  readonly hasCorrections: boolean;
  /** `draft` or `embargoed`, on the development server only. */
  readonly mark: MarkView | null;
}

/** An article as briefings and its own page show it. */
export interface ItemView extends RowView {
  /** The anchor on the day's page: the slug. */
  readonly anchor: string;
  /** The time of day in the site's zone, where the article has one. */
  readonly time: DateView | null;
  readonly topics: readonly LinkView[];
  readonly actors: readonly LinkView[];
  readonly story: LinkView | null;
  readonly sources: readonly SourceView[];
  readonly judgement: JudgementView | null;
  readonly confidence: MarkView | null;
  readonly likelihood: string | null;
  readonly updated: DateView | null;
}

export function toHeadlineView(article: SiteArticle, context: ViewContext): HeadlineView {
  return {
    href: context.href(article.path),
    title: article.title,
    lang: article.lang,
    dir: directionOf(article.lang),
  };
}

export function toRowView(article: SiteArticle, context: ViewContext): RowView {
  const { trend, alert, visibility } = article;
  return {
    ...toHeadlineView(article, context),
    day: context.day(article.day),
    dayHref: context.href(dayPath(article.day)),
    summary: article.summary ?? (article.body.firstParagraph || null),
    dateline: article.dateline,
    trend: trend && { key: trend, text: context.words.trends[trend] },
    alert: alert && { key: alert, text: context.words.alerts[alert] },
    hasCorrections: article.corrections.length > 0,
    mark:
      visibility === 'draft'
        ? { key: 'draft', text: context.words.marks.draft }
        : visibility === 'embargoed'
          ? { key: 'embargoed', text: context.words.marks.embargoed }
          : null,
  };
}

export function toItemView(article: SiteArticle, context: ViewContext): ItemView {
  const { zone } = context.site.config;
  const { confidence, instant } = article;
  return {
    ...toRowView(article, context),
    anchor: article.slug,
    time: instant && { iso: instant.iso, text: context.dates.time(instant, zone) },
    topics: article.topics.map(context.topic),
    actors: article.actors.map((actor) => context.actor(actor.id)),
    story: article.story === null ? null : context.story(article.story),
    sources: article.sources.map((source) => toSourceView(source, context)),
    judgement: toJudgementView(article, context),
    confidence: confidence && { key: confidence, text: context.words.confidence[confidence] },
    likelihood: article.likelihood,
    updated: article.updated && context.instant(article.updated),
  };
}

function toSourceView(source: SourceCitation, context: ViewContext): SourceView {
  const { reliability, credibility } = source;
  const grade = `${reliability ?? ''}${credibility ?? ''}`;
  const { grades } = context.words;
  const words = [
    reliability && fillWords(grades.source, { grade: grades.reliability[reliability] }),
    credibility && fillWords(grades.information, { grade: grades.credibility[credibility] ?? '' }),
  ];
  return {
    name: source.name,
    href: context.href(termPath('sources', source.id)),
    url: source.url,
    archived: source.archived,
    published: source.published && context.day(source.published),
    language: source.language,
    grade: grade || null,
    gradeText: words.filter((word) => word !== null).join(context.words.joins.comma) || null,
  };
}
