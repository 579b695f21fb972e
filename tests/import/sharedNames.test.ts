/** Items of an archive that share what others are known by: none is lost without a word. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import { formatPosts } from '../../src/import/formatPosts.ts';
import { importItems } from '../../src/import/importItems.ts';
import { parseWxr, type WxrContent } from '../../src/import/parseWxr.ts';
import { readPosts } from '../../src/import/readPosts.ts';
import { makeContent, makeFolder } from '../support/site.ts';

const reference = { day: '2024-03-03' as Day, isGiven: true };

interface Item {
  readonly title: string;
  readonly guid?: string;
  readonly id?: string;
  readonly link?: string;
  readonly type?: string;
  readonly status?: string;
}

function wxrOf(items: readonly Item[]): WxrContent {
  const element = (name: string, text: string | undefined): string =>
    text === undefined ? '' : `<${name}>${text}</${name}>`;
  const nodes = items.map(
    ({ title, guid, id, link, type = 'post', status = 'publish' }) =>
      `<item>${element('title', title)}${element('link', link)}${element('guid', guid)}${element('wp:post_id', id)}<wp:post_date>2024-01-05 09:00:00</wp:post_date><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type><content:encoded>Calm.</content:encoded></item>`,
  );
  return parseWxr(
    `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://old.example</link>${nodes.join('')}</channel></rss>`,
    reference,
  );
}

interface SharedCase {
  readonly what: string;
  readonly items: readonly Item[];
  readonly written: readonly string[];
  /** Titles that only the report has. */
  readonly told: readonly string[];
}

const at = 'https://old.example/';
const table: readonly SharedCase[] = [
  {
    what: 'one guid, two numbers',
    items: [
      { title: 'Port opens', guid: at, id: '1' },
      { title: 'Port closes', guid: at, id: '2' },
    ],
    written: ['Port opens', 'Port closes'],
    told: [],
  },
  {
    what: 'one guid, no numbers',
    items: [
      { title: 'Port opens', guid: at },
      { title: 'Port closes', guid: at },
    ],
    written: ['Port opens', 'Port closes'],
    told: [],
  },
  {
    what: 'one guid three times, the newest first',
    items: [
      { title: 'Third', guid: at, id: '30' },
      { title: 'First', guid: at, id: '4' },
      { title: 'Second', guid: at, id: '20' },
    ],
    written: ['Third', 'First', 'Second'],
    told: [],
  },
  {
    what: 'one link, two guids',
    items: [
      { title: 'Port opens', guid: 'a', link: `${at}port/` },
      { title: 'Port closes', guid: 'b', link: `${at}port/` },
    ],
    written: ['Port opens', 'Port closes'],
    told: [],
  },
  {
    what: 'one link, no guid',
    items: [
      { title: 'Port opens', link: `${at}port/` },
      { title: 'Port closes', link: `${at}port/` },
    ],
    written: ['Port opens', 'Port closes'],
    told: [],
  },
  {
    what: 'one title and text, two guids',
    items: [
      { title: 'Port opens', guid: 'a' },
      { title: 'Port opens', guid: 'b' },
    ],
    written: ['Port opens', 'Port opens'],
    told: [],
  },
  {
    what: 'the same item twice',
    items: [
      { title: 'Port opens', guid: 'a', id: '1' },
      { title: 'Port opens', guid: 'a', id: '1' },
      { title: 'Port opens', guid: 'a', id: '1' },
    ],
    written: ['Port opens'],
    told: ['Port opens'],
  },
  {
    what: 'a picture has the guid',
    items: [
      { title: 'Pier', guid: 'a', type: 'attachment' },
      { title: 'Port opens', guid: 'a' },
    ],
    written: ['Port opens'],
    told: [],
  },
  {
    what: 'other types and states',
    items: [
      { title: 'Port opens', guid: 'a' },
      { title: 'Harbour feast', guid: 'b', type: 'event' },
      { title: 'Old pier', guid: 'c', status: 'trash' },
    ],
    written: ['Port opens'],
    told: ['Harbour feast', 'Old pier'],
  },
];

const shared = suite('what items of an archive share');

for (const { what, items, written, told } of table) {
  shared(what, () => {
    const content = makeContent({});
    const read = wxrOf(items);
    const first = importItems(content, read.items, []).items;
    const titles = first.flatMap((each) =>
      each.kind === 'written' ? [each.draft.item.title] : [],
    );
    assert.equal(titles, written);
    const report = formatPosts(first, read);
    for (const title of told) assert.ok(report.includes(`"${title}"`), report);
    const again = importItems(content, wxrOf(items.toReversed()).items, []).items;
    assert.ok(again.every(({ kind }) => kind === 'known'));
  });
}

shared('files whose paths end alike are all taken', () => {
  const root = makeFolder();
  for (const language of ['de', 'en', 'fr']) {
    const folder = path.join(root, language, 'posts/2024/01');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'index.md'),
      `---\ntitle: ${language}\ndate: 2024-01-05\n---\nCalm.\n`,
    );
  }
  const content = makeContent({});
  const { items } = importItems(content, readPosts(root, reference).items, []);
  assert.equal(
    items.map(({ kind }) => kind),
    ['written', 'written', 'written'],
  );
});

shared.run();
