import { parseAtomFeed } from 'feedsmith';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { takeTurns } from '../../src/feeds/turns.ts';
import { buildContent, readOutput } from '../support/build.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';

const test = suite('what keeps items of a day apart');

const ids = Array.from({ length: 40 }, (_, index) => `item-${index}`);

test('no two have the same number, and all are within a second', () => {
  const turns = [...takeTurns(ids).values()];
  assert.is(new Set(turns).size, ids.length);
  for (const turn of turns)
    assert.ok(Number.isInteger(turn) && turn >= 1 && turn <= 999, `${turn}`);
});

test('a number stays when items come and go, but for one that was taken', () => {
  const all = takeTurns(ids);
  const moved = ids.filter((id) => takeTurns([id]).get(id) !== all.get(id));
  assert.ok(moved.length <= 2, `${moved.length} moved`);
  assert.equal(takeTurns(ids.toReversed()), all);
});

test('of two with one number the later by id takes the next', () => {
  const many = Array.from({ length: 2000 }, (_, index) => `id-${index}`);
  const first = new Map<number, string>();
  const pair = many.flatMap((id) => {
    const turn = takeTurns([id]).get(id) ?? 0;
    const other = first.get(turn);
    first.set(turn, id);
    return other === undefined || turn === 999 ? [] : [[other, id, turn] as const];
  })[0];
  assert.ok(pair);
  const [one, other, turn] = pair;
  const [earlier = '', later = ''] = [one, other].sort();
  assert.equal([...takeTurns([one, other])].sort(), [
    [earlier, turn],
    [later, turn + 1],
  ]);
  // More than there are numbers end too.
  assert.is(takeTurns(many).size, many.length);
});

test('Atom says it of items without a time that have not changed, and of no others', () => {
  const article = (title: string, more: string): string => articleFile(`title: ${title}\n${more}`);
  const output = buildContent(
    makeContent({
      'site.yaml': siteYaml().replace('zone: UTC', 'zone: Asia/Seoul'),
      'articles/a.md': article('A', 'date: 2024-01-05'),
      'articles/b.md': article('B', 'date: 2024-01-05'),
      'articles/c.md': article('C', 'date: 2024-01-05T10:00:00+09:00'),
      'articles/d.md': article('D', 'date: 2024-01-05\nupdated: 2024-01-06T00:00:00+09:00'),
      'articles/e.md': article(
        'E',
        'date: 2024-01-05\ncorrections: [{date: 2024-01-07, text: No.}]',
      ),
    }),
  );
  const { entries = [] } = parseAtomFeed(readOutput(output, 'articles/atom.xml'));
  const updated = new Map(entries.map((entry) => [entry.title?.value, entry.updated ?? '']));
  for (const title of ['A', 'B'])
    assert.match(updated.get(title) ?? '', /^2024-01-05T00:00:00\.\d{3}\+09:00$/);
  assert.is.not(updated.get('A'), updated.get('B'));
  assert.equal(
    ['C', 'D', 'E'].map((title) => updated.get(title)),
    ['2024-01-05T10:00:00+09:00', '2024-01-06T00:00:00+09:00', '2024-01-07T00:00:00+09:00'],
  );
  // What was published stays the day's first moment, as pages and the other formats say it.
  for (const title of ['A', 'B'])
    assert.is(
      entries.find((entry) => entry.title?.value === title)?.published,
      '2024-01-05T00:00:00+09:00',
    );
  const others = readOutput(output, 'articles/feed.json') + readOutput(output, 'articles/feed.xml');
  assert.not.match(others, /00:00:00\.\d/);
});

test.run();
