/**
 * A site made to hurt, read by five other programs: feedsmith, rss-parser, feedparser, newsboat and, for
 * JSON, JSON.parse. What each reads is held against the model and against what was written by hand.
 */
import path from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, loadContent, readOutput } from '../support/build.ts';
import { expectFeeds, type ExpectedEntry } from '../support/expectedFeeds.ts';
import { readWithFeedparser, readWithNewsboat } from '../support/feedReaders.ts';
import { hurtItems, makeHurtSite, manyItems, picture } from '../support/hurtSite.ts';
import { serveOutput } from '../support/server.ts';

interface ReadItem {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  /** Milliseconds since 1970. */
  readonly published: number;
  readonly html: string;
}

const url = 'https://test.example/';
const content = makeHurtSite();
const output = buildContent(content);
const expected = expectFeeds(loadContent(content), url, 'Z');
const byLink = new Map(hurtItems.map((item) => [`${url}2024/03/01/${item.slug}/`, item]));

const wanted = ['articles/', 'topics/none/', 'topics/one/'] as const;

function entriesOf(folder: string): readonly ExpectedEntry[] {
  const found = expected.find((feed) => feed.folder === folder);
  if (found === undefined) throw new Error(`no feed at ${folder}`);
  return found.entries;
}

/** What a reader must have of a feed, in its order. */
function expectItems(folder: string): readonly ReadItem[] {
  return entriesOf(folder).map(({ id, title, link, published }) => {
    const hurt = byLink.get(link);
    const number = /plain-(\d+)\/$/.exec(link)?.[1] ?? '';
    return {
      id,
      title: hurt?.shown ?? title ?? '',
      link,
      published,
      html: hurt?.html ?? `<p>Body of ${number}.</p>`,
    };
  });
}

const rssParser = new RssParser<object, { 'content:encoded'?: string; id?: string }>();

const readers: Readonly<
  Record<string, (file: string) => Promise<readonly ReadItem[]> | readonly ReadItem[]>
> = {
  'feedsmith feed.xml': (file) =>
    (parseRssFeed(readOutput(output, file)).items ?? []).map((item) => ({
      id: item.guid?.value,
      title: item.title,
      link: item.link,
      published: Date.parse(item.pubDate ?? ''),
      html: item.content?.encoded ?? '',
    })),
  'feedsmith atom.xml': (file) =>
    (parseAtomFeed(readOutput(output, file)).entries ?? []).map((entry) => ({
      id: entry.id,
      title: entry.title?.value,
      link: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      published: Date.parse(entry.published ?? ''),
      html: entry.content?.value ?? '',
    })),
  'feedsmith feed.json': (file) =>
    (parseJsonFeed(readOutput(output, file)).items ?? []).map((item) => ({
      id: item.id,
      title: item.title,
      link: item.url,
      published: Date.parse(item.date_published ?? ''),
      html: item.content_html ?? '',
    })),
  'rss-parser feed.xml': async (file) =>
    (await rssParser.parseString(readOutput(output, file))).items.map((item) => ({
      id: item.guid,
      title: item.title,
      link: item.link,
      published: Date.parse(item.isoDate ?? ''),
      html: item['content:encoded'] ?? '',
    })),
  'rss-parser atom.xml': async (file) =>
    (await rssParser.parseString(readOutput(output, file))).items.map((item) => ({
      id: item.id,
      title: item.title,
      link: item.link,
      published: Date.parse(item.pubDate ?? ''),
      html: item.content ?? '',
    })),
  'JSON.parse feed.json': (file) => {
    const feed = JSON.parse(readOutput(output, file)) as { items: Record<string, string>[] };
    return feed.items.map((item) => ({
      id: item['id'],
      title: item['title'],
      link: item['url'],
      published: Date.parse(item['date_published'] ?? ''),
      html: item['content_html'] ?? '',
    }));
  },
  'feedparser feed.xml': (file) => readByFeedparser(file),
  'feedparser atom.xml': (file) => readByFeedparser(file),
};

function readByFeedparser(file: string): readonly ReadItem[] {
  const [feed] = readWithFeedparser([path.join(output, file)]);
  assert.equal([Number(feed?.bozo), feed?.problem], [0, '']);
  return (feed?.entries ?? []).map(({ content: html, ...item }) => ({ ...item, html }));
}

const test = suite('a site made to hurt');

test('it has what it should: no item, one, five hundred', () => {
  assert.equal(
    wanted.map((folder) => entriesOf(folder).length),
    [manyItems, 0, 1],
  );
  const links = new Set(entriesOf('articles/').map(({ link }) => link));
  for (const link of byLink.keys()) assert.ok(links.has(link), link);
});

for (const [name, read] of Object.entries(readers)) {
  const file = name.slice(name.indexOf(' ') + 1);
  for (const folder of wanted) {
    test(`${name}: /${folder} has the ids, titles, links, dates and content of the model`, async () => {
      compareItems(await read(folder + file), expectItems(folder));
    });
  }
}

function compareItems(actual: readonly ReadItem[], items: readonly ReadItem[]): void {
  assert.is(actual.length, items.length);
  for (const [index, item] of items.entries()) {
    // Readers trim; feeds have nothing at the ends worth keeping.
    const { html, ...rest } = actual[index]!;
    assert.equal({ ...rest, html: html.trim() }, item, item.link);
  }
}

