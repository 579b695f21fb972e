import { element } from '../main/element.ts';
import type { PagefindText } from './pagefind.ts';
import { formatDay } from './words.ts';

/** One result, as the lists of items are. */
export function drawHit({ url, meta, filters, excerpt }: PagefindText): HTMLLIElement {
  const language = filters['lang']?.[0];
  const inIts = language === undefined ? { dir: 'auto' } : { lang: language, dir: 'auto' };
  const day = /\/(\d{4})\/(\d{2})\/(\d{2})\//.exec(url)?.slice(1, 4).join('-');
  const hit = element('li', { class: 'item' });
  hit.append(
    element('h3', { class: 'head', ...inIts }, element('a', { href: url }, meta.title ?? url)),
  );
  if (day !== undefined && !Number.isNaN(Date.parse(day))) {
    const time = element('time', { datetime: day }, formatDay(day));
    hit.append(element('p', { class: 'meta' }, time));
  }
  hit.append(element('p', { class: 'sum', ...inIts }, ...readExcerpt(excerpt)));
  return hit;
}

/** Text in place of markup: what stands between `<mark>` and `</mark>` becomes an element. */
function readExcerpt(excerpt: string): readonly (Node | string)[] {
  return excerpt.split(/<\/?mark>/).map((part, index) => {
    const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    return index % 2 === 1 ? element('mark', {}, text) : text;
  });
}
