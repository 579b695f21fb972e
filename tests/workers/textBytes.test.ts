import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TextBytes } from '../../src/workers/textBytes.ts';
import { createRandom } from '../support/random.ts';

const test = suite('texts as UTF-8 in blocks');

test('are what they were until all are let go, whatever their length', () => {
  const random = createRandom(7);
  const texts = new TextBytes();
  for (let round = 0; round < 3; round++) {
    const kept = Array.from({ length: 60 }, (_, index) => {
      const size = index % 20 === 0 ? 700_000 : Math.floor(random() * 90_000);
      const text = ['a', 'é', '日', '𝒳'][index % 4]!.repeat(size);
      return { text, bytes: texts.add(text) };
    });
    for (const { text, bytes } of kept) assert.ok(bytes.equals(Buffer.from(text)));
    texts.clear();
  }
});

test('lie where others lay that were let go', () => {
  const texts = new TextBytes();
  const one = texts.add('one');
  texts.clear();
  const other = texts.add('two');
  assert.is(other.buffer, one.buffer);
  assert.is(other.toString(), 'two');
});

test.run();
