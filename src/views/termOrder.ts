import type { Timeline } from '../model/site.ts';
import { termOrders, termsPath, type TermKind, type TermOrder } from '../urls/paths.ts';
import type { LinkView, ViewContext } from './context.ts';

/** The pages of one index, one for each order. */
export interface OrderLinkView extends LinkView {
  readonly isThis: boolean;
}

export function toOrderLinks(
  kind: TermKind,
  order: TermOrder,
  context: ViewContext,
): readonly OrderLinkView[] {
  return termOrders.map((other) => ({
    href: context.href(termsPath(kind, other)),
    text: context.words.orders[other],
    isThis: other === order,
  }));
}

/** Sorts entries that come by name: most items first, or the newest last item first. */
export function sortTerms<Entry extends { readonly timeline: Timeline }>(
  entries: Iterable<Entry>,
  order: TermOrder,
): readonly Entry[] {
  const sorted = [...entries];
  if (order === 'count')
    sorted.sort((a, b) => b.timeline.articles.length - a.timeline.articles.length);
  if (order === 'date') sorted.sort((a, b) => compareDays(b.timeline, a.timeline));
  return sorted;
}

function compareDays(one: Timeline, other: Timeline): number {
  const [a, b] = [one.lastDay ?? '', other.lastDay ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
}
