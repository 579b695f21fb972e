/** What the admin's script makes of a file, and of a form. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildCollections, listIds } from '../../src/admin/collections.ts';
import { createFormat, type ContentFormat } from '../../src/admin/contentFormat.ts';
import { articleFile, loadGood } from '../support/site.ts';

const site = loadGood({
  'topics/arms.md': '---\nname: Arms\naliases: [weapons]\n---\n',
  'actors/kim.md': '---\nname: Kim\ntype: person\nformerNames: [Kim II]\n---\n',
  'stories/ferry.md': '---\nname: The ferry\naliases: [Boat]\n---\n',
  'articles/a.md': articleFile('title: A\ndate: 2024-01-05'),
});
const ids = listIds(site);
const formats = new Map<string, ContentFormat>(
  buildCollections(site, 'content').map(({ name, shape }) => [name, createFormat(shape, ids)]),
);
const article = formats.get('articles')!;
const test = suite('the format of the admin');

/** Front matter as it is, the form's changes, front matter as it is written. */
const edits: readonly (readonly [string, object, string])[] = [
  // Nothing changed: not a byte.
  ['title:   "A"   # why\ndate: 2024-01-05', {}, 'title:   "A"   # why\ndate: 2024-01-05'],
  // Empty fields of the form are no change.
  ['title: A', { summary: '', topics: [], image: { src: '' }, story: null }, 'title: A'],
  // Names are ids in the form, and stay as they were written.
  ['topics: [Weapons, x]', {}, 'topics: [Weapons, x]'],
  ['topics: [Weapons]', { topics: ['arms', 'kim'] }, 'topics: [Weapons, kim]'],
  [
    'actors: [Kim II]',
    { actors: [{ actor: 'kim', role: 'host' }] },
    'actors: [{actor: kim, role: host}]',
  ],
  [
    'actors:\n  # why\n  - KIM\n  - actor: x\n    role: guest # sic\nlang: en',
    { actors: [{ actor: 'kim' }, { actor: 'x', role: 'host' }] },
    'actors:\n  # why\n  - KIM\n  - actor: x\n    role: host # sic\nlang: en',
  ],
  ['story: the FERRY', {}, 'story: the FERRY'],
  ['story: boat', { story: 'ferry', lang: 'en' }, 'story: boat\nlang: en'],
  // A key that goes takes its line along, a new one stands where a new file has it.
  ['title: A\nlang: en # x\nextra: {a: 007}', { lang: '' }, 'title: A\nextra: {a: 007}'],
  ['title: A\nextra: {a: 007}', { status: 'draft' }, 'title: A\nstatus: draft\nextra: {a: 007}'],
  ['title: A\nlang: en', { summary: 'S: t' }, 'title: A\nsummary: "S: t"\nlang: en'],
  // What is so without being written is not written.
  ['title: A', { linkMentions: true }, 'title: A'],
  ['title: A', { linkMentions: false }, 'title: A\nlinkMentions: false'],
  ['summary: >-\n  one\n  two\nlang: en', { summary: 'three' }, 'summary: >-\n  three\nlang: en'],
  // Keys that no form has.
  [
    'title: A\nunknown: [1]\nextra:\n  b: !x 1',
    { title: 'B' },
    'title: B\nunknown: [1]\nextra:\n  b: !x 1',
  ],
];

for (const [before, change, after] of edits) {
  test(`${JSON.stringify(before)} and ${JSON.stringify(change)}`, () => {
    const file = (front: string): string => `---\n${front}\n---\n\nA body.\n`;
    assert.is(article.toFile({ ...article.fromFile(file(before)), ...change }), file(after));
  });
}

test('bodies keep the space around them, carriage returns and byte order marks stay', () => {
  for (const source of [
    '---\ntitle: A\n---\nclose\n',
    '---\ntitle: A\n---\n\n\n  indented\n\n',
    '\ufeff---\r\ntitle: A\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n',
    '---\n---\n\nno front\n',
    '---\ntitle: A\n---\n',
  ]) {
    assert.is(article.toFile(article.fromFile(source)), source);
    const edited = article.toFile({ ...article.fromFile(source), title: 'B', body: 'New.' });
    assert.is(edited.includes('\r'), source.includes('\r'));
    assert.match(edited, /title: B\r?\n---/);
    assert.match(edited, /New\.\s+$/);
  }
});

test('a file with broken front matter is shown and never written', () => {
  const entry = article.fromFile('---\ntitle: [\n---\n\nText.\n');
  assert.is(entry['body'], '\nText.\n');
  assert.throws(() => article.toFile(entry), /broken/);
});

test.run();
