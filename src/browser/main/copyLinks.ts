import { element } from './element.ts';
import { fill } from './fill.ts';
import { findHeadings, metaOf } from './items.ts';
import { speech, words } from './words.ts';

/** How long a button says what it did, in milliseconds. */
const shown = 2000;

/** A button at each item of a briefing, and on an article's page, that copies its permanent address. */
export function addCopyLinks(): void {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  const page = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const foot = document.querySelector('.foot');
  if (clipboard === undefined || page === undefined || foot === null) return;
  // There before it speaks, or screen readers miss the first time.
  const status = element('p', { class: 'sr', role: 'status', ...speech });
  foot.append(status);

  const add = (meta: Element, address: string, title: string): void => {
    const label = fill(words.copyOf, { title });
    const attributes = { type: 'button', class: 'copy', 'aria-label': label, ...speech };
    const button = element('button', attributes, words.copy);
    const say = (text: string): void => {
      button.textContent = text;
      status.textContent = text;
      setTimeout(() => {
        button.textContent = words.copy;
        status.textContent = '';
      }, shown);
    };
    button.addEventListener('click', () => {
      clipboard.writeText(address).then(
        () => say(words.copied),
        () => say(words.notCopied),
      );
    });
    meta.append(button);
  };

  for (const heading of findHeadings()) {
    if (heading.closest('.brief article') === null) continue;
    // The site may be read at another address than its own.
    const address = new URL(heading.getAttribute('href') ?? '', page).href;
    add(metaOf(heading), address, heading.textContent);
  }
  const stamp = document.querySelector('.stamp .meta');
  if (stamp !== null) add(stamp, page, document.querySelector('main h1')?.textContent ?? '');
}
