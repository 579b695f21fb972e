import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planSearchNames, planSearchYears } from '../../src/search/planSearch.ts';
import { textOf } from '../support/build.ts';
import { articleFile, loadGood, siteYaml, type Files } from '../support/site.ts';

const test = suite('what can be searched');

const files: Files = {
  'site.yaml': siteYaml('search: true\n').replace('test.example/', 'test.example/sub/'),
  'topics/arms.md': '---\nname: Arms\n---\n',
  'topics/missiles.md': '---\nname: Missiles\nbroader: arms\n---\n',
  'topics/unused.md': '---\nname: Unused\n---\n',
  'actors/kim.md': '---\nname: Kim\ntype: person\n---\n',
  'articles/one.md': articleFile(
    'title: One\ndate: 2023-12-31\nsummary: In short.\ntopics: [missiles]\nactors: [kim]\nsources: [KCNA, KCNA]',
    'The **body** of <it>.',
  ),
  'articles/two.md': articleFile('title: Two\ndate: 2024-01-05\nlang: ar'),
  'articles/draft.md': articleFile('title: Draft\ndate: 2024-01-05\nstatus: draft'),
  'articles/canceled.md': articleFile('title: Canceled\ndate: 2024-01-05\nstatus: canceled'),
  'articles/embargoed.md': articleFile(
    'title: Embargoed\ndate: 2024-01-05\nembargoed: 2040-01-01T00:00:00Z',
  ),
};

test('one index a year, newest first, of what is published', () => {
  const years = planSearchYears(loadGood(files));
  assert.equal(
    years.map(({ year, path, count }) => [year, path, count]),
    [
      ['2024', '/pagefind/2024/', 1],
      ['2023', '/pagefind/2023/', 1],
    ],
  );
  assert.equal(
    [...years[1]!.records()],
    [
      {
        url: '/sub/2023/12/31/one/',
        language: 'en',
        content: 'In short. The body of <it>.',
        meta: { title: 'One' },
        filters: { topic: ['missiles', 'arms'], actor: ['kim'], source: ['kcna'], lang: [] },
        sort: { date: '0000000' },
      },
    ],
  );
  assert.equal([...years[0]!.records()][0]!.filters.lang, ['ar']);
});

test('the names of what has items', () => {
  const [file] = planSearchNames(loadGood(files));
  assert.equal(JSON.parse(textOf(file!)), {
    topic: { arms: 'Arms', missiles: 'Missiles' },
    actor: { kim: 'Kim' },
    source: { kcna: 'KCNA' },
  });
});

const before = planSearchYears(loadGood(files)).map((year) => year.key());

/** Whether the keys of 2024 and 2023 change. */
const edits: readonly (readonly [name: string, edited: Files, isChanged: readonly boolean[]])[] = [
  ['nothing', {}, [false, false]],
  ['a new article', { 'articles/n.md': articleFile('title: N\ndate: 2024-02-01') }, [true, false]],
  [
    'an old article',
    { 'articles/one.md': articleFile('title: Anew\ndate: 2023-12-31') },
    [false, true],
  ],
  [
    'a renamed actor',
    { 'actors/kim.md': '---\nname: Kim II\ntype: person\n---\n' },
    [false, false],
  ],
  ['a wider topic', { 'topics/missiles.md': '---\nname: Missiles\n---\n' }, [false, true]],
];

for (const [name, edited, isChanged] of edits) {
  test(`the indexes that change with ${name}`, () => {
    const after = planSearchYears(loadGood({ ...files, ...edited })).map((year) => year.key());
    assert.equal(
      after.map((key, index) => key !== before[index]),
      isChanged,
    );
  });
}

test('nothing where search is switched off, nor where there is nothing', () => {
  const off = loadGood({ ...files, 'site.yaml': siteYaml('search: false\n') });
  assert.equal([planSearchYears(off), planSearchNames(off)], [[], []]);
  assert.equal(planSearchYears(loadGood({ 'site.yaml': siteYaml('search: true\n') })), []);
});

test.run();
