import type { Site, SiteArticle } from '../model/site.ts';
import type { DateView, LinkView, ViewContext } from './context.ts';
import { toHeadlineView, type HeadlineView } from './item.ts';

/** A headline with its day. */
export interface DatedView extends HeadlineView {
  readonly day: DateView;
}

/** Where an article stands in its story. */
export interface StoryLineView extends LinkView {
  /** Newest first: the next item of the story, the article itself, and the items before it. */
  readonly items: readonly StoryLineItemView[];
  /** Whether the story has others, before or behind them. */
  readonly isPart: boolean;
}

export interface StoryLineItemView extends DatedView {
  readonly isThis: boolean;
}

/**
 * Items of the story before the article, and the one behind it: with more of those, each new item
 * would change the pages of all earlier ones.
 */
const before = 5;
export const behind = 1;
/** As many items as a line shows at most. */
export const shownOfStory = before + 1 + behind;

export interface StoryLines {
  readonly build: (article: SiteArticle) => StoryLineView | null;
  /** Changes when the view changes. */
  readonly key: (article: SiteArticle) => string;
}

export function planStoryLines(site: Site, context: ViewContext): StoryLines {
  const places = findPlaces(site);
  const near = (article: SiteArticle): Near | null => {
    const place = places.get(article);
    if (article.story === null || place === undefined) return null;
    const { story, index } = place;
    const first = Math.max(0, index - behind);
    const items = story.slice(first, index + before + 1);
    return { items, isPart: items.length < story.length };
  };
  return {
    key: (article) => {
      const found = near(article);
      if (found === null) return '';
      return `${String(found.isPart)} ${context.rowsKey(found.items)}`;
    },
    build: (article) => {
      const found = near(article);
      if (found === null || article.story === null) return null;
      const { items, isPart } = found;
      return {
        ...context.story(article.story),
        items: items.map((item) => ({ ...toDatedView(item, context), isThis: item === article })),
        isPart,
      };
    },
  };
}

export function toDatedView(article: SiteArticle, context: ViewContext): DatedView {
  return { ...toHeadlineView(article, context), day: context.day(article.day) };
}

interface Near {
  readonly items: readonly SiteArticle[];
  readonly isPart: boolean;
}

interface Place {
  readonly story: readonly SiteArticle[];
  readonly index: number;
}

function findPlaces({ stories }: Site): ReadonlyMap<SiteArticle, Place> {
  const places = new Map<SiteArticle, Place>();
  for (const { timeline } of stories.values()) {
    const story = timeline.articles;
    for (const [index, article] of story.entries()) places.set(article, { story, index });
  }
  return places;
}
