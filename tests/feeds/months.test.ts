/** The feeds of the site and of all items, read back month by month (RFC 5005), and what a change touches. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planFeeds } from '../../src/feeds/feedFiles.ts';
import { edit, loadContent, sampleContent, textOf } from '../support/build.ts';
import { expectFeeds, expectMonths } from '../support/expectedFeeds.ts';
import { articleFile, makeContent, root, siteYaml } from '../support/site.ts';

interface Document {
  readonly ids: readonly string[];
  /** Addresses by relation. */
  readonly links: Readonly<Record<string, string>>;
  readonly isArchive: boolean;
}

function toLinks(
  links: readonly { rel?: string | undefined; href?: string | undefined }[] = [],
): Readonly<Record<string, string>> {
  return Object.fromEntries(links.map(({ rel, href }) => [rel ?? '', href ?? '']));
}

/** Elements that the parsers leave out are looked for in the text. */
const hasMark = (text: string): boolean =>
  /<fh:archive\/>/.test(text) &&
  text.includes('xmlns:fh="http://purl.org/syndication/history/1.0"');

const readers: Readonly<Record<string, (text: string) => Document>> = {
  'feed.xml': (text) => {
    const feed = parseRssFeed(text);
    return {
      ids: (feed.items ?? []).map((item) => item.guid?.value ?? ''),
      links: toLinks(feed.atom?.links),
      isArchive: hasMark(text),
    };
  },
  'atom.xml': (text) => {
    const feed = parseAtomFeed(text);
    return {
      ids: (feed.entries ?? []).map((entry) => entry.id ?? ''),
      links: toLinks(feed.links),
      isArchive: hasMark(text),
    };
  },
  'feed.json': (text) => {
    const feed = parseJsonFeed(text);
    return {
      ids: (feed.items ?? []).map((item) => item.id ?? ''),
      links: feed.next_url === undefined ? {} : { next: feed.next_url },
      isArchive: false,
    };
  },
};

/** The text of each feed file by its address. */
function readAll(content: string): ReadonlyMap<string, string> {
  const site = loadContent(content);
  const { origin, base } = site.config.address;
  return new Map(
    planFeeds(site).map((file) => [origin + base + encodeURI(file.path), textOf(file)]),
  );
}

/** All documents from one on, by a relation. */
function follow(
  files: ReadonlyMap<string, string>,
  start: string,
  rel: string,
  read: (text: string) => Document,
): readonly (Document & { readonly address: string })[] {
  const passed: (Document & { address: string })[] = [];
  for (let address: string | undefined = start; address !== undefined;) {
    const text = files.get(address);
    if (text === undefined) throw new Error(`nothing is at ${address}`);
    if (passed.some((each) => each.address === address)) throw new Error(`a circle at ${address}`);
    const document = read(text);
    passed.push({ ...document, address });
    address = document.links[rel];
  }
  return passed;
}

const sites = [
  {
    name: 'hard',
    content: path.join(root, 'tests/sites/hard/content'),
    url: 'https://host.example/sub/path/',
    offset: '+05:30',
  },
  { name: 'sample', content: sampleContent, url: 'https://dateline.example/', offset: 'Z' },
  { name: 'made', content: makeMonths(), url: 'https://test.example/', offset: 'Z' },
];

/** Three months; the newest has more items than the feed. */
function makeMonths(): string {
  const days = ['2023-11-30', '2023-12-01', '2024-02-01', '2024-02-02', '2024-02-03'];
  return makeContent({
    'site.yaml': siteYaml('feed: {items: 2}\n'),
    'briefings/2024-01-15.md': '---\ndate: 2024-01-15\n---\n\nA day without items.\n',
    ...Object.fromEntries(
      days.map((day) => [`articles/${day}-one.md`, articleFile(`title: On ${day}\ndate: ${day}`)]),
    ),
  });
}

const test = suite('months of feeds');

