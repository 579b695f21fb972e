import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseActor, type Actor } from '../../src/parse/actor.ts';
import { parseStory, type Story } from '../../src/parse/story.ts';
import { parseTopic, type Topic } from '../../src/parse/topic.ts';
import { articleFile } from '../support/site.ts';
import { collect, makeSource, type Collected } from '../support/source.ts';

const test = suite('parseTopic, parseActor, parseStory');

function topic(front: string, file = 'topics/war.md'): Collected<Topic | null> {
  return collect((report) =>
    parseTopic(makeSource('topic', file, articleFile(front, 'A.')), report),
  );
}
function actor(front: string, file = 'actors/kim.md'): Collected<Actor | null> {
  return collect((report) =>
    parseActor(makeSource('actor', file, articleFile(front, 'A.')), report),
  );
}
function story(front: string, file = 'stories/war.md'): Collected<Story | null> {
  return collect((report) =>
    parseStory(makeSource('story', file, articleFile(front, 'A.')), report),
  );
}

test('a topic with every field', () => {
  const { result, codes } = topic(`name: The War
aliases: [Wars, Conflict]
broader: Politics
summary: About it.
mediatopic: medtop:16000000
sameAs: ["https://a.example/"]
mergedInto: peace
redirectFrom: [/old/]
extra: { own: 1 }`);
  assert.equal(codes, []);
  assert.equal(result, {
    file: 'content/topics/war.md',
    id: 'war',
    name: 'The War',
    aliases: ['Wars', 'Conflict'],
    broader: 'Politics',
    summary: 'About it.',
    mediatopic: '16000000',
    sameAs: ['https://a.example/'],
    mergedInto: 'peace',
    redirectFrom: ['/old/'],
    isPublic: false,
    extra: { own: 1 },
    body: '\nA.\n',
    bodyLine: 12,
  });
});

test('a topic with its name alone', () => {
  assert.equal(topic('name: War').result, {
    file: 'content/topics/war.md',
    id: 'war',
    name: 'War',
    aliases: [],
    broader: null,
    summary: null,
    mediatopic: null,
    sameAs: [],
    mergedInto: null,
    redirectFrom: [],
    isPublic: false,
    extra: {},
    body: '\nA.\n',
    bodyLine: 4,
  });
});

test('an actor with every field', () => {
  const { result, codes } = actor(`name: Kim Jong Un
type: person
aliases: [Kim Jong-un]
weakAliases: [Kim]
formerNames: [Pak Un]
summary: A leader.
country: KP
wikidata: Q56226
sameAs: ["https://a.example/"]
roles:
  - { role: leader, of: DPRK, from: 2011, to: 2024-01 }
  - { role: marshal, from: 2012-07-17 }
related: [{ actor: Kim Yo Jong, type: sister }]
mergedInto: kim-2
redirectFrom: [/old/]
extra: { own: 1 }`);
  assert.equal(codes, []);
  assert.equal(result, {
    file: 'content/actors/kim.md',
    id: 'kim',
    name: 'Kim Jong Un',
    type: 'person',
    aliases: ['Kim Jong-un'],
    weakAliases: ['Kim'],
    formerNames: ['Pak Un'],
    summary: 'A leader.',
    country: 'KP',
    wikidata: 'Q56226',
    sameAs: ['https://a.example/'],
    roles: [
      { role: 'leader', of: 'DPRK', from: '2011', to: '2024-01' },
      { role: 'marshal', of: null, from: '2012-07-17', to: null },
    ],
    related: [{ actor: 'Kim Yo Jong', type: 'sister' }],
    mergedInto: 'kim-2',
    redirectFrom: ['/old/'],
    isPublic: false,
    extra: { own: 1 },
    body: '\nA.\n',
    bodyLine: 19,
  });
});

test('an actor with name and type alone', () => {
  assert.equal(actor('name: Kim\ntype: group').result, {
    file: 'content/actors/kim.md',
    id: 'kim',
    name: 'Kim',
    type: 'group',
    aliases: [],
    weakAliases: [],
    formerNames: [],
    summary: null,
    country: null,
    wikidata: null,
    sameAs: [],
    roles: [],
    related: [],
    mergedInto: null,
    redirectFrom: [],
    isPublic: false,
    extra: {},
    body: '\nA.\n',
    bodyLine: 5,
  });
});

test('a story with every field, and with its name alone', () => {
  const { result, codes } = story(`name: The war
aliases: [The conflict]
summary: It goes on.
status: closed
topics: [war]
actors: [Kim]
redirectFrom: [/old/]
extra: { own: 1 }`);
  assert.equal(codes, []);
  assert.equal(result, {
    file: 'content/stories/war.md',
    id: 'war',
    name: 'The war',
    aliases: ['The conflict'],
    summary: 'It goes on.',
    status: 'closed',
    topics: ['war'],
    actors: ['Kim'],
    redirectFrom: ['/old/'],
    isPublic: false,
    extra: { own: 1 },
    body: '\nA.\n',
    bodyLine: 11,
  });
  assert.equal(story('name: The war').result, {
    file: 'content/stories/war.md',
    id: 'war',
    name: 'The war',
    aliases: [],
    summary: null,
    status: 'developing',
    topics: [],
    actors: [],
    redirectFrom: [],
    isPublic: false,
    extra: {},
    body: '\nA.\n',
    bodyLine: 4,
  });
});

const bad: readonly (readonly [found: () => Collected<unknown>, codes: readonly string[]])[] = [
  [() => topic('summary: A'), ['missing-key']],
  [() => topic('name: War\nmediatopic: 16'), ['wrong-type']],
  [() => topic('name: War\nmediatopic: "16"'), ['bad-value']],
  [() => topic('name: War\nmergedInto: The War'), ['bad-id']],
  [() => topic('name: War\nsameAs: [war]'), ['bad-url']],
  [() => topic('name: War\nweakAliases: [w]'), ['unknown-key']],
  [() => topic('name: War', 'topics/The War.md'), ['bad-name']],
  [() => actor('name: Kim'), ['missing-key']],
  [() => actor('type: person'), ['missing-key']],
  [() => actor('name: Kim\ntype: organization'), ['bad-value']],
  [() => actor('name: Kim\ntype: person\nwikidata: P31'), ['bad-value']],
  [() => actor('name: Kim\ntype: person\ncountry: North Korea'), ['bad-value']],
  [() => actor('name: Kim\ntype: person\nroles: [{ of: DPRK }]'), ['missing-key']],
  [() => actor('name: Kim\ntype: person\nroles: [{ role: a, from: 2024-13 }]'), ['bad-date']],
  [() => actor('name: Kim\ntype: person\nroles: [{ role: a, from: 2024-02-31 }]'), ['bad-date']],
  [() => actor('name: Kim\ntype: person\nrelated: [Kim]'), ['wrong-type']],
  [() => actor('name: Kim\ntype: person\nrelated: [{ actor: Kim }]'), ['missing-key']],
  [() => story('name: War\nstatus: open'), ['bad-value']],
  [() => story('status: closed'), ['missing-key']],
];
for (const [index, [find, codes]] of bad.entries()) {
  test(`mistake ${index + 1} is ${codes.join(', ')}`, () => {
    const { result, codes: found } = find();
    assert.equal(found, codes);
    assert.is(result, null);
  });
}

test.run();
