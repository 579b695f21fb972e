import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Timeline } from '../../src/model/site.ts';
import { countCompanions } from '../../src/model/terms.ts';
import { articleFile, loadGood, type Files } from '../support/site.ts';

const test = suite('topics, actors, stories, sources');

function topic(name: string, more = ''): string {
  return articleFile(`name: ${name}\n${more}`);
}
function actor(name: string, more = ''): string {
  return articleFile(`name: ${name}\ntype: person\n${more}`);
}
function article(date: string, more: string): string {
  return articleFile(`title: A\ndate: ${date}\n${more}`);
}
function slugs({ articles }: Timeline): readonly string[] {
  return articles.map((each) => each.slug);
}

const files: Files = {
  'topics/politics.md': topic('Politics'),
  'topics/war.md': topic('War', 'broader: Politics'),
  'topics/drone.md': topic('Drones', 'broader: war'),
  'topics/accord.md': topic('Accords', 'broader: war'),
  'topics/old-war.md': topic('Wars', 'mergedInto: war'),
  'topics/empty.md': topic('Ärger'),
  'actors/kim.md': actor('Kim'),
  'actors/ann.md': actor('Ann'),
  'actors/bo.md': actor('bo'),
  'actors/old-ann.md': actor('Annie', 'mergedInto: ann'),
  'actors/nyt.md': actor('The New York Times'),
  'stories/quiet.md': topic('Quiet', 'public: true'),
  'stories/late.md': topic('Late'),
  'stories/early.md': topic('Early'),
  'articles/a.md': article(
    '2023-12-31',
    'topics: [drone, war]\nactors: [Kim, Ann]\nstory: early\nsources: [Reuters]',
  ),
  'articles/b.md': article(
    '2024-01-01',
    'topics: [Wars]\nactors: [Annie, Kim, bo]\nstory: late\nsources: [REUTERS, The New York Times]',
  ),
  'articles/c.md': article(
    '2024-01-02',
    'topics: [politics]\nactors: [bo, Kim]\nsources: [Reuters, Reuters]',
  ),
  'articles/d.md': article('2024-01-03', 'topics: [drone]\nactors: [Kim]\nstatus: draft'),
  'articles/e.md': article('2024-01-03', 'topics: [drone]\nstory: quiet\nstatus: canceled'),
};
const site = loadGood(files);

test('topics by name; merged ones are none', () => {
  assert.equal([...site.topics.keys()], ['accord', 'empty', 'drone', 'politics', 'war']);
});

test('an article of a narrower topic counts for each wider one, once', () => {
  const counted = Object.fromEntries(
    [...site.topics].map(([id, { timeline }]) => [id, slugs(timeline).join(' ')]),
  );
  assert.equal(counted, { accord: '', empty: '', drone: 'a', politics: 'c b a', war: 'b a' });
});

test('wider topics from the widest, narrower ones by name', () => {
  const { topics } = site;
  const tree = [...topics].map(([id, { broader, narrower }]) => [id, [...broader], [...narrower]]);
  assert.equal(tree, [
    ['accord', ['politics', 'war'], []],
    ['empty', [], []],
    ['drone', ['politics', 'war'], []],
    ['politics', [], ['war']],
    ['war', ['politics'], ['accord', 'drone']],
  ]);
});

test('a timeline is newest first, by year, with its first and last day', () => {
  const war = [...site.topics.values()].find(({ topic: { id } }) => id === 'war')!.timeline;
  assert.equal(
    war.years.map(({ year, articles }) => [year, articles.map(({ slug }) => slug).join(' ')]),
    [
      ['2024', 'b'],
      ['2023', 'a'],
    ],
  );
  assert.is(war.firstDay, '2023-12-31');
  assert.is(war.lastDay, '2024-01-01');
});

test('a term without articles has an empty timeline', () => {
  const empty = [...site.topics.values()].find(({ topic: { id } }) => id === 'empty')!.timeline;
  const { articles, places, years, firstDay, lastDay } = empty;
  assert.equal([articles, [...places], years, firstDay, lastDay], [[], [], [], null, null]);
});

test('actors by name in the order of the language, with their companions', () => {
  assert.equal(
    [...site.actors].map(([id, entry]) => [
      id,
      slugs(entry.timeline).join(' '),
      countCompanions(entry)
        .map((each) => `${each.id} ${each.count}`)
        .join(', '),
    ]),
    [
      ['ann', 'b a', 'kim 2, bo 1'],
      ['bo', 'c b', 'kim 2, ann 1'],
      ['kim', 'c b a', 'ann 2, bo 2'],
      ['nyt', '', ''],
    ],
  );
});

test('stories by their last article, those without one last', () => {
  assert.equal(
    [...site.stories].map(([id, { timeline }]) => [id, slugs(timeline).join(' ')]),
    [
      ['late', 'b'],
      ['early', 'a'],
      ['quiet', ''],
    ],
  );
});

test('sources by name, in the most frequent spelling, once an article', () => {
  assert.equal(
    [...site.sources].map(([id, { name, timeline, path, actor: same }]) => [
      id,
      name,
      slugs(timeline).join(' '),
      path,
      same,
    ]),
    [
      ['reuters', 'Reuters', 'c b a', '/sources/reuters/', null],
      ['the-new-york-times', 'The New York Times', 'b', '/sources/the-new-york-times/', 'nyt'],
    ],
  );
});

test('paths of terms', () => {
  assert.equal([...site.topics.values()].map(({ path }) => path)[4], '/topics/war/');
  assert.is([...site.stories.values()][0]?.path, '/stories/late/');
});

test('the old addresses of merged terms redirect', () => {
  assert.equal(
    // Their feeds and year pages go along.
    site.redirects
      .filter(({ to }) => /^\/[^/]+\/[^/]+\/$/.test(to))
      .map(({ from, to }) => [from, to]),
    [
      ['/actors/old-ann/', '/actors/ann/'],
      ['/topics/old-war/', '/topics/war/'],
    ],
  );
});

test.run();