for (const file of ['feed.xml', 'atom.xml']) {
  test(`newsboat ${file}: it stores the ids, titles, links, dates and content of the model`, async () => {
    const server = await serveOutput(output);
    try {
      for (const folder of wanted) {
        const stored = await readWithNewsboat(server.url + folder + file);
        const sorted = (items: readonly ReadItem[]): readonly ReadItem[] =>
          [...items].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
        compareItems(
          sorted(stored.map((item) => ({ ...item, published: item.published * 1000 }))),
          sorted(expectItems(folder)),
        );
      }
    } finally {
      await server.close();
    }
  });
}

const changed = `${url}2024/03/01/changed/`;
const size = Buffer.byteLength(picture);

test('a picture of the site is an enclosure, with its size and type', () => {
  const enclosure = { url: `${url}assets/picture.svg`, type: 'image/svg+xml', length: size };
  const rss = parseRssFeed(readOutput(output, 'articles/feed.xml'));
  const item = rss.items?.find(({ link }) => link === changed);
  assert.equal(item?.enclosures, [enclosure]);
  const atom = parseAtomFeed(readOutput(output, 'articles/atom.xml'));
  const links = (atom.entries ?? []).flatMap((entry) => entry.links ?? []);
  assert.equal(
    links.filter(({ rel }) => rel === 'enclosure'),
    [{ rel: 'enclosure', type: 'image/svg+xml', length: size, href: enclosure.url }],
  );
  const json = parseJsonFeed(readOutput(output, 'articles/feed.json'));
  const attachments = (json.items ?? []).flatMap((each) => each.attachments ?? []);
  assert.equal(attachments, [
    { url: enclosure.url, mime_type: 'image/svg+xml', size_in_bytes: size },
  ]);
});

test('an update and a correction move what is updated, and nothing else', () => {
  const published = Date.parse('2024-03-01T00:00:00Z');
  const updated = Date.parse('2024-03-03T00:00:00Z');
  const atom = parseAtomFeed(readOutput(output, 'articles/atom.xml')).entries;
  const entry = atom?.find(({ links }) => links?.some(({ href }) => href === changed));
  assert.equal(
    [entry?.published, entry?.updated].map((date) => Date.parse(date ?? '')),
    [published, updated],
  );
  const json = parseJsonFeed(readOutput(output, 'articles/feed.json')).items;
  const item = json?.find((each) => each.url === changed);
  assert.equal(
    [item?.date_published, item?.date_modified].map((date) => Date.parse(date ?? '')),
    [published, updated],
  );
  const rss = readOutput(output, 'articles/feed.xml');
  assert.equal(rss.match(/<atom:updated>[^<]*/g), ['<atom:updated>2024-03-03T00:00:00Z']);
});

test('only an entry in another language than its feed says so', () => {
  const rss = readOutput(output, 'articles/feed.xml');
  assert.equal(rss.match(/<dc:language>[^<]*/g), ['<dc:language>ar']);
  const atom = readOutput(output, 'articles/atom.xml');
  assert.equal(atom.match(/xml:lang="[^"]*"/g), ['xml:lang="en"', 'xml:lang="ar"']);
  const json = parseJsonFeed(readOutput(output, 'articles/feed.json'));
  assert.equal(
    json.items?.flatMap((item) => (item.language === undefined ? [] : [[item.url, item.language]])),
    [[`${url}2024/03/01/right-to-left/`, 'ar']],
  );
});

test('categories have the index to which they belong', () => {
  const rss = parseRssFeed(readOutput(output, 'topics/one/feed.xml')).items?.[0];
  assert.equal(rss?.categories, [{ domain: `${url}topics/`, name: 'One & only' }]);
  const atom = parseAtomFeed(readOutput(output, 'topics/one/atom.xml')).entries?.[0];
  assert.equal(atom?.categories, [{ term: 'one', scheme: `${url}topics/`, label: 'One & only' }]);
  const json = parseJsonFeed(readOutput(output, 'topics/one/feed.json')).items?.[0];
  assert.equal(json?.tags, ['One & only']);
});

test('content: summary gives no body anywhere, and a correction stands before the summary', () => {
  const short = buildContent(makeHurtSite('{content: summary, items: 500}'));
  const said = 'Correction, 3 March 2024: It was <two> & not three. Two.';
  const rss = readOutput(short, 'articles/feed.xml');
  assert.not.match(rss, 'content:encoded>');
  const escaped = 'It was &amp;lt;two&amp;gt; &amp;amp; not three. Two.</description>';
  assert.ok(rss.includes(escaped));
  const atom = readOutput(short, 'articles/atom.xml');
  assert.not.match(atom, '<content');
  const entries = parseAtomFeed(atom).entries ?? [];
  assert.is(entries.length, manyItems);
  for (const entry of entries) assert.ok(entry.summary?.value, entry.id);
  assert.ok(entries.some(({ summary }) => summary?.value === said));
  const items = parseJsonFeed(readOutput(short, 'articles/feed.json')).items ?? [];
  for (const item of items) {
    assert.is(item.content_html, undefined);
    assert.is(item.content_text, item.summary);
  }
  assert.ok(items.some((item) => item.content_text === said));
});

test.run();
