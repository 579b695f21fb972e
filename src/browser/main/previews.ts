import { element } from './element.ts';
import { placeCard } from './placeCard.ts';
import { loadProfile, type ProfileLine } from './profile.ts';

/** How long a link is pointed at before its preview comes, or left before it goes, in milliseconds. */
const delay = 300;

/** A small card about an actor or a topic at the links that lead there, for mouse and keyboard. */
export function addPreviews(): void {
  if (!('popover' in HTMLElement.prototype)) return;
  const card = element('div', { class: 'card', id: 'card_', role: 'tooltip', popover: 'manual' });
  document.querySelector('main')?.append(card);
  let hovered: HTMLAnchorElement | null = null;
  let focused: HTMLAnchorElement | null = null;
  /** The link whose card the reader waits for or has. */
  let wanted: HTMLAnchorElement | null = null;
  let open: HTMLAnchorElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = (): void => {
    if (open === null) return;
    open.removeAttribute('aria-describedby');
    open = null;
    card.hidePopover();
  };
  const show = async (link: HTMLAnchorElement): Promise<void> => {
    hide();
    const profile = await loadProfile(link.href);
    if (profile === null || wanted !== link || open !== null) return;
    const { lang, dir, lines } = profile;
    card.lang = lang;
    card.dir = dir;
    card.replaceChildren(...lines.map(drawLine));
    open = link;
    link.setAttribute('aria-describedby', card.id);
    card.showPopover();
    placeCard(card, link);
  };
  const update = (): void => {
    const next = hovered ?? focused;
    if (next === wanted) return;
    wanted = next;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (wanted === null) hide();
      else if (wanted !== open) void show(wanted);
    }, delay);
  };

  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    hovered = card.contains(target as Node) ? open : findLink(target);
    update();
  });
  document.documentElement.addEventListener('pointerleave', () => {
    hovered = null;
    update();
  });
  document.addEventListener('focusin', ({ target }) => {
    const link = findLink(target);
    focused = link?.matches(':focus-visible') === true ? link : null;
    update();
  });
  document.addEventListener('focusout', () => {
    focused = null;
    update();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
}

/** A line of a profile, with the languages of what is in it. */
function drawLine({ name, said }: ProfileLine): HTMLElement {
  const lang = said.getAttribute('lang');
  const attributes = lang === null ? { class: name } : { class: name, lang };
  return element('p', attributes, ...document.importNode(said, true).childNodes);
}

/** The link to another actor's or topic's page; indexes say themselves what they lead to. */
function findLink(target: EventTarget | null): HTMLAnchorElement | null {
  const { connection } = navigator as { connection?: { readonly saveData: boolean } };
  if (connection?.saveData === true || !(target instanceof Element)) return null;
  const link = target.closest<HTMLAnchorElement>('main:not(.topics, .actors) a[href]');
  const { origin, pathname } = location;
  const isTerm =
    link?.origin === origin &&
    link.pathname !== pathname &&
    /\/(?:actors|topics)\/[^/]+\/$/.test(link.pathname);
  return isTerm ? link : null;
}
