import { element } from '../main/element.ts';
import { formatFound, speech } from './words.ts';

interface List {
  readonly details: HTMLDetailsElement;
  readonly rows: readonly Row[];
}

interface Row {
  readonly item: HTMLLIElement;
  /** The folded name of the page. */
  readonly name: string;
}

/** How long after the last key the number of feeds is said, in milliseconds. */
const pause = 500;

/** Shows the field that finds a feed by its name; what is typed opens the lists that have one. */
export function addFilter(): void {
  const box = document.querySelector<HTMLElement>('.chosen .finder');
  const field = box?.querySelector('input');
  const status = box?.querySelector('[role="status"]');
  if (!box || !field || !status) return;
  const lists = findLists();
  // What the reader had opened is open again when the field is empty.
  let wasOpen: readonly boolean[] | null = null;
  let timer = 0;
  const say = (text: string): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => status.replaceChildren(element('bdi', speech, text)),
      text === '' ? 0 : pause,
    );
  };

  const filter = (): void => {
    const words = fold(field.value).split(' ').filter(Boolean);
    if (words.length === 0) {
      showAll(lists, wasOpen);
      wasOpen = null;
      say('');
      return;
    }
    wasOpen ??= lists.map(({ details }) => details.open);
    say(formatFound(lists.reduce((count, list) => count + narrow(list, words), 0)));
  };
  field.addEventListener('input', filter);
  box.hidden = false;
  // A browser that comes back to the page keeps what was typed.
  if (field.value !== '') filter();
}

function findLists(): readonly List[] {
  return Array.from(
    document.querySelectorAll<HTMLDetailsElement>('.chosen details'),
    (details) => ({
      details,
      rows: Array.from(details.querySelectorAll('li'), (item) => ({
        item,
        name: fold(item.querySelector('a')?.textContent ?? ''),
      })),
    }),
  );
}

/** Shows the rows whose name has all words; gives their number. */
function narrow({ details, rows }: List, words: readonly string[]): number {
  let count = 0;
  for (const { item, name } of rows) {
    item.hidden = !words.every((word) => name.includes(word));
    if (!item.hidden) count++;
  }
  details.hidden = count === 0;
  details.open = count > 0;
  return count;
}

function showAll(lists: readonly List[], wasOpen: readonly boolean[] | null): void {
  for (const [index, { details, rows }] of lists.entries()) {
    for (const { item } of rows) item.hidden = false;
    details.hidden = false;
    if (wasOpen !== null) details.open = wasOpen[index] ?? false;
  }
}

/** Without case, accents and punctuation. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|['’.]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
