import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Site } from '../../src/model/site.ts';
import type { NetworkView } from '../../src/views/network.ts';
import { placeNetwork } from '../../src/views/networkDrawing.ts';
import { measureLine, toLabelLines } from '../../src/views/networkLabel.ts';
import { layOutNetwork, networkWidth, type NetworkBox } from '../../src/views/networkLayout.ts';
import { drawShape } from '../../src/views/networkShape.ts';
import { keyOfPage, type PagePlan } from '../../src/views/plan.ts';
import { planViews } from '../../src/views/planViews.ts';
import { actorTypes } from '../../src/parse/actor.ts';
import { loadContent, sampleContent } from '../support/build.ts';
import { createRandom } from '../support/random.ts';
import { articleFile, loadGood, type Files } from '../support/site.ts';

const labels = suite('names in the drawing');

for (const [name, lines] of [
  ['North Korea', ['North Korea']],
  ['International Court of Justice', ['International', 'Court of Justice']],
  ['Islamic Revolutionary Guard Corps', ['Islamic Revolutionary', 'Guard Corps']],
  ['a'.repeat(30), [`${'a'.repeat(21)}…`]],
] as const) {
  labels(name, () => {
    assert.equal(toLabelLines(name), lines);
  });
}

labels('wide letters are wider than narrow ones', () => {
  assert.ok(measureLine('国国') > measureLine('MM'));
  assert.ok(measureLine('MM') > measureLine('ll'));
});

labels('each type has a shape of its own', () => {
  assert.is(new Set(actorTypes.map((type) => drawShape(type, 9))).size, actorTypes.length);
});

labels.run();

const layout = suite('the layout');

/** The worst that the drawing can hold: a hundred ties that share no actor. */
const boxes = Array.from({ length: 200 }, (_, index): NetworkBox => ({
  id: `n${index}`,
  radius: 5 + (index % 14),
  labelWidth: 40 + ((index * 37) % 120),
  labelHeight: index % 3 === 0 ? 30 : 15,
}));
const pairs = Array.from({ length: 100 }, (_, index) => ({
  source: `n${index}`,
  target: `n${199 - index}`,
  weight: 1 / (index + 1),
}));

function findOverlaps(
  all: readonly NetworkBox[],
  { places }: ReturnType<typeof layOutNetwork>,
): number {
  const areas = all.map((box, index) => {
    const { x, y } = places[index]!;
    const half = Math.max(box.radius, box.labelWidth / 2);
    return [x - half, x + half, y - box.radius, y + box.radius + box.labelHeight] as const;
  });
  let overlaps = 0;
  for (const [index, one] of areas.entries()) {
    for (const other of areas.slice(index + 1)) {
      if (one[0] < other[1] && other[0] < one[1] && one[2] < other[3] && other[2] < one[3])
        overlaps++;
    }
  }
  return overlaps;
}

layout('lays no name upon another, and all within the drawing', () => {
  const drawn = layOutNetwork(boxes, pairs);
  assert.is(findOverlaps(boxes, drawn), 0);
  for (const [index, { x, y }] of drawn.places.entries()) {
    const { labelWidth, radius, labelHeight } = boxes[index]!;
    assert.ok(x - labelWidth / 2 >= 0 && x + labelWidth / 2 <= networkWidth);
    assert.ok(y - radius >= 0 && y + radius + labelHeight <= drawn.height);
  }
});

layout('is the same each time', () => {
  assert.equal(layOutNetwork(boxes, pairs), layOutNetwork(boxes, pairs));
});

layout('draws tied actors nearer to each other than others', () => {
  const random = createRandom(1);
  const few = boxes.slice(0, 40);
  const ties = Array.from({ length: 40 }, (_, index) => ({
    source: `n${index}`,
    target: `n${(Math.floor(index / 10) * 10 + Math.floor(random() * 10)) % 40}`,
    weight: 0.5,
  })).filter(({ source, target }) => source !== target);
  const { places } = layOutNetwork(few, ties);
  const far = (one: number, other: number): number =>
    Math.hypot(places[one]!.x - places[other]!.x, places[one]!.y - places[other]!.y);
  const tied = ties.map(({ source, target }) =>
    far(Number(source.slice(1)), Number(target.slice(1))),
  );
  const others = few.flatMap((_, one) => few.map((__, other) => far(one, other)));
  const mean = (all: readonly number[]): number =>
    all.reduce((sum, each) => sum + each, 0) / all.length;
  assert.ok(mean(tied) * 2 < mean(others), `${mean(tied)} and ${mean(others)}`);
});

