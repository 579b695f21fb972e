/** What the search page takes from its address: whatever that says, the rest of the page can show it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  formatState,
  longestQuery,
  parseState,
  widen,
  yearsOf,
} from '../../src/browser/search/state.ts';

const years = ['2024', '2023', '2021'];
const test = suite('the address of the search page');

const spans: readonly (readonly [written: string, span: string])[] = [
  ['2024', '2024'],
  ['2021-2024', '2021-2024'],
  ['2023-2023', '2023-2023'],
  ['2000-2030', '2000-2030'],
  ['all', 'all'],
  // As if it named no year.
  ...[
    ...['', '2024-2024-x', '2024-2024-2024', '2024-x', 'x-2024', '2024-', '-2024', '-', '--', 'x'],
    ...[
      '2022',
      '1999',
      '2024-2021',
      '20240',
      '202',
      '2024-02-01',
      '2021-20245',
      '02024',
      '２０２４',
    ],
    ...['2024 ', ' 2024', '2024\n', '2024%00', 'All', 'all-2024', '2024-all', 'constructor'],
    ...['__proto__', '%', '%ff', '%ed%a0%80', '1e3', '+2024', '0x7e8', 'Infinity', 'NaN'],
    ...['2024,2023', '2024–2024', '2024--2024', `2024${'-2024'.repeat(60)}`, '٢٠٢٤'],
  ].map((written) => [written, '2024'] as const),
];
for (const [written, span] of spans) {
  test(`year=${JSON.stringify(written).slice(0, 40)}: ${span}`, () => {
    const state = parseState(`?year=${written.replaceAll('+', '%2b')}&q=V`, years);
    assert.is(state.span, span);
    assert.is(state.query, 'V');
    assert.ok(yearsOf(state.span, years).length > 0);
    widen(state.span, years);
    // What it becomes is read as the same.
    assert.equal(parseState(formatState(state, years), years), state);
  });
}

const others: readonly (readonly [address: string, part: object])[] = [
  ['', { query: '', sort: 'relevance', filters: { topic: '', actor: '', source: '' } }],
  ['?q=a&q=b', { query: 'a' }],
  ['?q=%ff', { query: '\ufffd' }],
  ['?q=%', { query: '%' }],
  [`?q=${'a'.repeat(1000)}`, { query: 'a'.repeat(longestQuery) }],
  ['?sort=date', { sort: 'date' }],
  ['?sort=__proto__', { sort: 'relevance' }],
  ['?topic=__proto__', { filters: { topic: '__proto__', actor: '', source: '' } }],
  ['?__proto__=x&constructor=y', { query: '' }],
  ['no address at all', { query: '' }],
];
for (const [address, part] of others) {
  test(`${address.slice(0, 40)} is read`, () => {
    const state = parseState(address, years);
    assert.equal({ ...state, ...part }, state);
    assert.equal(parseState(formatState(state, years), years), state);
  });
}

test('a site without years', () => {
  assert.is(parseState('?year=2024-2024-x', []).span, '');
  assert.is(parseState('?year=all', []).span, '');
});

test.run();
