import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fillHoles } from '../../src/markdown/portableHtml.ts';
import { articleFile, load, loadGood, siteYaml, type Files } from '../support/site.ts';

const test = suite('resolving names');
const base = 'title: A headline\ndate: 2024-01-05';

const terms: Files = {
  'actors/kim.md': articleFile('name: Kim Jong Un\ntype: person\nweakAliases: [Leader]'),
  'actors/kim-yo.md': articleFile('name: Kim Yo Jong\ntype: person\nweakAliases: [Leader]'),
  'actors/old-xi.md': articleFile('name: Xi\ntype: person\nmergedInto: xi-jinping'),
  'actors/xi-jinping.md': articleFile('name: Xi Jinping\ntype: person'),
  'topics/war.md': articleFile('name: War\naliases: [Conflict]'),
  'topics/wars.md': articleFile('name: Wars\nmergedInto: war'),
  'stories/the-war.md': articleFile('name: The war\ntopics: [conflict]\nactors: [Xi, kim]'),
};

/** What is reported of one article. */
function reported(lines: string): readonly string[] {
  return load({ ...terms, 'articles/x.md': articleFile(`${base}\n${lines}`) }).diagnostics.map(
    ({ line, column, code }) => `${line}:${column} ${code}`,
  );
}

test('names, aliases and ids become ids, each once, in the order of mention', () => {
  const article = loadGood({
    ...terms,
    'articles/x.md': articleFile(
      `${base}\ntopics: [Conflict, war, wars]\nactors: [xi, { actor: Kim Jong Un, role: host }, Xi Jinping]\nstory: the-war`,
    ),
  }).articles[0];
  assert.equal(article?.topics, ['war']);
  assert.equal(article?.actors, [
    { id: 'xi-jinping', role: null },
    { id: 'kim', role: 'host' },
  ]);
  assert.is(article?.story, 'the-war');
  assert.is(article?.path, '/2024/01/05/x/');
  assert.is(article?.lang, 'en');
});

test('a role counts wherever the actor is first given one', () => {
  const article = loadGood({
    ...terms,
    'articles/x.md': articleFile(
      `${base}\nactors: [kim, { actor: kim, role: host }, { actor: kim, role: guest }]`,
    ),
  }).articles[0];
  assert.equal(article?.actors, [{ id: 'kim', role: 'host' }]);
});

test('topics and actors are separate', () => {
  assert.equal(reported('topics: [Kim Jong Un]\nactors: [War]'), [
    '4:10 unknown-topic',
    '5:10 unknown-actor',
  ]);
});

const bad: readonly (readonly [lines: string, expected: readonly string[]])[] = [
  ['topics: [Peace]', ['4:10 unknown-topic']],
  ['topics: [War, Peace, Health]', ['4:15 unknown-topic', '4:22 unknown-topic']],
  ['actors: [Ann]', ['4:10 unknown-actor']],
  ['actors: [{ actor: Ann, role: x }]', ['4:10 unknown-actor']],
  ['actors: [Leader]', ['4:10 ambiguous-name']],
  ['story: The peace', ['4:8 unknown-story']],
  ['story: the-wars', ['4:8 unknown-story']],
  ['tlp: green', ['4:6 above-tlp-ceiling']],
  ['tlp: red\nstatus: draft', ['4:6 above-tlp-ceiling']],
];
for (const [lines, expected] of bad) {
  test(`${lines} is ${expected.join(', ')}`, () => {
    assert.equal(reported(lines), expected);
  });
}

test('the nearest name, or the file to add, is the hint', () => {
  const hintOf = (lines: string): string =>
    load({ ...terms, 'articles/x.md': articleFile(`${base}\n${lines}`) }).diagnostics[0]?.hint ??
    '';
  assert.match(hintOf('actors: [Kim Jong On]'), '"Kim Jong Un"');
  assert.is(hintOf('topics: [Public Health]'), 'add topics/public-health.md');
  assert.match(hintOf('story: the-wars'), '"The war"');
  assert.is(hintOf('actors: [Leader]'), 'write the id');
});

/** How an article may write a story of that name, with that id; null where it means none. */
const written: readonly (readonly [story: string, id: string | null])[] = [
  ['the-ferry', 'the-ferry'],
  ['THE-FERRY', 'the-ferry'],
  ['The ferry to Süd', 'the-ferry'],
  ['the  FERRY to sud', 'the-ferry'],
  ['"Süd: ferry"', 'the-ferry'],
  ['sued ferry', null],
  ['S.L.F.', 'the-ferry'],
  ['slf', 'the-ferry'],
  ['渡し船', 'the-ferry'],
  ['Line+', 'the-line'],
  ['Line', null],
  ['the-war', 'the-war'],
  ['The War', 'the-war'],
  ['the-ferry-to', null],
];
for (const [story, id] of written) {
  test(`story: ${story} is ${String(id)}`, () => {
    const { site, diagnostics } = load({
      ...terms,
      'stories/the-ferry.md': articleFile(
        'name: The ferry to Süd\naliases: ["Süd: ferry", SLF, 渡し船]',
      ),
      'stories/the-line.md': articleFile('name: A long line\naliases: [Line+]'),
      'articles/x.md': articleFile(`${base}\nstory: ${story}`),
    });
    assert.equal(
      diagnostics.map(({ code }) => code),
      id === null ? ['unknown-story'] : [],
    );
    if (id !== null) assert.is(site?.articles[0]?.story, id);
  });
}

