import { element } from '../main/element.ts';
import { fill } from '../main/fill.ts';
import { own } from '../main/own.ts';
import type { Found } from './indexes.ts';
import { filterNames, type FilterName, type SearchState } from './state.ts';
import { formatNumber, words } from './words.ts';

/** What the ids of topics, actors and sources are called. */
export type Names = Readonly<Record<FilterName, Readonly<Record<string, string>>>>;

/** The most that a list offers: the most frequent. */
const longestList = 200;

/** Offers what would find something, and what is chosen. */
export function fillFilterLists(
  lists: Readonly<Record<FilterName, HTMLSelectElement>>,
  { filters }: SearchState,
  { counts, totals }: Pick<Found, 'counts' | 'totals'>,
  names: Names,
): void {
  for (const name of filterNames) {
    const chosen = filters[name];
    // Beside a chosen value the others count nothing, but may be chosen in its place.
    const values = Object.entries((chosen === '' ? counts : totals)[name] ?? {});
    const offered = values
      .filter(([id, count]) => count > 0 && id !== chosen)
      .sort(([, one], [, other]) => other - one)
      .slice(0, longestList)
      .map(([id, count]) => ({ id, text: own(names[name], id) ?? id, count }))
      .sort((one, other) => one.text.localeCompare(other.text, document.documentElement.lang));
    const options = offered.map(({ id, text, count }) =>
      element(
        'option',
        { value: id },
        chosen === '' ? fill(words.option, { name: text, n: formatNumber(count) }) : text,
      ),
    );
    if (chosen !== '') {
      options.unshift(element('option', { value: chosen }, own(names[name], chosen) ?? chosen));
    }
    const list = lists[name];
    list.replaceChildren(...[...list.options].slice(0, 1), ...options);
    list.value = chosen;
  }
}
