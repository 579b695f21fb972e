/** The least room between a card and its link, and around it, in pixels. */
const gap = 6;

/** Puts a card below its link, or above where there is no room; within the window's width. */
export function placeCard(card: HTMLElement, link: HTMLElement): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, right, top, bottom } = link.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const start = card.dir === 'rtl' ? right - width : left;
  const x = Math.max(gap, Math.min(start, clientWidth - width - gap));
  const isBelow = bottom + gap + height <= clientHeight || top < gap + height;
  const y = isBelow ? bottom + gap : top - gap - height;
  card.style.left = `${x + scrollX}px`;
  card.style.top = `${y + scrollY}px`;
}
