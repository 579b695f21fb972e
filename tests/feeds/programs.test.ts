/** The feeds as other people's programs read them: xmllint, feedparser, newsboat. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, loadContent, readOutput, sampleContent } from '../support/build.ts';
import { expectFeeds, type ExpectedFeed } from '../support/expectedFeeds.ts';
import { readWithFeedparser, readWithNewsboat, type StoredItem } from '../support/feedReaders.ts';
import { runProgram } from '../support/programs.ts';
import { serveOutput } from '../support/server.ts';
import { makeFolder, root } from '../support/site.ts';
import { listFiles } from '../support/tree.ts';

const hardContent = path.join(root, 'tests/sites/hard/content');
const sites = [
  { name: 'sample', content: sampleContent, url: 'https://dateline.example/', offset: 'Z' },
  {
    name: 'hard',
    content: hardContent,
    url: 'https://host.example/sub/path/',
    offset: '+05:30',
  },
].map((site) => ({
  ...site,
  output: buildContent(site.content),
  expected: expectFeeds(loadContent(site.content), site.url, site.offset),
}));

const files = suite('XML and JSON');

for (const { name, output } of sites) {
  files(`${name}: xmllint takes every XML file`, () => {
    const xml = listFiles(output).filter((file) => /\.(?:xml|opml|svg)$/.test(file));
    assert.ok(xml.length > 20);
    runProgram('xmllint', ['--noout', '--nonet', ...xml], { cwd: output });
  });

  files(`${name}: every JSON file is JSON, in UTF-8 without a BOM`, () => {
    const json = listFiles(output).filter((file) => file.endsWith('.json'));
    assert.ok(json.length > 10);
    for (const file of json) {
      const { version } = JSON.parse(readOutput(output, file)) as { version?: string };
      if (!file.endsWith('feed.json')) continue;
      assert.is(version, 'https://jsonfeed.org/version/1.1', file);
    }
  });
}

files('the control: xmllint refuses what is not well-formed', () => {
  const file = path.join(makeFolder(), 'bad.xml');
  writeFileSync(file, '<a>\u0001</a>');
  assert.throws(() => runProgram('xmllint', ['--noout', file]));
});

files.run();

const feedparser = suite('feedparser');

for (const { name, output, expected } of sites) {
  for (const [file, version] of [
    ['feed.xml', 'rss20'],
    ['atom.xml', 'atom10'],
  ] as const) {
    feedparser(`${name}: each ${file} has bozo 0 and the entries of the model`, () => {
      const parsed = readWithFeedparser(
        expected.map(({ folder }) => path.join(output, folder, file)),
      );
      assert.is(parsed.length, expected.length);
      for (const [index, { folder, entries }] of expected.entries()) {
        const feed = parsed[index]!;
        assert.equal([feed.problem, Number(feed.bozo), feed.version], ['', 0, version], folder);
        assert.equal(
          feed.entries.map(({ id, link, published }) => ({ id, link, published })),
          entries.map(({ id, link, published }) => ({ id, link, published })),
          folder + file,
        );
        for (const [place, entry] of entries.entries()) {
          const { title } = feed.entries[place]!;
          if (entry.title === null || entry.id.endsWith(':briefing')) assert.ok(title);
          else assert.is(title, entry.title);
        }
      }
    });
  }
}

feedparser('the control: a feed with a forbidden character is told', () => {
  const file = path.join(makeFolder(), 'bad.xml');
  writeFileSync(file, '<rss version="2.0"><channel><title>\u0001</title></channel></rss>');
  assert.is(Number(readWithFeedparser([file])[0]?.bozo), 1);
});

feedparser.run();

const newsboat = suite('newsboat');

for (const { name, output, expected, url } of sites) {
  // The feeds of the site and of all items, then of some topics, actors and stories.
  const wanted = [...expected.slice(0, 4), ...expected.slice(-2)];
  for (const file of ['feed.xml', 'atom.xml']) {
    newsboat(`${name}: it stores every entry of each ${file}`, async () => {
      const server = await serveOutput(output, new URL(url).pathname);
      try {
        for (const feed of wanted) {
          const items = await readWithNewsboat(server.url + encodeURI(feed.folder) + file);
          compareStored(items, feed, file);
        }
      } finally {
        await server.close();
      }
    });
  }
}

function compareStored(items: readonly StoredItem[], feed: ExpectedFeed, file: string): void {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  assert.equal(
    items.map(({ id, link }) => ({ id, link })).sort(byId),
    feed.entries.map(({ id, link }) => ({ id, link })).sort(byId),
    feed.folder + file,
  );
  for (const entry of feed.entries) {
    const item = items.find(({ id }) => id === entry.id);
    assert.ok(item && item.title.length > 0);
    assert.is(item.published * 1000, entry.published, entry.id);
  }
}

newsboat.run();
