/** A day's items by story. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planViews } from '../../src/views/planViews.ts';
import type { DayView } from '../../src/views/day.ts';
import { articleFile, loadGood, type Files } from '../support/site.ts';

const test = suite('items of a day by story');

/** The groups of 5 January: `story: titles`. */
function groupsOf(files: Files): readonly string[] {
  const site = loadGood({
    'stories/red.md': '---\nname: Red\n---\n',
    'stories/blue.md': '---\nname: Blue\n---\n',
    ...files,
  });
  const plan = planViews(site).pages.find(({ layout }) => layout === 'day');
  const { briefing } = plan!.build() as DayView;
  return briefing.groups.map(
    ({ story, items }) => `${story?.text ?? '-'}: ${items.map(({ title }) => title).join()}`,
  );
}

function item(title: string, urgency: number, story: string | null): Files {
  const front = `title: ${title}\ndate: 2024-01-05\nurgency: ${urgency}`;
  return {
    [`articles/${title}.md`]: articleFile(story === null ? front : `${front}\nstory: ${story}`),
  };
}

test('a group stands where its first item would, and keeps the order', () => {
  const groups = groupsOf({
    ...item('a', 1, null),
    ...item('b', 2, 'red'),
    ...item('c', 3, 'blue'),
    ...item('d', 4, null),
    ...item('e', 5, 'red'),
    ...item('f', 6, 'blue'),
    ...item('g', 7, 'red'),
  });
  assert.equal(groups, ['-: a', 'Red: b,e,g', 'Blue: c,f', '-: d']);
});

test('an item alone with its story stands alone and names it', () => {
  assert.equal(groupsOf({ ...item('a', 1, 'red'), ...item('b', 2, 'blue') }), ['-: a', '-: b']);
});

test('nothing is lost or told twice', () => {
  const files = Object.assign(
    {},
    ...Array.from({ length: 9 }, (_, index) =>
      item(`t${index}`, 9 - index, [null, 'red', 'blue'][index % 3] ?? null),
    ),
  ) as Files;
  const titles = groupsOf(files).flatMap((group) => group.split(': ')[1]!.split(','));
  assert.equal([...titles].sort(), ['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7', 't8']);
});

test.run();
