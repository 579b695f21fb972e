/** Topics, actors and stories that only hidden items name have no page. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formUrl, hiddenStates } from '../support/references.ts';
import { articleFile, at, load, siteYaml, type Files } from '../support/site.ts';

const test = suite('terms that only hidden items name');

const now = at('2024-06-01T00:00:00Z');
const yaml = siteYaml('tlpCeiling: green\n').replace('https://test.example/', formUrl);
const terms: Files = {
  'site.yaml': yaml,
  'topics/x.md': articleFile('name: Topic X\nredirectFrom: [/tx/]'),
  'topics/old-x.md': articleFile('name: Old X\nmergedInto: x'),
  'actors/x.md': articleFile('name: Actor X\ntype: person'),
  'actors/old-x.md': articleFile('name: Old X\ntype: person\nmergedInto: x'),
  'stories/x.md': articleFile('name: Story X\nredirectFrom: [/sx/]'),
};

/** What of the three is shown. */
function shownOf(files: Files): string {
  const { site, diagnostics } = load({ ...terms, ...files }, { now });
  if (site === null) throw new Error(diagnostics.map((each) => each.message).join('\n'));
  const kinds = (['topics', 'actors', 'stories'] as const).filter((kind) =>
    [...site[kind].keys()].some((id) => id === 'x'),
  );
  const { topics, actors } = site.merged;
  const former = ['/topics/old-x/', '/tx/', '/actors/old-x/', '/sx/'];
  const redirects = site.redirects.map(({ from }): string => from);
  const expected = [
    ...(kinds.includes('topics') ? ['/topics/old-x/', '/tx/'] : []),
    ...(kinds.includes('actors') ? ['/actors/old-x/'] : []),
    ...(kinds.includes('stories') ? ['/sx/'] : []),
  ];
  assert.equal(
    former.filter((path) => redirects.includes(path)),
    expected,
  );
  assert.is(topics.length, kinds.includes('topics') ? 1 : 0);
  assert.is(actors.length, kinds.includes('actors') ? 1 : 0);
  return kinds.join(' ');
}

const item = (front: string, body = 'Words.'): string =>
  articleFile(`title: A\ndate: 2024-01-05\n${front}`, body);
const all = 'topics: [x]\nactors: [x]\nstory: x';
const every = 'topics actors stories';

for (const [name, state] of hiddenStates) {
  test(`of an item that is ${name}`, () => {
    const ledger = { 'ledger.tsv': '/2024/01/05/a/\n' };
    assert.is(shownOf({ 'articles/a.md': item(`${state}\n${all}`), ...ledger }), '');
  });
}

test('nobody names them: they are shown, as ever', () => {
  assert.is(shownOf({}), every);
  assert.is(shownOf({ 'articles/a.md': item('status: draft') }), every);
});

test('an item that is published names them', () => {
  const draft = { 'articles/a.md': item(`status: draft\n${all}`) };
  assert.is(shownOf({ ...draft, 'articles/b.md': item(all) }), every);
  assert.is(shownOf({ ...draft, 'articles/b.md': item('actors: [x]') }), 'actors');
});

test('a preview that shows drafts shows their terms', () => {
  const { site } = load(
    { ...terms, 'articles/a.md': item(`status: draft\n${all}`) },
    { now, drafts: true },
  );
  assert.ok(site?.topics.size === 1 && site.actors.size === 1 && site.stories.size === 1);
});

/** How a draft names the actor, or all three. */
const ways: readonly (readonly [way: string, draft: string, left: string])[] = [
  ['a role', item('status: draft\nactors: [{ actor: Actor X, role: spoke }]'), 'topics stories'],
  ['a name in the body', item('status: draft', 'There Actor X stood.'), 'topics stories'],
  [
    'a name in the body, not linked',
    item('status: draft\nlinkMentions: false', 'Actor X.'),
    'topics stories',
  ],
  ['a name in the note', item('status: draft\neditorNote: Ask Actor X.'), 'topics stories'],
  [
    'a name in the title',
    item('status: draft').replace('title: A', 'title: Actor X'),
    'topics stories',
  ],
  ['a source of that name', item('status: draft\nsources: [Actor X]'), 'topics stories'],
  ['a link', item('status: draft', '[a](../../../../topics/x/)'), 'actors stories'],
  ['a whole URL', item('status: draft', `See ${formUrl}topics/x/.`), 'actors stories'],
  ['a link to a feed', item('status: draft', '[a](/stories/x/feed.xml)'), 'topics actors'],
  ['extra', item('status: draft\nextra: { a: [/topics/x/] }'), 'actors stories'],
];
for (const [way, draft, left] of ways) {
  test(`named by ${way}`, () => {
    assert.is(shownOf({ 'articles/a.md': draft }), left);
  });
}

