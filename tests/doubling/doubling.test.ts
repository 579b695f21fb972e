import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { growths } from './growths.ts';
import { Meter } from './meter.ts';

const test = suite('doubling inputs');
const meter = new Meter();
test.after(() => meter.close());

test('names tell inputs apart, and there are enough of them', () => {
  assert.is(new Set(growths.map(({ name }) => name)).size, growths.length);
  assert.ok(growths.length >= 60, String(growths.length));
});

// The campaign goes through the others.
for (const { name } of growths.filter(({ isPiece }) => isPiece !== true)) {
  test(name, async () => {
    const { problem } = await meter.measure({ kind: 'named', name });
    assert.is(problem, null);
  });
}

test.run();
