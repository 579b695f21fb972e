import { repeatedParts } from '../doubling/bodies.ts';
import { growths, type GrowthSpec } from '../doubling/growths.ts';
import { Meter } from '../doubling/meter.ts';
import { pick, pickNumber, type Campaign } from './campaign.ts';

const letters = ['a', 'Jane Doe ', '日', 'é', '&amp;', '\\u202e', '#', ' ', '“'];

const pieces = growths.filter(({ isPiece }) => isPiece === true);

function makeSpec(random: () => number): GrowthSpec {
  const some = (most: number): string =>
    Array.from({ length: pickNumber(random, 1, most) }, () => pick(random, repeatedParts)).join('');
  return {
    kind: 'mixed',
    open: some(3),
    inner: some(1),
    close: random() < 0.5 ? '' : some(2),
    front: random() < 0.2 ? pick(random, letters) : '',
    isRaw: random() < 0.2,
  };
}

/**
 * An input that is twice as large takes at most 2.6 times as long and becomes at most 2.6 times as much, or is
 * refused: pieces of the table alone, and texts of random pieces of Markdown, as articles and as raw reports.
 */
export const doubling: Campaign = {
  name: 'doubling',
  cases: 500,
  casesInTests: 12,
  open: () => {
    const meter = new Meter();
    return Promise.resolve({
      runCase: async (random) => {
        const spec: GrowthSpec =
          random() < 0.6 ? { kind: 'named', name: pick(random, pieces).name } : makeSpec(random);
        const { problem } = await meter.measure(spec);
        if (problem !== null) throw new Error(`${problem}\n${JSON.stringify(spec)}`);
      },
      close: () => meter.close(),
    });
  },
};