for (const { name, content, url, offset } of sites) {
  const files = readAll(content);
  const site = loadContent(content);
  const newestOf = new Map(
    expectFeeds(site, url, offset).map(({ folder, entries }) => [folder, entries]),
  );
  for (const feed of ['', 'articles/'] as const) {
    const months = expectMonths(feed, site, url, offset);
    const all = months.toReversed().flatMap(({ entries }) => entries.map(({ id }) => id));
    const closed = months.slice(0, -1).map(({ folder }) => folder);

    for (const [file, read] of Object.entries(readers)) {
      const at = (folder: string): string => url + encodeURI(folder) + file;

      test(`${name}: /${feed}${file} leads on to every entry, page by page`, () => {
        const pages = follow(files, at(feed), 'next', read);
        assert.equal(
          pages[0]?.ids,
          newestOf.get(feed)?.map(({ id }) => id),
        );
        // A page may say again what the one before it said, and none says it twice.
        assert.equal([...new Set(pages.flatMap(({ ids }) => ids))], all);
        for (const { ids } of pages) assert.is(new Set(ids).size, ids.length);
      });

      test(`${name}: each month of /${feed}${file} has its entries, newest first`, () => {
        for (const { folder, entries } of months) {
          const { ids } = read(files.get(at(folder)) ?? '');
          assert.equal(
            ids,
            entries.map(({ id }) => id),
            folder,
          );
        }
      });

      if (file === 'feed.json') continue;

      test(`${name}: /${feed}${file} leads through its archives and back`, () => {
        const chain = follow(files, at(feed), 'prev-archive', read);
        assert.equal([...new Set(chain.flatMap(({ ids }) => ids))], all);
        // The newest month is passed over where the feed has all of it.
        const newest = months.at(-1);
        const shown = new Set(chain[0]?.ids);
        const isWhole = newest?.entries.every(({ id }) => shown.has(id)) ?? true;
        assert.equal(
          chain.slice(1).map(({ address }) => address),
          (isWhole ? closed : months.map(({ folder }) => folder)).map(at).reverse(),
        );
        for (const [index, { folder }] of months.entries()) {
          const { links, isArchive } = read(files.get(at(folder)) ?? '');
          const isClosed = index < months.length - 1;
          assert.is(isArchive, isClosed, folder);
          assert.is(links['self'], at(folder));
          assert.is(links['current'], at(feed));
          assert.is(links['next-archive'], isClosed ? at(months[index + 1]!.folder) : undefined);
          assert.is(links['hub'], undefined, 'nobody need watch what does not change');
        }
        assert.is(read(files.get(at(feed)) ?? '').isArchive, false);
      });
    }
  }
}

test('a month has the id of its feed, and leads to the page of the month', () => {
  const files = readAll(makeMonths());
  const whole = parseAtomFeed(files.get('https://test.example/articles/atom.xml') ?? '');
  const month = parseAtomFeed(files.get('https://test.example/articles/2023/12/atom.xml') ?? '');
  assert.is(month.id, whole.id);
  assert.is(
    month.links?.find(({ rel }) => rel === 'alternate')?.href,
    'https://test.example/2023/12/',
  );
});

/** What is different between two readings; what is new has a plus. */
function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const changed = [...after].filter(([address, text]) => before.get(address) !== text);
  const gone = [...before.keys()].filter((address) => !after.has(address));
  return [
    ...changed.map(([address]) => (before.has(address) ? address : `+${address}`)),
    ...gone.map((address) => `-${address}`),
  ]
    .map((address) => address.replace('https://test.example', ''))
    .filter((address) => address.endsWith('atom.xml'))
    .sort();
}

function addArticle(content: string, day: string): void {
  const file = path.join(content, `articles/${day}-new.md`);
  writeFileSync(file, articleFile(`title: New\ndate: ${day}`));
}

const changes: readonly (readonly [
  name: string,
  change: (content: string) => void,
  expected: readonly string[],
])[] = [
  [
    'an item of the newest month changes that month',
    (content) => addArticle(content, '2024-02-03'),
    ['/2024/02/atom.xml', '/articles/2024/02/atom.xml', '/articles/atom.xml', '/atom.xml'],
  ],
  [
    'the first item of a new month adds one, and touches no closed month',
    (content) => addArticle(content, '2024-03-01'),
    [
      '+/2024/03/atom.xml',
      '+/articles/2024/03/atom.xml',
      '/2024/02/atom.xml',
      '/articles/2024/02/atom.xml',
      '/articles/atom.xml',
      '/atom.xml',
    ],
  ],
  [
    'a correction changes the month in which the item stands, and no date of publication',
    (content) =>
      edit(
        content,
        'articles/2023-12-01-one.md',
        'date: 2023-12-01\n',
        'date: 2023-12-01\ncorrections: [{date: 2024-02-05, text: Not so.}]\n',
      ),
    ['/2023/12/atom.xml', '/articles/2023/12/atom.xml'],
  ],
  [
    'a late item of a month without one changes its neighbours',
    (content) => addArticle(content, '2023-10-10'),
    [
      '+/2023/10/atom.xml',
      '+/articles/2023/10/atom.xml',
      '/2023/11/atom.xml',
      '/articles/2023/11/atom.xml',
    ],
  ],
];

for (const [name, change, expected] of changes) {
  test(name, () => {
    const content = makeMonths();
    const before = readAll(content);
    change(content);
    assert.equal(differences(before, readAll(content)), expected);
  });
}

test('archives: false leaves them out, and no feed leads to one', () => {
  const content = makeMonths();
  edit(content, 'site.yaml', 'feed: {items: 2}', 'feed: {items: 2, archives: false}');
  const files = readAll(content);
  assert.equal(
    [...files.keys()].filter((address) => /\/\d{4}\//.test(address)),
    [],
  );
  for (const [address, text] of files) assert.not.match(text, /archive|next_url|"next"/, address);
});

test.run();
