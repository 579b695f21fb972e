export const filterNames = ['topic', 'actor', 'source'] as const;
export type FilterName = (typeof filterNames)[number];

/** What is asked for: what the form shows and the address keeps. */
export interface SearchState {
  readonly query: string;
  readonly filters: Readonly<Record<FilterName, string>>;
  /** `2024`, `2022-2024` or `all`. */
  readonly span: string;
  readonly sort: 'relevance' | 'date';
}

/** The longest query: what nobody types, and the index would look for word by word. */
export const longestQuery = 200;

/** @param years newest first; what the address names besides is as if it named nothing */
export function parseState(address: string, years: readonly string[]): SearchState {
  const asked = new URLSearchParams(address);
  const text = (name: string): string => (asked.get(name) ?? '').slice(0, longestQuery);
  const span = text('year');
  return {
    query: text('q'),
    filters: { topic: text('topic'), actor: text('actor'), source: text('source') },
    span: isSpan(span) && yearsOf(span, years).length > 0 ? span : (years[0] ?? ''),
    sort: asked.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** Whether a text is a span: everything that shows one relies on its form. */
function isSpan(text: string): boolean {
  return text === 'all' || /^\d{4}(?:-\d{4})?$/.test(text);
}

/** The address without what is as it is by itself; empty text where nothing is asked. */
export function formatState(state: SearchState, years: readonly string[]): string {
  const asked = new URLSearchParams();
  if (state.query !== '') asked.set('q', state.query);
  for (const name of filterNames) {
    if (state.filters[name] !== '') asked.set(name, state.filters[name]);
  }
  if (state.span !== years[0]) asked.set('year', state.span);
  if (state.sort !== 'relevance') asked.set('sort', state.sort);
  const text = asked.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether there is anything to look for. */
export function isAsking({ query, filters }: SearchState): boolean {
  return query.trim() !== '' || filterNames.some((name) => filters[name] !== '');
}

/** The years of a span, newest first. */
export function yearsOf(span: string, years: readonly string[]): readonly string[] {
  if (span === 'all') return years;
  const [first = '', last = first] = span.split('-');
  return years.filter((year) => year >= first && year <= last);
}

/** The span with the next older year; null where there is none. */
export function widen(
  span: string,
  years: readonly string[],
): { year: string; span: string } | null {
  const chosen = yearsOf(span, years);
  const [newest] = chosen;
  const oldest = chosen.at(-1);
  const year = oldest === undefined ? undefined : years[years.indexOf(oldest) + 1];
  if (newest === undefined || year === undefined) return null;
  return { year, span: `${year}-${newest}` };
}
