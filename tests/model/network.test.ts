import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  buildNetwork,
  buildWholeNetwork,
  findNetworkYears,
  type Network,
} from '../../src/model/network.ts';
import { articleFile, loadGood, type Files } from '../support/site.ts';

const test = suite('who appears with whom');

function siteOf(
  lists: readonly (readonly [day: string, actors: readonly string[]])[],
): ReturnType<typeof loadGood> {
  const ids = new Set(lists.flatMap(([, actors]) => actors));
  const files: Record<string, string> = {};
  for (const id of ids) files[`actors/${id}.md`] = articleFile(`name: ${id}\ntype: person`);
  for (const [index, [day, actors]] of lists.entries()) {
    files[`articles/${day}-item-${index}.md`] = articleFile(
      `title: A\ndate: ${day}\nactors: [${actors.join(', ')}]`,
    );
  }
  return loadGood(files satisfies Files);
}

function networkOf(lists: Parameters<typeof siteOf>[0]): Network {
  return buildNetwork(siteOf(lists).articles);
}

function names(count: number, prefix = 'actor'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(3, '0')}`);
}

test('counts shared items, and those that name few more than those that name many', () => {
  const { ties, mentions } = networkOf([
    ['2024-01-01', ['bo', 'ann']],
    ['2024-01-03', ['ann', 'bo', 'cy']],
    ['2024-01-02', ['cy', 'dee']],
    ['2024-01-04', ['ann']],
  ]);
  assert.equal(ties, [
    { a: 'ann', b: 'bo', count: 2, strength: 1.5, last: '2024-01-03' },
    { a: 'cy', b: 'dee', count: 1, strength: 1, last: '2024-01-02' },
    { a: 'ann', b: 'cy', count: 1, strength: 0.5, last: '2024-01-03' },
    { a: 'bo', b: 'cy', count: 1, strength: 0.5, last: '2024-01-03' },
  ]);
  assert.equal(Object.fromEntries(mentions), { ann: 3, bo: 2, cy: 2, dee: 1 });
});

test('keeps a hundred ties, and twelve of one actor', () => {
  const lists = names(60).map((id) => ['2024-01-01', ['hub', id]] as const);
  const others = names(120, 'pair').map((id) => ['2024-01-02', [id, `${id}-b`]] as const);
  const { ties } = networkOf([...lists, ...others]);
  assert.is(ties.length, 100);
  const ofHub = ties.filter(({ a, b }) => a === 'hub' || b === 'hub');
  assert.equal(
    ofHub.map(({ a }) => a),
    names(12),
  );
});

test('finds the hundred among thousands of ties, far down too', () => {
  // More ties of one actor than are looked at first, all of them stronger than the others.
  const hub = names(2100).map((id) => ['2024-01-01', ['hub', id]] as const);
  const others = names(60, 'trio').map((id) => ['2024-01-02', [id, `${id}-b`, `${id}-c`]] as const);
  const { articles } = siteOf([...hub, ...others]);
  const { ties } = buildNetwork(articles);
  const counts = new Map<string, number>();
  const expected = buildWholeNetwork(articles).ties.filter(({ a, b }) => {
    const most = Math.max(counts.get(a) ?? 0, counts.get(b) ?? 0);
    if (most >= 12) return false;
    for (const id of [a, b]) counts.set(id, (counts.get(id) ?? 0) + 1);
    return true;
  });
  assert.equal(ties, expected.slice(0, 100));
  assert.is(ties.filter(({ a }) => a.startsWith('trio')).length, 88);
});

test('passes over lists of more than thirty actors', () => {
  assert.is(networkOf([['2024-01-01', names(30)]]).ties.length > 0, true);
  assert.equal(networkOf([['2024-01-01', names(31)]]).ties, []);
});

test('an actor alone has no tie, and neither has a year of such items', () => {
  const site = siteOf([
    ['2022-01-01', ['ann']],
    ['2023-01-01', ['ann', 'bo']],
    ['2024-01-01', []],
  ]);
  assert.equal(
    findNetworkYears(site.years).map(({ id }) => id),
    ['2023'],
  );
});

test.run();
