/** Random addresses of the search page: whatever they say, the rest of the page can show the state. */
import { formatState, parseState, yearsOf } from '../../src/browser/search/state.ts';
import { pick, pickNumber, type Campaign } from './campaign.ts';

const names = ['q', 'year', 'sort', 'topic', 'actor', 'source', '__proto__', 'constructor', ''];
const parts = [
  ...['2024', '2023', '2021', '-', 'all', 'x', '%', '%ff', '%00', '%ed%a0%80', '&', '=', '#', '+'],
  ...['__proto__', 'date', '٢٠٢٤', '２０２４', ' ', '0', '-2024', '2024-', '%2d', '\ud800', '😀'],
];
const years = ['2024', '2023', '2021'];

export const searchAddress: Campaign = {
  name: 'search-address',
  cases: 4000,
  casesInTests: 1000,
  open: () => Promise.resolve({ runCase }),
};

function runCase(random: () => number): void {
  const makeText = (): string =>
    Array.from({ length: pickNumber(random, 0, 5) }, () => pick(random, parts)).join('');
  const fields = Array.from(
    { length: pickNumber(random, 0, 5) },
    () => `${pick(random, names)}=${makeText()}`,
  );
  const address = `?${fields.join('&')}`;
  const state = parseState(address, years);
  // As the page writes a span: each part is a year of a date.
  const isShown = state.span === 'all' || state.span.split('-').every(isYear);
  const isSame =
    JSON.stringify(parseState(formatState(state, years), years)) === JSON.stringify(state);
  if (isShown && isSame && yearsOf(state.span, years).length > 0) return;
  throw new Error(`${address} becomes ${JSON.stringify(state)}`);
}

function isYear(text: string): boolean {
  return text !== '' && !Number.isNaN(Date.parse(`${text}-01-01T00:00:00Z`));
}
