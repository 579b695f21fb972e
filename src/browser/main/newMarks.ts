import { element } from './element.ts';
import { findHeadings, metaOf } from './items.ts';
import { continueVisit, isNew, keepVisit, readVisit, showItems } from './visit.ts';
import { speech, words } from './words.ts';

const minute = 60_000;

/** Marks what came since the reader's last visit, which only the reader's browser knows. */
export function markNew(): void {
  const visit = continueVisit(readVisit(), Date.now());
  const headings = findHeadings();
  const headlines = [...document.querySelectorAll<HTMLAnchorElement>('.heads a')];
  const mark = (): HTMLElement => element('span', { class: 'mark new', ...speech }, words.isNew);
  for (const heading of headings) {
    if (isNew(visit, heading.pathname)) metaOf(heading).append(mark());
  }
  for (const headline of headlines) {
    if (isNew(visit, headline.pathname)) headline.after(' ', mark());
  }
  keepVisit(
    showItems(
      visit,
      [...headings, ...headlines].map((link) => link.pathname),
    ),
  );
  watchActivity(visit.at);
}

/** A visit lasts as long as the reader does something: also on a page that is open for hours. */
function watchActivity(start: number): void {
  let last = start;
  const look = (): void => {
    const now = Date.now();
    if (now - last < minute) return;
    last = now;
    keepVisit(continueVisit(readVisit(), now));
  };
  for (const kind of ['scroll', 'keydown', 'pointerdown']) {
    addEventListener(kind, look, { passive: true });
  }
}
