/** Ids that are written down never change: they are what readers have seen already. */
import { renameSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planFeeds } from '../../src/feeds/feedFiles.ts';
import { edit, loadContent, textOf } from '../support/build.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';

function makeNews(more: string): string {
  return makeContent({
    'site.yaml': siteYaml('feed: {items: 50}\n'),
    'topics/news.md': '---\nname: News\n---\n',
    'articles/2024-01-05-first-title.md': articleFile(
      `title: First title\ndate: 2024-01-05\ntopics: [news]\n${more}`,
    ),
  });
}

/** The feed files by path. */
function readFeeds(content: string): ReadonlyMap<string, string> {
  return new Map(planFeeds(loadContent(content)).map((file) => [file.path, textOf(file)]));
}

function readIds(content: string): readonly string[] {
  return Array.from(readFeeds(content))
    .filter(([file]) => !file.endsWith('.opml'))
    .map(([file, text]) => [file, ...(text.match(/(?:tag|urn):[^"<]+/g) ?? [])].join(' '));
}

const test = suite('ids of entries and feeds');

const changes: readonly (readonly [name: string, change: (content: string) => void])[] = [
  ['title', (content) => edit(content, file, 'title: First title', 'title: Another title')],
  [
    'file name',
    (content) =>
      renameSync(path.join(content, file), path.join(content, 'articles/another-name.md')),
  ],
  [
    'site address',
    (content) => edit(content, 'site.yaml', 'https://test.example/', 'https://moved.example/news/'),
  ],
  ['site title', (content) => edit(content, 'site.yaml', 'title: Test', 'title: Renamed')],
  ['zone', (content) => edit(content, 'site.yaml', 'zone: UTC', 'zone: Asia/Seoul')],
  ['body', (content) => edit(content, file, 'A first paragraph.', 'Another paragraph.')],
  [
    'update',
    (content) => edit(content, file, '\n---\n\n', '\nupdated: 2024-02-01T00:00:00Z\n---\n\n'),
  ],
  [
    'topic’s name',
    (content) => edit(content, 'topics/news.md', 'name: News', 'name: Novelties\naliases: [News]'),
  ],
];
const file = 'articles/2024-01-05-first-title.md';

for (const [name, change] of changes) {
  test(`stay with another ${name}`, () => {
    const content = makeNews('id: the-written-id');
    const before = readIds(content);
    assert.ok(before.every((ids) => ids.includes('tag:test.example,2024-01-05:')));
    change(content);
    assert.equal(readIds(content), before);
  });
}

const verbatim = [
  'urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6',
  'tag:old.example,2001-01-01:post-5',
  'http://old.example/?p=12',
  'https://old.example/2001/post',
];

for (const id of verbatim) {
  test(`${id} is used as it is`, () => {
    const feeds = readFeeds(makeNews(`id: ${JSON.stringify(id)}`));
    assert.ok(feeds.get('/articles/feed.xml')?.includes(`<guid isPermaLink="false">${id}</guid>`));
    assert.ok(feeds.get('/articles/atom.xml')?.includes(`<id>${id}</id>`));
    assert.ok(feeds.get('/articles/feed.json')?.includes(`"id": "${id}"`));
  });
}

test('the default id is the date and the slug', () => {
  const feed = readFeeds(makeNews('')).get('/articles/atom.xml');
  assert.ok(feed?.includes('<id>tag:test.example,2024-01-05:2024-01-05-first-title</id>'));
});

test('a timestamp’s day in the site’s zone is that of the id', () => {
  const content = makeNews('');
  edit(content, file, 'date: 2024-01-05', 'date: 2024-01-05T23:30:00-05:00');
  assert.ok(readFeeds(content).get('/articles/atom.xml')?.includes(',2024-01-06:2024-01-06-first'));
});

test('a summary is text in RSS too', () => {
  const feed = readFeeds(makeNews('summary: "a <b> & c"')).get('/articles/feed.xml');
  assert.ok(feed?.includes('<description>a &amp;lt;b&amp;gt; &amp;amp; c</description>'));
});

test('plain texts of RSS say that they are none in HTML, as its profile wants', () => {
  const content = makeNews('');
  edit(content, file, 'title: First title', 'title: "a <b> & c"');
  edit(content, 'topics/news.md', 'name: News', 'name: "News & <views>"\naliases: [News]');
  const feed = readFeeds(content).get('/topics/news/feed.xml');
  assert.ok(feed?.includes('<title>a &#x3C;b&gt; &#x26; c</title>'));
  assert.match(feed ?? '', /<category domain="[^"]*">News &#x26; &#x3C;views&gt;<\/category>/);
  assert.match(feed ?? '', /<channel>\s*<title>News &#x26; &#x3C;views&gt; — Test<\/title>/);
});

test('an article without a text has its title in its place', () => {
  const content = makeNews('');
  edit(content, file, 'A first paragraph.', '');
  const feeds = readFeeds(content);
  assert.ok(feeds.get('/articles/feed.xml')?.includes('<description>First title</description>'));
  assert.ok(feeds.get('/articles/atom.xml')?.includes('<summary>First title</summary>'));
  assert.ok(feeds.get('/articles/feed.json')?.includes('"content_text": "First title"'));
  for (const [name, text] of feeds) {
    // A briefing says what its items are.
    if (name.startsWith('/articles/')) assert.not.match(text, /<content|content_html/, name);
  }
});

test.run();
