import { element } from './element.ts';
import { keep, readKept } from './kept.ts';
import { speech, words } from './words.ts';

let areOff = readKept('keys') === 'off';

/** Whether the reader wants keys that stand for themselves (WCAG 2.1.4). */
export function areKeysOn(): boolean {
  return !areOff;
}

let dialog: HTMLDialogElement | null = null;

export function openKeysDialog(): boolean {
  dialog ??= makeDialog();
  dialog.showModal();
  return true;
}

/** A button in the foot, for whom the key `?` is not known or switched off. */
export function addKeysButton(): void {
  const button = element(
    'button',
    { type: 'button', class: 'keys-button', ...speech },
    words.keys.title,
  );
  button.addEventListener('click', openKeysDialog);
  document.querySelector('.foot ul')?.append(element('li', {}, button));
}

function makeDialog(): HTMLDialogElement {
  const { title, next, previous, search, help, use, close } = words.keys;
  const rows: readonly (readonly [key: string, text: string])[] = [
    ['j', next],
    ['k', previous],
    ...(document.querySelector('link[rel="search"]') ? [['/', search] as const] : []),
    ['?', help],
  ];
  const list = element('dl');
  for (const [key, text] of rows) {
    const name = element('dt', {}, element('kbd', { lang: 'en' }, key));
    list.append(element('div', {}, name, element('dd', {}, text)));
  }
  const box = element('input', { type: 'checkbox' });
  box.checked = areKeysOn();
  box.addEventListener('change', () => {
    areOff = !box.checked;
    keep('keys', areOff ? 'off' : null);
  });
  const button = element('button', { type: 'button', class: 'tool' }, close);
  const made = element(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'keys_', closedby: 'any', ...speech },
    element('h2', { id: 'keys_' }, title),
    list,
    element('label', {}, box, use),
    button,
  );
  button.addEventListener('click', () => made.close());
  // In the foot it is in the site's language, whatever the page's is.
  (document.querySelector('.foot') ?? document.body).append(made);
  return made;
}
