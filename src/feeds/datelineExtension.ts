import { exactTime } from '../dates/instant.ts';
import type { Site, SiteArticle } from '../model/site.ts';
import { writtenDate } from '../parse/correction.ts';
import type { SiteConfig } from '../parse/site.ts';
import { toUrl, type AbsoluteUrl } from '../urls/address.ts';
import { articlesPath, feedPath } from '../urls/paths.ts';
import { countAround, wholeUrl } from './entryHtml.ts';

/**
 * What a JSON feed says as `_dateline` (an extension, JSON Feed 1.1, "Extensions"), so that another site
 * can import it: of the feed, and of each article that for which JSON Feed has no place, under the
 * names and in the shapes of front matter. What is empty or usual is left out.
 */
export const extensionKey = '_dateline';

/** The version goes up when a field changes its meaning or goes. */
export const extensionVersion = 1;

export interface FeedExtension {
  readonly version: number;
  /** The site's title. */
  readonly site: string;
  /** In which its days are days. */
  readonly zone: string;
  /** The feed with an entry an article. */
  readonly articles: AbsoluteUrl;
}

export type ArticleExtension = Readonly<Record<string, unknown>>;

export function toFeedExtension({ title, zone, address }: SiteConfig): FeedExtension {
  return {
    version: extensionVersion,
    site: title,
    zone,
    articles: toUrl(address, feedPath(articlesPath, 'json')),
  };
}

/** @param summary what the entry has for one, so that only another is said again */
export function toArticleExtension(
  article: SiteArticle,
  summary: string | null,
  { config, topics, actors, stories }: Site,
): ArticleExtension {
  const { image, story } = article;
  return {
    id: article.id,
    slug: article.slug,
    date: article.instant === null ? article.day : exactTime(article.instant),
    day: article.day,
    // Null says that the entry's summary is the text's first paragraph.
    ...(summary === article.summary ? {} : { summary: article.summary }),
    ...filled({
      image: image && filled({ ...image, src: wholeUrl(image.src, config.address) }),
      dateline: article.dateline,
      countries: article.countries,
      topics: article.topics.map((id) => ({ id, name: topics.get(id)?.topic.name ?? id })),
      actors: article.actors.map(({ id, role }) => {
        const actor = actors.get(id)?.actor;
        return filled({ id, name: actor?.name ?? id, type: actor?.type ?? null, role });
      }),
      story: story && { id: story, name: stories.get(story)?.story.name ?? story },
      sources: article.sources.map((source) => filled({ ...source, id: null })),
      judgement: article.judgement,
      confidence: article.confidence,
      likelihood: article.likelihood,
      trend: article.trend,
      alert: article.alert,
      urgency: article.urgency === 5 ? null : article.urgency,
      updated: article.updated && exactTime(article.updated),
      corrections: article.corrections.map((correction) => ({
        date: writtenDate(correction, config.zone),
        text: correction.text,
      })),
      tlp: article.tlp === 'clear' ? null : article.tlp,
      around: config.feed.content === 'full' ? countAround(article) : null,
    }),
  };
}

function filled(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