test('an unknown story is told the nearest name, be it an alias', () => {
  const hintOf = (story: string): string =>
    load({
      'stories/ferry.md': articleFile('name: A line over the strait\naliases: [Night ferry]'),
      'articles/x.md': articleFile(`${base}\nstory: ${story}`),
    }).diagnostics[0]?.hint ?? '';
  assert.match(hintOf('Nigth ferry'), '"Night ferry"');
  assert.match(hintOf('A line over the straight'), '"A line over the strait"');
  assert.is(hintOf('Harvest'), 'add stories/harvest.md');
});

for (const [ceiling, tlp, isRefused] of [
  ['green', 'green', false],
  ['green', 'amber', true],
  ['amber', 'amber+strict', true],
  ['red', 'red', false],
] as const) {
  test(`TLP:${tlp} ${isRefused ? 'is above' : 'passes'} a ceiling of ${ceiling}`, () => {
    const { diagnostics } = load({
      'site.yaml': siteYaml(`tlpCeiling: ${ceiling}\n`),
      'articles/x.md': articleFile(`${base}\ntlp: ${tlp}`),
    });
    assert.equal(
      diagnostics.map(({ code }) => code),
      isRefused ? ['above-tlp-ceiling'] : [],
    );
  });
}

test('a topic that failed makes no second report where it is named', () => {
  const { diagnostics } = load({
    'topics/war.md': articleFile('name: War\nbroder: peace'),
    'stories/war.md': articleFile('summary: no name'),
    'articles/x.md': articleFile(`${base}\ntopics: [War]\nstory: war`),
  });
  assert.equal(
    diagnostics.map(({ file, code }) => [file, code]),
    [
      ['content/stories/war.md', 'missing-key'],
      ['content/topics/war.md', 'unknown-key'],
    ],
  );
});

test('relations and roles of actors', () => {
  const { actors } = loadGood({
    ...terms,
    'actors/ann.md': articleFile(
      'name: Ann\ntype: person\nroles: [{ role: aide, of: Xi }, { role: chair, of: A club }]\nrelated: [{ actor: Xi, type: aide }]',
    ),
  });
  const ann = [...actors.values()].find(({ actor }) => actor.name === 'Ann');
  assert.equal(
    ann?.actor.roles.map(({ of, ofActor }) => [of, ofActor]),
    [
      ['Xi', 'xi-jinping'],
      ['A club', null],
    ],
  );
  assert.equal(ann?.actor.related, [{ id: 'xi-jinping', type: 'aide' }]);
});

test('an unknown relation, an unknown wider topic and unknown names of a story', () => {
  const { diagnostics } = load({
    'actors/ann.md': articleFile('name: Ann\ntype: person\nrelated: [{ actor: Bo, type: a }]'),
    'topics/war.md': articleFile('name: War\nbroader: Politics'),
    'stories/s.md': articleFile('name: S\ntopics: [Health]\nactors: [Cy]'),
  });
  assert.equal(
    diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`),
    [
      'content/actors/ann.md:4:20 unknown-actor',
      'content/stories/s.md:3:10 unknown-topic',
      'content/stories/s.md:4:10 unknown-actor',
      'content/topics/war.md:3:10 unknown-topic',
    ],
  );
});

test('pairs of feeds name an actor and a topic', () => {
  const { diagnostics } = load({
    ...terms,
    'site.yaml': siteYaml(
      'feed:\n  pairs:\n    - { actor: Xi, topic: War }\n    - { actor: Ann, topic: Peace }\n',
    ),
  });
  assert.equal(
    diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`),
    ['9:16 unknown-actor', '9:28 unknown-topic'],
  );
});

test('mentions are linked but where the article or the site does not want it', () => {
  const html = (front: string, site = ''): string => {
    const files = { ...terms, 'articles/x.md': articleFile(front, 'Xi said.') };
    const [article] = loadGood({ ...files, 'site.yaml': siteYaml(site) }).articles;
    return fillHoles(article?.body.html ?? [], '');
  };
  const linked = '<p><a href="/actors/xi-jinping/">Xi</a> said.</p>';
  assert.is(html(base), linked);
  assert.is(html(`${base}\nlinkMentions: false`), '<p>Xi said.</p>');
  assert.is(html(base, 'linkMentions: false\n'), '<p>Xi said.</p>');
  assert.is(html(`${base}\nlinkMentions: true`, 'linkMentions: false\n'), '<p>Xi said.</p>');
});

const cycles: readonly (readonly [broader: Readonly<Record<string, string>>, string[]])[] = [
  [{ a: 'a' }, ['a']],
  [{ a: 'b', b: 'a' }, ['a', 'b']],
  [{ a: 'b', b: 'c', c: 'b' }, ['b', 'c']],
  [{ a: 'b', b: 'c' }, []],
];
for (const [broader, files] of cycles) {
  test(`circles of broader: ${JSON.stringify(broader)}`, () => {
    const content: Record<string, string> = { 'topics/c.md': articleFile('name: c') };
    for (const [id, wider] of Object.entries(broader)) {
      content[`topics/${id}.md`] = articleFile(`name: ${id}\nbroader: ${wider}`);
    }
    assert.equal(
      load(content).diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`),
      // Once a circle, at the first of its topics.
      files.slice(0, 1).map((id) => `content/topics/${id}.md:3 broader-cycle`),
    );
  });
}

test('an error in site.yaml hides no unknown name', () => {
  const { diagnostics } = load({
    'site.yaml': siteYaml().replace('UTC', 'Mars/Olympus'),
    'articles/x.md': articleFile(`${base}\nactors: [Nobody]\nstory: none`),
  });
  assert.equal(
    diagnostics.map(({ code }) => code),
    ['unknown-actor', 'unknown-story', 'bad-zone'],
  );
});

test.run();
