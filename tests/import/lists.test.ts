/** Lists of feeds (OPML): what they name, and what is said where they name nothing. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseFeedList } from '../../src/import/parseFeedItems.ts';
import { runCli } from '../support/cli.ts';
import { makeContent, makeFolder } from '../support/site.ts';

const opml = (body: string): string =>
  `<opml version="2.0"><head><title>x</title></head><body>${body}</body></opml>`;
const feed = 'https://wire.example/feed.xml';

const table: readonly (readonly [what: string, body: string, right: readonly string[]])[] = [
  ['a feed', `<outline type="rss" text="x" xmlUrl="${feed}"/>`, [feed]],
  [
    'a feed in a folder',
    `<outline text="x"><outline text="y" xmlUrl="${feed}"/></outline>`,
    [feed],
  ],
  [
    'a feed twice',
    `<outline text="x" xmlUrl="${feed}"/><outline text="y" xmlUrl="${feed}"/>`,
    [feed],
  ],
  ['spaces around an address', `<outline text="x" xmlUrl=" ${feed} "/>`, [feed]],
  ['folders alone', '<outline text="x"><outline text="y"/></outline>', []],
  ['links alone', '<outline type="link" text="x" url="https://wire.example/"/>', []],
  ['a page of a site', '<outline text="x" htmlUrl="https://wire.example/"/>', []],
  ['an empty address', '<outline type="rss" text="x" xmlUrl=""/>', []],
  ['an address of spaces', '<outline type="rss" text="x" xmlUrl="  "/>', []],
];

const lists = suite('lists of feeds');

for (const [what, body, right] of table) {
  lists(what, () => assert.equal(parseFeedList(opml(body)), right));
}

for (const text of [
  '<opml version="2.0"><body/></opml>',
  '<opml version="1.0"><head/><body></body></opml>',
  '<?xml version="1.0"?>\n<opml/>',
]) {
  lists(`an empty list: ${text}`, () => assert.equal(parseFeedList(text), []));
}

lists('the command says that a list has no feeds, and ends with 1', () => {
  const content = makeContent({});
  const file = path.join(makeFolder(), 'list.opml');
  for (const [, body] of table.filter(([, , right]) => right.length === 0).slice(0, 2)) {
    writeFileSync(file, opml(body));
    const { status, stderr } = runCli(['import', file, '--content', content]);
    assert.is(status, 1);
    assert.match(stderr, /list\.opml: it lists no feeds/);
  }
  const report = path.join(path.dirname(file), 'report.txt');
  writeFileSync(report, 'Port opens\n\nLARN, Jan 5 (Reuters) - The port of Larn opened again.\n');
  const beside = runCli(['import', file, report, '--date', '2024-01-06', '--content', content]);
  assert.is(beside.status, 1);
  assert.match(beside.stdout, /Port opens/);
});

lists.run();
