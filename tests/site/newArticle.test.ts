/** A new file is everywhere it belongs, and nowhere once it is removed. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { copySample, edit, readOutput, rebuild } from '../support/build.ts';
import { articleFile, makeFolder, writeFiles } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const title = 'Quokkas observe a drill near Sinpo';
const file = 'articles/2024/2024-02-01-quokkas-observe-a-drill.md';
const text = articleFile(
  `title: ${title}
date: 2024-02-01
topics: [missile-tests, Visits and talks]
actors: [d.p.r.k., Kim Jong-un, Republic of Korea]
sources:
  - KCNA
  - name: Marsupial Wire
    url: https://wire.example/quokkas`,
  'Quokkas stood by, the wire said.',
);

const content = copySample();
const output = path.join(makeFolder(), '_site');
rebuild(content, output);
const before = hashTree(output);
const filesBefore = new Set(listFiles(output));
const yearBefore = readOutput(output, '2024/index.html');
writeFiles(content, { [file]: text });
rebuild(content, output);

const own = '2024/02/01/quokkas-observe-a-drill/index.html';
const topics = ['topics/missile-tests', 'topics/visits-and-talks'];
const actors = ['actors/north-korea', 'actors/kim-jong-un', 'actors/south-korea'];
const sources = ['sources/kcna', 'sources/marsupial-wire'];

const pages: readonly string[] = [
  own,
  'index.html',
  'articles/index.html',
  '2024/02/01/index.html',
  '2024/w05/index.html',
  '2024/02/index.html',
  ...[...topics, ...actors, ...sources].flatMap((term) => [
    `${term}/index.html`,
    `${term}/2024/index.html`,
  ]),
];

const feeds: readonly string[] = [
  '',
  'articles/',
  ...[...topics, ...actors].map((term) => `${term}/`),
];

const test = suite('a new article');

for (const page of pages) {
  test(`stands on ${page}`, () => {
    assert.ok(readOutput(output, page).includes(title));
  });
}

for (const folder of feeds) {
  for (const name of ['feed.xml', 'atom.xml', 'feed.json']) {
    test(`stands in ${folder}${name}`, () => {
      const feed = readOutput(output, `${folder}${name}`);
      assert.ok(feed.includes(title));
      const id = folder === '' ? '2024-02-01:briefing' : '2024-02-01:2024-02-01-quokkas';
      assert.ok(feed.includes(`tag:dateline.example,${id}`));
    });
  }
}

test('counts on its year page, with a card for its new month', () => {
  const year = readOutput(output, '2024/index.html');
  assert.ok(yearBefore.includes('42 items'));
  assert.ok(year.includes('43 items'));
  assert.not(yearBefore.includes('href="/2024/02/"'));
  assert.ok(year.includes('href="/2024/02/"'));
});

test('is in the calendar, the indexes and the sitemap', () => {
  assert.ok(readOutput(output, 'archive/index.html').includes('href="/2024/02/01/"'));
  assert.ok(readOutput(output, 'sources/index.html').includes('href="/sources/marsupial-wire/"'));
  assert.ok(
    readOutput(output, 'sitemap.xml').includes(
      'https://dateline.example/2024/02/01/quokkas-observe-a-drill/',
    ),
  );
});

test('shows on wider topics too', () => {
  assert.ok(readOutput(output, 'topics/weapons/index.html').includes(title));
  assert.ok(readOutput(output, 'topics/weapons/feed.xml').includes(title));
});

test('stands on no page of a topic, actor or source that it does not name', () => {
  for (const page of ['topics/shipping/', 'actors/houthis/', 'sources/white-house/']) {
    assert.not(readOutput(output, `${page}index.html`).includes(title), page);
  }
});

test('the page before it now names it as the next', () => {
  const last = readOutput(
    output,
    '2024/01/31/russia-and-ukraine-exchange-prisoners-again/index.html',
  );
  assert.ok(last.includes(`href="/${own.replace('index.html', '')}"`));
});

test('adds files of its own only', () => {
  // The names of a search index's files are hashes of what is in them.
  const isIndex = /^pagefind\/2024\/(?:filter|fragment|index)\/|\.pf_meta$/;
  const added = listFiles(output).filter((each) => !filesBefore.has(each) && !isIndex.test(each));
  const month = ['atom.xml', 'feed.json', 'feed.xml'];
  assert.equal(added, [
    '2024/02/01/index.html',
    own,
    ...month.map((name) => `2024/02/${name}`),
    '2024/02/index.html',
    ...month.map((name) => `articles/2024/02/${name}`),
    'sources/marsupial-wire/2024/index.html',
    'sources/marsupial-wire/index.html',
  ]);
});

test('is gone from everything once it is removed', () => {
  edit(content, file, 'Quokkas stood by', 'Quokkas stood aside');
  rebuild(content, output);
  assert.ok(readOutput(output, own).includes('stood aside'));
  rmSync(path.join(content, file));
  rebuild(content, output);
  assert.is(hashTree(output), before);
});

test.run();
