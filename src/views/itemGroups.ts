import type { SiteArticle } from '../model/site.ts';
import type { Slug } from '../urls/slug.ts';
import type { LinkView, ViewContext } from './context.ts';
import type { ItemView } from './item.ts';

/** Items of a day that stand together. */
export interface ItemGroupView {
  /** The story that they share; null for an item that stands alone. */
  readonly story: LinkView | null;
  readonly items: readonly ItemView[];
}

/**
 * A day's items, those of one story together under its name. A group stands where its first item would
 * stand; the order is kept within it. An item alone with its story is no group: it names the story itself.
 */
export function groupByStory(
  articles: readonly SiteArticle[],
  context: ViewContext,
): readonly ItemGroupView[] {
  const groups = new Map<Slug | SiteArticle, SiteArticle[]>();
  for (const article of articles) {
    const place = article.story ?? article;
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [article]);
    else group.push(article);
  }
  return Array.from(groups.values(), (group) => {
    const story = group[0]?.story ?? null;
    return {
      story: story === null || group.length === 1 ? null : context.story(story),
      items: group.map(context.item),
    };
  });
}
