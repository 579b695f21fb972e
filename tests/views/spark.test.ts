import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createViewContext } from '../../src/views/context.ts';
import { toSparkView, type SparkView } from '../../src/views/spark.ts';
import { articleFile, loadGood } from '../support/site.ts';

/** The chart of an actor who is named on these days. */
function spark(...days: readonly string[]): SparkView | null {
  const site = loadGood({
    'actors/him.md': '---\nname: Him\ntype: person\n---\n',
    ...Object.fromEntries(
      days.map((day, index) => [
        `articles/a${index}.md`,
        articleFile(`title: Title ${index}\ndate: ${day}\nactors: [him]`),
      ]),
    ),
  });
  const [actor] = site.actors.values();
  if (actor === undefined) throw new Error('no actor');
  return toSparkView(actor.timeline, createViewContext(site));
}

function texts(view: SparkView | null): readonly string[] {
  // Versions of ICU put different spaces around the dash.
  return (view?.bars ?? []).map((bar) => bar.text.replace(/\s*–\s*/u, '–'));
}

const test = suite('sparklines');

test('nothing for one week, nothing for nobody', () => {
  assert.is(spark('2024-01-01', '2024-01-07'), null);
  assert.is(spark(), null);
});

test('by week within a quarter, by month beyond; empty periods are there', () => {
  assert.equal(texts(spark('2024-01-01', '2024-01-16', '2024-01-17')), [
    '1–7 January 2024: 1 item',
    '8–14 January 2024: 0 items',
    '15–21 January 2024: 2 items',
  ]);
  assert.equal(texts(spark('2023-12-31', '2024-03-01')), [
    'December 2023: 1 item',
    'January 2024: 0 items',
    'February 2024: 0 items',
    'March 2024: 1 item',
  ]);
});

test('a chart by week goes from its first day to its last', () => {
  const view = spark('2024-01-03', '2024-01-16', '2024-01-17');
  assert.equal([view?.from, view?.to], ['1 January 2024', '21 January 2024']);
  assert.match(view?.label ?? '', /^Items by week, 1 January 2024 to 21 January 2024; at most 2/);
});

test('weeks belong to the year of their Thursday', () => {
  assert.equal(texts(spark('2024-12-29', '2024-12-30')), [
    '23–29 December 2024: 1 item',
    '30 December 2024–5 January 2025: 1 item',
  ]);
});

test('heights go from the floor to the highest; the last three years are enough', () => {
  const view = spark(
    '2010-01-01',
    '2024-01-01',
    '2024-01-02',
    '2024-01-03',
    '2024-01-04',
    '2024-06-01',
  );
  assert.is(view?.bars.length, 36);
  const [high = 0, low = 0, none = 0] = [30, 35, 34].map((index) => view?.bars[index]?.height);
  assert.is(high, view?.height);
  assert.is(low, Math.round((view?.height ?? 0) / 4));
  assert.is(none, 1);
  assert.match(view?.label ?? '', /at most 4 items, in January 2024$/);
});

test.run();