layout.run();

const pages = suite('the pages of the network');

function plansOf(site: Site): readonly PagePlan[] {
  return planViews(site).pages.filter((plan) => plan.layout === 'network');
}
function viewsOf(site: Site): readonly NetworkView[] {
  return plansOf(site).map((plan) => plan.build() as unknown as NetworkView);
}
function keysOf(files: Files): Readonly<Record<string, string>> {
  const keys = plansOf(loadGood(files)).map((plan) => {
    // What stands for the view alone.
    const [, key = ''] = keyOfPage(plan, '', null).split('.');
    return [plan.path, key] as const;
  });
  return Object.fromEntries(keys);
}

const files: Files = {
  'actors/ann.md': articleFile('name: Ann\ntype: person'),
  'actors/bo.md': articleFile('name: Bo\ntype: state'),
  'actors/cy.md': articleFile('name: Cy\ntype: group'),
  'articles/2023-05-05-a.md': articleFile('title: A\ndate: 2023-05-05\nactors: [ann, bo]'),
  'articles/2024-05-05-b.md': articleFile('title: B\ndate: 2024-05-05\nactors: [ann, cy]'),
};

pages('are one of all time and one a year, each with a row for each tie', () => {
  const views = viewsOf(loadGood(files));
  assert.equal(
    views.map((view) => [view.href, view.ties.map(({ a, b }) => `${a.text} ${b.text}`).join()]),
    [
      ['/network/', 'Ann Bo,Ann Cy'],
      ['/network/2024/', 'Ann Cy'],
      ['/network/2023/', 'Ann Bo'],
    ],
  );
  assert.equal(
    views[1]!.scopes.map(({ text, isCurrent }) => [text, isCurrent]),
    [
      ['All time', false],
      ['2024', true],
      ['2023', false],
    ],
  );
});

pages('draw each actor of the table once, the most named first', () => {
  const [view] = viewsOf(loadContent(sampleContent));
  const { nodes, lines } = placeNetwork(view!.drawing!);
  const ofTable = new Set(view!.ties.flatMap(({ a, b }) => [a.href, b.href]));
  assert.equal(new Set(nodes.map(({ href }) => href)), ofTable);
  assert.is(nodes.length, ofTable.size);
  assert.is(lines.length, view!.ties.length);
  assert.is(nodes[0]!.text, 'North Korea');
  assert.match(nodes[0]!.label, /^North Korea: State, \d+ items$/);
});

pages('without a tie there is no drawing', () => {
  const [view, ...years] = viewsOf(loadGood({}));
  assert.is(view!.drawing, null);
  assert.equal(view!.ties, []);
  assert.equal(years, []);
});

pages('a new item changes the pages of its year and of all time, and no other', () => {
  const before = keysOf(files);
  const after = keysOf({
    ...files,
    'articles/2024-06-06-c.md': articleFile('title: C\ndate: 2024-06-06\nactors: [bo, cy]'),
  });
  assert.is(after['/network/2023/'], before['/network/2023/']);
  assert.is.not(after['/network/2024/'], before['/network/2024/']);
  assert.is.not(after['/network/'], before['/network/']);
});

pages('an item of a year without ties changes the page of all time, which counts it', () => {
  const before = keysOf(files);
  const after = keysOf({
    ...files,
    'articles/2022-06-06-c.md': articleFile('title: C\ndate: 2022-06-06\nactors: [bo]'),
  });
  assert.is(after['/network/2022/'], undefined);
  assert.is.not(after['/network/'], before['/network/']);
});

pages('an actor of another type changes the pages that draw it', () => {
  const before = keysOf(files);
  const after = keysOf({ ...files, 'actors/cy.md': articleFile('name: Cy\ntype: state') });
  assert.is(after['/network/2023/'], before['/network/2023/']);
  assert.is.not(after['/network/2024/'], before['/network/2024/']);
  assert.is.not(after['/network/'], before['/network/']);
});

pages.run();