/** What shows a term that a draft names. */
const shows: readonly (readonly [what: string, files: Files, shown: string])[] = [
  [
    'its own file',
    { 'topics/x.md': articleFile('name: Topic X\nredirectFrom: [/tx/]\npublic: true') },
    'topics',
  ],
  [
    'its own file',
    { 'actors/x.md': articleFile('name: Actor X\ntype: person\npublic: true') },
    'actors',
  ],
  [
    'its own file',
    { 'stories/x.md': articleFile('name: Story X\nredirectFrom: [/sx/]\npublic: true') },
    'stories',
  ],
  ['a name in a body', { 'articles/b.md': item('', 'There Actor X stood.') }, 'actors'],
  ['a source', { 'articles/b.md': item('sources: [actor x]') }, 'actors'],
  ['a link', { 'articles/b.md': item('', '[a](/stories/x/)') }, 'stories'],
  ['a whole URL', { 'articles/b.md': item('', `[a](${formUrl}topics/x/2024/)`) }, 'topics'],
  ['extra', { 'articles/b.md': item('extra: { a: /topics/x/ }') }, 'topics'],
  [
    'a page',
    { 'pages/about.md': articleFile('title: A', '[a](/topics/x/) [b](/actors/x/feed.xml)') },
    'topics actors',
  ],
  [
    'a briefing',
    { 'briefings/2024-01-05.md': articleFile('date: 2024-01-05', '[a](/stories/x/)') },
    'stories',
  ],
  [
    'a pair',
    { 'site.yaml': `${yaml}feed: { pairs: [{ actor: x, topic: x }] }\n` },
    'topics actors',
  ],
  ['the navigation', { 'site.yaml': `${yaml}nav: [{ title: A, url: /topics/x/ }]\n` }, 'topics'],
  ['a narrower topic', { 'topics/y.md': articleFile('name: Y\nbroader: x') }, 'topics'],
  [
    'an actor',
    { 'actors/y.md': articleFile('name: Y\ntype: person\nrelated: [{ actor: x, type: rival }]') },
    'actors',
  ],
  [
    'an office',
    { 'actors/y.md': articleFile('name: Y\ntype: person\nroles: [{ role: head, of: Actor X }]') },
    'actors',
  ],
  [
    'a story',
    { 'stories/y.md': articleFile('name: Y\ntopics: [x]\nactors: [x]') },
    'topics actors',
  ],
  ['a profile', { 'topics/y.md': articleFile('name: Y', '[a](/stories/x/)') }, 'stories'],
];
for (const [what, files, shown] of shows) {
  test(`shown by ${what}: ${Object.keys(files)[0]!}`, () => {
    assert.is(shownOf({ 'articles/a.md': item(`status: draft\n${all}`), ...files }), shown);
  });
}

test('false says nothing', () => {
  const files = { 'actors/x.md': articleFile('name: Actor X\ntype: person\npublic: false') };
  assert.is(shownOf({ 'articles/a.md': item(`status: draft\n${all}`), ...files }), '');
  assert.is(shownOf(files), every);
});

test('what only terms name that are held is held too, and shown with them', () => {
  const files: Files = {
    'topics/x.md': articleFile('name: Topic X\nredirectFrom: [/tx/]\nbroader: wide'),
    'topics/wide.md': articleFile('name: Wide'),
    'stories/x.md': articleFile('name: Story X\nredirectFrom: [/sx/]\nactors: [y]'),
    'actors/y.md': articleFile('name: Y\ntype: person\nrelated: [{ actor: z, type: rival }]'),
    'actors/z.md': articleFile('name: Z\ntype: person\nrelated: [{ actor: y, type: rival }]'),
  };
  const idsOf = (more: Files): readonly string[] => {
    const { site } = load({ ...terms, ...files, ...more }, { now });
    return [...site!.topics.keys(), ...site!.actors.keys(), ...site!.stories.keys()].sort();
  };
  const draft = { 'articles/a.md': item('status: draft\ntopics: [x]\nstory: x') };
  assert.equal(idsOf({}), ['wide', 'x', 'x', 'x', 'y', 'z']);
  assert.equal(idsOf(draft), ['x']);
  assert.equal(idsOf({ ...draft, 'articles/b.md': item('story: x') }), ['x', 'x', 'y', 'z']);
  assert.equal(idsOf({ ...draft, 'articles/b.md': item('topics: [wide]') }), ['wide', 'x']);
  assert.equal(idsOf({ ...draft, 'articles/b.md': item('actors: [z]') }), ['x', 'y', 'z']);
});

test('a source that only hidden items cite has no page', () => {
  const { site } = load({ 'articles/a.md': item('status: draft\nsources: [Wire]') }, { now });
  assert.is(site?.sources.size, 0);
});

test('without links to names a draft’s names count all the same', () => {
  const files = {
    'site.yaml': `${yaml}linkMentions: false\n`,
    'articles/a.md': item('status: draft', 'Actor X.'),
  };
  assert.is(shownOf(files), 'topics stories');
});

test.run();
