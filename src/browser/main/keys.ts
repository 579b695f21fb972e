import { findHeadings, itemOf } from './items.ts';
import { areKeysOn, openKeysDialog } from './keysDialog.ts';

/** What keys do that stand for themselves, without Ctrl, Alt or Meta. */
const moves: Readonly<Record<string, () => boolean>> = {
  j: () => moveBy(1),
  k: () => moveBy(-1),
  '/': goToSearch,
  '?': openKeysDialog,
};

/** Where the keys lie, for keyboards of other scripts. */
const places: Readonly<Record<string, string>> = { KeyJ: 'j', KeyK: 'k', Slash: '/' };

export function addKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (isTaken(event.target) || !areKeysOn()) return;
    if (moves[keyOf(event)]?.() === true) event.preventDefault();
  });
}

function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (/^[ -~]/.test(key)) return key;
  const place = places[code] ?? '';
  return shiftKey ? ({ '/': '?' }[place] ?? '') : place;
}

/** Whether somebody types, or has a dialog open. */
function isTaken(target: EventTarget | null): boolean {
  const field = 'input, select, textarea, [contenteditable]';
  const isTyping = target instanceof Element && target.closest(field) !== null;
  return isTyping || document.querySelector('dialog[open]') !== null;
}

/** To the next or previous item, seen from the focus or else from what is on the screen. */
function moveBy(step: 1 | -1): boolean {
  const headings = findHeadings();
  const focused = headings.findIndex((each) => itemOf(each).contains(document.activeElement));
  const below = headings.findIndex((each) => each.getBoundingClientRect().top >= 0);
  const next = below < 0 ? headings.length : below;
  const heading = headings[focused < 0 ? next + Math.min(step, 0) : focused + step];
  if (heading === undefined) return false;
  heading.focus({ preventScroll: true });
  itemOf(heading).scrollIntoView();
  return true;
}

/** To the field of this page or to the search page; false on a site without. */
function goToSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('form:not([hidden]) [type="search"]');
  const page = document.querySelector<HTMLLinkElement>('link[rel="search"]');
  if (field !== null) {
    field.focus();
    field.select();
  } else if (page !== null) location.href = page.href;
  return field !== null || page !== null;
}
