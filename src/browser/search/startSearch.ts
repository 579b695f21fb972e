import { element } from '../main/element.ts';
import { fill } from '../main/fill.ts';
import { drawHit } from './drawHit.ts';
import { fillFilterLists, type Names } from './filterLists.ts';
import { readForm, showState, type SearchForm } from './form.ts';
import { Indexes, type Found } from './indexes.ts';
import { formatState, isAsking, parseState, widen, yearsOf, type SearchState } from './state.ts';
import { formatFound, formatSpan, speech, words } from './words.ts';

/** Results that are shown at once. */
const pageSize = 10;

/** A pause in typing, in milliseconds, after which the search begins. */
const pause = 150;

/** Makes the form work. Nothing is loaded before somebody uses it or comes by a link that asks. */
export function startSearch(form: SearchForm, folder: string, namesAddress: string): void {
  const indexes = new Indexes(folder);
  let names: Promise<Names> | null = null;
  let run = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const loadNames = (): Promise<Names> => {
    names ??= fetch(namesAddress).then((answer) => answer.json() as Promise<Names>);
    names.catch(() => (names = null));
    return names;
  };

  const search = async (state: SearchState): Promise<void> => {
    const own = ++run;
    const isLast = (): boolean => own === run;
    const years = yearsOf(state.span, form.years);
    form.results.hidden = false;
    if (!indexes.has(years)) say(form, words.loading);
    try {
      const found = isAsking(state)
        ? await indexes.search(state, years)
        : await countWithout(indexes, years);
      const known = await loadNames();
      if (!isLast()) return;
      fillFilterLists(form.lists, state, found, known);
      if (isAsking(state)) await showFound(form, found, state, isLast);
      else hideResults(form);
    } catch {
      if (isLast()) {
        hideResults(form);
        form.results.hidden = false;
        say(form, words.failed);
      }
    }
  };

  const update = (): void => {
    clearTimeout(timer);
    const state = readForm(form);
    keepAddress(location.pathname + formatState(state, form.years));
    void search(state);
  };

  form.more.addEventListener('click', (event) => {
    const { span } = event.target instanceof HTMLElement ? event.target.dataset : {};
    if (span === undefined) return;
    showState(form, { ...readForm(form), span });
    update();
    form.tally.focus();
  });
  form.form.addEventListener('submit', (event) => {
    event.preventDefault();
    update();
  });
  form.form.addEventListener('change', update);
  form.query.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(update, pause);
  });
  form.form.addEventListener(
    'focusin',
    () => {
      if (run === 0) void search(readForm(form));
    },
    { once: true },
  );
  addEscape(form, update);

  const asked = parseState(location.search, form.years);
  showState(form, asked);
  form.form.hidden = false;
  if (isAsking(asked)) void search(asked);
}

/** Browsers refuse an address that changes too often; what is asked for is searched all the same. */
function keepAddress(address: string): void {
  try {
    history.replaceState(null, '', address);
  } catch {
    // The next change writes it.
  }
}

/** Says how the search goes. */
function say({ tally }: SearchForm, text: string): void {
  tally.replaceChildren(element('bdi', speech, text));
}

async function countWithout(indexes: Indexes, years: readonly string[]): Promise<Found> {
  const counts = await indexes.countAll(years);
  return { hits: [], counts, totals: counts };
}

/** Escape clears the query, then the filters. */
function addEscape({ form, query, lists }: SearchForm, update: () => void): void {
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (query.value !== '') query.value = '';
    else for (const list of Object.values(lists)) list.value = '';
    query.focus();
    update();
  });
}

function hideResults({ results, tally, hits, more }: SearchForm): void {
  results.hidden = true;
  tally.textContent = '';
  hits.replaceChildren();
  more.replaceChildren();
}

async function showFound(
  form: SearchForm,
  { hits }: Found,
  { span }: SearchState,
  isLast: () => boolean,
): Promise<void> {
  const years = formatSpan(span);
  let shown = 0;
  const drawNext = async (): Promise<readonly HTMLLIElement[]> => {
    const texts = await Promise.all(hits.slice(shown, shown + pageSize).map((hit) => hit.data()));
    shown += texts.length;
    return texts.map(drawHit);
  };
  const first = await drawNext();
  if (!isLast()) return;
  form.hits.replaceChildren(...first);
  say(form, hits.length === 0 ? fill(words.none, { years }) : formatFound(hits.length, years));
  form.more.replaceChildren(...wideningButtons(span, form.years));
  if (hits.length <= pageSize) return;
  const next = element('button', { type: 'button', class: 'tool', ...speech }, words.more);
  next.addEventListener('click', () => {
    const addDrawn = (drawn: readonly HTMLLIElement[]): void => {
      if (!isLast()) return;
      form.hits.append(...drawn);
      // Whoever came by the keyboard goes on where the new ones begin.
      drawn[0]?.querySelector('a')?.focus();
      if (shown >= hits.length) next.remove();
    };
    drawNext().then(addDrawn, () => say(form, words.failed));
  });
  form.more.prepend(next);
}

/** Older years are searched only when somebody asks for them. */
function wideningButtons(span: string, years: readonly string[]): readonly HTMLButtonElement[] {
  const wider = widen(span, years);
  if (wider === null) return [];
  const toButton = (text: string, to: string): HTMLButtonElement =>
    element('button', { type: 'button', class: 'tool', 'data-span': to, ...speech }, text);
  const buttons = [toButton(fill(words.olderYear, { year: formatSpan(wider.year) }), wider.span)];
  if (widen(wider.span, years) !== null) buttons.push(toButton(words.everyYear, 'all'));
  return buttons;
}
