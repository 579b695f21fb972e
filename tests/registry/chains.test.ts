import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { followChains, formatCircle } from '../../src/registry/chains.ts';

const test = suite('chains of entries');

/** `ab bc` is a → b → c. */
function follow(steps: string): ReturnType<typeof followChains> {
  const next = new Map(steps.split(' ').map((step) => [step.charAt(0), step.charAt(1)]));
  const ids = new Set(steps.replaceAll(' ', ''));
  return followChains(ids, (id) => next.get(id) ?? null);
}

const cases: readonly (readonly [steps: string, depths: object, ends: object, circles: object])[] =
  [
    ['ab bc', { a: 2, b: 1, c: 0 }, { a: 'c', b: 'c', c: 'c' }, []],
    ['bc ab', { a: 2, b: 1, c: 0 }, { a: 'c', b: 'c', c: 'c' }, []],
    ['ac bc cd', { a: 2, b: 2, c: 1, d: 0 }, { a: 'd', b: 'd', c: 'd', d: 'd' }, []],
    ['aa', {}, {}, [['a']]],
    ['ba ac cb', {}, {}, [['a', 'c', 'b']]],
    ['da ab ba ec', { e: 1, c: 0 }, { e: 'c', c: 'c' }, [['a', 'b']]],
    [
      'ab ba cd dc',
      {},
      {},
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ];

for (const [steps, depths, ends, circles] of cases) {
  test(steps, () => {
    const found = follow(steps);
    assert.equal(Object.fromEntries(found.depths), depths);
    assert.equal(Object.fromEntries(found.ends), ends);
    assert.equal(found.circles, circles);
  });
}

test('a chain of 100,000 needs no deep stack', () => {
  const { depths } = followChains(
    Array.from({ length: 100_000 }, (_, index) => String(index)),
    (id) => (id === '0' ? null : String(Number(id) - 1)),
  );
  assert.is(depths.get('99999'), 99_999);
});

test('a long circle is told in short', () => {
  const circle = Array.from({ length: 20 }, (_, index) => String(index));
  assert.is(
    formatCircle(['a', ...circle]),
    'a → 0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → 10 → 9 more → a',
  );
  assert.is(formatCircle(['a', 'b']), 'a → b → a');
});

test.run();
