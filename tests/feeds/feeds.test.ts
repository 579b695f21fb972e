/** Every feed of two sites, read by another program's parser and held against the model. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, loadContent, readOutput, sampleContent } from '../support/build.ts';
import { findBroken, readHtml } from '../support/crawl.ts';
import { expectFeeds, type ExpectedEntry } from '../support/expectedFeeds.ts';
import { root } from '../support/site.ts';

const sites = [
  { name: 'sample', content: sampleContent, url: 'https://dateline.example/', offset: 'Z' },
  {
    name: 'hard',
    content: path.join(root, 'tests/sites/hard/content'),
    url: 'https://host.example/sub/path/',
    offset: '+05:30',
  },
] as const;

interface Entry {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly published: number;
  readonly updated: number | null;
  readonly html: string;
}

interface Feed {
  readonly title: string | undefined;
  readonly home: string | undefined;
  readonly self: string | undefined;
  readonly entries: readonly Entry[];
}

const time = (text: string | undefined): number => Date.parse(text ?? '');

const readers: Readonly<Record<string, (text: string) => Feed>> = {
  'feed.xml': (text) => {
    const feed = parseRssFeed(text);
    return {
      title: feed.title,
      home: feed.link,
      self: feed.atom?.links?.find((link) => link.rel === 'self')?.href,
      entries: (feed.items ?? []).map((item) => ({
        id: item.guid?.value,
        title: item.title,
        link: item.link,
        published: time(item.pubDate),
        updated: null,
        html: item.content?.encoded ?? '',
      })),
    };
  },
  'atom.xml': (text) => {
    const feed = parseAtomFeed(text);
    return {
      title: feed.title?.value,
      home: feed.links?.find((link) => link.rel === 'alternate')?.href,
      self: feed.links?.find((link) => link.rel === 'self')?.href,
      entries: (feed.entries ?? []).map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        link: entry.links?.find((link) => link.rel === 'alternate')?.href,
        published: time(entry.published),
        // What tells items of a day apart says nothing.
        updated: Math.floor(time(entry.updated) / 1000) * 1000,
        html: entry.content?.value ?? '',
      })),
    };
  },
  'feed.json': (text) => {
    const feed = parseJsonFeed(text);
    return {
      title: feed.title,
      home: feed.home_page_url,
      self: feed.feed_url,
      entries: (feed.items ?? []).map((item) => ({
        id: item.id,
        title: item.title,
        link: item.url,
        published: time(item.date_published),
        updated: time(item.date_modified),
        html: item.content_html ?? '',
      })),
    };
  },
};

const test = suite('feeds');

for (const { name, content, url, offset } of sites) {
  const output = buildContent(content);
  const site = loadContent(content);
  const expected = expectFeeds(site, url, offset);

  test(`${name}: no entry with a summary has empty content`, () => {
    for (const { folder } of expected) {
      const feed = parseJsonFeed(readOutput(output, `${folder}feed.json`));
      for (const item of feed.items ?? []) {
        const text = item.content_html ?? item.content_text ?? '';
        if (item.summary) assert.ok(text.trim(), item.id);
      }
    }
  });

  for (const [file, read] of Object.entries(readers)) {
    test(`${name}: each ${file} has the entries of the model, newest first`, () => {
      for (const { folder, entries } of expected) {
        const feed = read(readOutput(output, folder + file));
        assert.is(feed.entries.length, entries.length, folder);
        for (const [index, entry] of entries.entries()) {
          compare(feed.entries[index]!, entry, `${folder}${file} ${index}`);
        }
      }
    });

    test(`${name}: each ${file} names its page and itself`, () => {
      for (const { folder, page } of expected) {
        const feed = read(readOutput(output, folder + file));
        assert.is(feed.home, url + escapePath(page));
        assert.is(feed.self, url + escapePath(folder) + file);
        assert.ok(feed.title?.includes(site.config.title));
      }
    });

    test(`${name}: every address in each ${file} is absolute, and those of the site are there`, () => {
      let count = 0;
      const broken = new Set<string>();
      for (const { folder } of expected) {
        const text = readOutput(output, folder + file);
        const feed = read(text);
        const addresses = feed.entries.flatMap((entry) => [
          entry.link ?? '',
          ...readHtml(entry.html).addresses,
        ]);
        count += addresses.length;
        for (const address of addresses) assert.match(address, /^(?:https?:\/\/|mailto:)/);
        for (const address of findBroken(output, url, addresses)) broken.add(address);
      }
      assert.equal([...broken], []);
      assert.ok(count > 50, `only ${count} addresses`);
    });
  }

  test(`${name}: the three formats have the same content`, () => {
    for (const { folder } of expected) {
      const [rss, atom, json] = Object.entries(readers).map(([file, read]) =>
        read(readOutput(output, folder + file)).entries.map((entry) => entry.html.trim()),
      );
      assert.equal(atom, rss, folder);
      assert.equal(json, rss, folder);
    }
  });

  test(`${name}: an entry has one id and one content, in whatever feed it stands`, () => {
    const seen = new Map<string, Entry>();
    for (const { folder } of expected) {
      for (const entry of readers['feed.json']!(readOutput(output, `${folder}feed.json`)).entries) {
        const other = seen.get(entry.id!) ?? entry;
        assert.equal(entry, other);
        seen.set(entry.id!, entry);
      }
    }
    const links = new Set([...seen.values()].map((entry) => entry.link));
    assert.is(links.size, seen.size, 'no two entries share an id or a link');
  });

  test(`${name}: the ids of feeds differ, and are URIs`, () => {
    const ids = expected.map(
      ({ folder }) => parseAtomFeed(readOutput(output, `${folder}atom.xml`)).id ?? '',
    );
    assert.is(new Set(ids).size, expected.length);
    for (const id of ids) assert.match(id, /^urn:uuid:[0-9a-f-]{36}$/);
  });

  test(`${name}: the OPML lists every feed, once`, () => {
    const opml = parseOpml(readOutput(output, 'feeds.opml'));
    const outlines = (opml.body?.outlines ?? []).flatMap((group) => group.outlines ?? []);
    assert.equal(
      outlines.map((outline) => outline.xmlUrl).sort(),
      expected.map(({ folder }) => `${url}${escapePath(folder)}feed.xml`).sort(),
    );
    for (const { type, htmlUrl = '' } of outlines) {
      assert.is(type, 'rss');
      const page = decodeURI(htmlUrl.slice(url.length));
      assert.ok(existsSync(path.join(output, page, 'index.html')), htmlUrl);
    }
  });

  test(`${name}: pages name their feeds for discovery`, () => {
    for (const { folder } of expected.filter(({ isOfPage }) => isOfPage)) {
      const { addresses } = readHtml(readOutput(output, `${folder}index.html`));
      const base = new URL(url).pathname + escapePath(folder);
      for (const file of Object.keys(readers)) assert.ok(addresses.includes(base + file), base);
    }
  });
}

test('the hard site has a feed without entries, in every format', () => {
  const { content, url, offset } = sites[1];
  const empty = expectFeeds(loadContent(content), url, offset).filter(
    ({ entries }) => entries.length === 0,
  );
  assert.equal(empty.map(({ folder }) => folder).sort(), [
    'actors/group-q/topics/empty/',
    'stories/none/',
    'topics/empty/',
  ]);
});

function compare(actual: Entry, expected: ExpectedEntry, place: string): void {
  assert.is(actual.id, expected.id, place);
  assert.is(actual.link, expected.link, place);
  assert.is(actual.published, expected.published, place);
  if (actual.updated !== null) assert.is(actual.updated, expected.updated, place);
  if (expected.title === null) assert.ok(actual.title, place);
  else if (expected.id.endsWith(':briefing')) {
    assert.ok(actual.title?.startsWith(expected.title), place);
  } else assert.is(actual.title, expected.title, place);
}

function escapePath(folder: string): string {
  return encodeURI(folder);
}

test.run();
