import { element } from '../main/element.ts';
import { formatSpan, speech, words } from './words.ts';
import { longestQuery, type FilterName, type SearchState } from './state.ts';

/** The parts of the search page. */
export interface SearchForm {
  readonly form: HTMLFormElement;
  readonly query: HTMLInputElement;
  readonly lists: Readonly<Record<FilterName, HTMLSelectElement>>;
  readonly year: HTMLSelectElement;
  readonly sort: HTMLSelectElement;
  /** Newest first. */
  readonly years: readonly string[];
  readonly results: HTMLElement;
  readonly tally: HTMLElement;
  readonly hits: HTMLElement;
  readonly more: HTMLElement;
}

/** Null on a page that has no search. */
export function findForm(): SearchForm | null {
  const form = document.querySelector<HTMLFormElement>('form.finder');
  const results = document.querySelector<HTMLElement>('.found');
  if (form === null || results === null) return null;
  const year = field(form, 'year', HTMLSelectElement);
  const part = (name: string): HTMLElement => {
    const found = results.querySelector<HTMLElement>(name);
    if (found === null) throw new Error(`the page has no ${name}`);
    return found;
  };
  return {
    form,
    query: field(form, 'q', HTMLInputElement),
    lists: {
      topic: field(form, 'topic', HTMLSelectElement),
      actor: field(form, 'actor', HTMLSelectElement),
      source: field(form, 'source', HTMLSelectElement),
    },
    year,
    sort: field(form, 'sort', HTMLSelectElement),
    years: Array.from(year.options, ({ value }) => value).filter((value) => value !== 'all'),
    results,
    tally: part('.tally'),
    hits: part('.hits'),
    more: part('.more'),
  };
}

function field<Field extends HTMLElement>(
  form: HTMLFormElement,
  name: string,
  kind: new () => Field,
): Field {
  const found = form.elements.namedItem(name);
  if (found instanceof kind) return found;
  throw new Error(`the form has no ${name}`);
}

export function readForm({ query, lists, year, sort }: SearchForm): SearchState {
  return {
    query: query.value.slice(0, longestQuery),
    filters: {
      topic: lists.topic.value,
      actor: lists.actor.value,
      source: lists.source.value,
    },
    span: year.value,
    sort: sort.value === 'date' ? 'date' : 'relevance',
  };
}

/** Choices that the lists do not offer yet are put in. */
export function showState({ query, lists, year, sort }: SearchForm, state: SearchState): void {
  query.value = state.query;
  sort.value = state.sort;
  choose(year, state.span, formatSpan(state.span));
  choose(lists.topic, state.filters.topic);
  choose(lists.actor, state.filters.actor);
  choose(lists.source, state.filters.source);
}

function choose(list: HTMLSelectElement, value: string, text = value): void {
  list.value = value;
  if (list.value !== value)
    list.append(element('option', { value, ...(text === words.allYears ? speech : {}) }, text));
  list.value = value;
}
