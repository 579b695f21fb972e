import { element } from './element.ts';

/** The links in the headings of items, days and stories, in the order of the page. */
export function findHeadings(): readonly HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('main .head a')];
}

/** The item that a heading is of. */
export function itemOf(heading: HTMLElement): HTMLElement {
  return heading.closest<HTMLElement>('article, .item') ?? heading;
}

/** The line of small words of an item; an item that has none gets one. */
export function metaOf(heading: HTMLElement): HTMLElement {
  const item = itemOf(heading);
  const found = item.querySelector<HTMLElement>('.meta');
  if (found !== null) return found;
  const made = element('p', { class: 'meta' });
  item.querySelector('.head')?.after(made);
  return made;
}
