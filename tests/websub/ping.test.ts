/** `dateline ping` against a hub of our own: what it is told, and what is remembered of it. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { edit, readOutput, rebuild } from '../support/build.ts';
import { runCliBeside, type CliResult } from '../support/cli.ts';
import { articleFile, makeContent, makeFolder, siteYaml } from '../support/site.ts';

interface Hub {
  readonly url: string;
  /** The fields of each request, as text of a form; a request of another kind is told apart. */
  readonly asked: string[];
  answer: (response: ServerResponse) => void;
  readonly server: Server;
}

const accept = (response: ServerResponse): void => void response.writeHead(204).end();

async function startHub(): Promise<Hub> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const kind = `${request.method ?? ''} ${request.headers['content-type'] ?? ''}`;
      const isForm = /^POST application\/x-www-form-urlencoded(?:;|$)/.test(kind);
      hub.asked.push(isForm ? body : kind);
      hub.answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the hub has no port');
  const hub: Hub = {
    url: `http://127.0.0.1:${address.port}/hub?site=1`,
    asked: [],
    answer: accept,
    server,
  };
  return hub;
}

const hub = await startHub();
const test = suite('ping');
const url = 'https://test.example/';
const formats = ['feed.xml', 'atom.xml', 'feed.json'];
const filesOf = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) => formats.map((file) => url + folder + file)).sort();

interface MadeSite {
  readonly content: string;
  /** Where commands run. */
  readonly folder: string;
}

/** A site that was built. */
function makeSite(): MadeSite {
  const folder = makeFolder();
  cpSync(built.folder, folder, { recursive: true });
  return { content: path.join(folder, 'content'), folder };
}

const built = buildSite(hub.url);

function buildSite(hubUrl: string): MadeSite {
  const content = makeContent({
    'site.yaml': siteYaml(`feed: {hub: '${hubUrl}', pairs: [{actor: Kim, topic: News}]}\n`),
    'topics/news.md': '---\nname: News\n---\n',
    'topics/other-اخبار.md': '---\nname: Other\n---\n',
    'actors/kim.md': '---\nname: Kim\ntype: person\n---\n',
    'articles/2024-01-05-one.md': articleFile(
      'title: One\ndate: 2024-01-05\ntopics: [News, Other]\nactors: [Kim]',
    ),
    'articles/2024-01-06-two.md': articleFile('title: Two\ndate: 2024-01-06\ntopics: [Other]'),
  });
  const site = { content, folder: path.dirname(content) };
  buildAgain(site);
  return site;
}

function buildAgain({ content, folder }: MadeSite): void {
  rebuild(content, path.join(folder, '_site'));
}

async function ping(folder: string, ...args: readonly string[]): Promise<CliResult> {
  hub.asked.length = 0;
  return runCliBeside(['ping', '--allow-local', ...args], folder);
}

/** The addresses that the hub was told, sorted; each request must be a whole one. */
function told(): readonly string[] {
  return hub.asked
    .map((body) => {
      const fields = new URLSearchParams(body);
      const address = fields.get('hub.url') ?? '';
      assert.equal(Object.fromEntries(fields), {
        'hub.mode': 'publish',
        'hub.url': address,
        'hub.topic': address,
      });
      return address;
    })
    .sort();
}

test.before.each(() => {
  hub.answer = accept;
});

test('every feed names its hub and itself, as WebSub wants', () => {
  const output = path.join(makeSite().folder, '_site');
  for (const folder of ['', 'articles/', 'topics/news/', 'actors/kim/topics/news/']) {
    const rss = parseRssFeed(readOutput(output, `${folder}feed.xml`)).atom?.links ?? [];
    const atom = parseAtomFeed(readOutput(output, `${folder}atom.xml`)).links ?? [];
    const json = parseJsonFeed(readOutput(output, `${folder}feed.json`));
    for (const [file, links] of [
      ['feed.xml', rss],
      ['atom.xml', atom],
    ] as const) {
      const of = (rel: string): readonly unknown[] =>
        links.filter((link) => link.rel === rel).map(({ href }) => href);
      assert.equal(of('hub'), [hub.url], folder + file);
      assert.equal(of('self'), [url + folder + file]);
    }
    assert.equal(json.hubs, [{ type: 'WebSub', url: hub.url }]);
    assert.is(json.feed_url, `${url}${folder}feed.json`);
  }
});

test('at first the hub is told of the site’s own feeds, then of nothing until one changes', async () => {
  const { folder } = makeSite();
  const first = await ping(folder);
  assert.equal([first.status, first.stderr], [0, '']);
  assert.equal(told(), filesOf('', 'articles/'));
  assert.match(first.stdout, 'of 6 feeds');
  const second = await ping(folder);
  assert.is(second.status, 0);
  assert.equal(told(), []);
  assert.match(second.stdout, /^no feed changed/);
});

test('after a build it is told of the feeds that changed, and of no other', async () => {
  const site = makeSite();
  await ping(site.folder);
  edit(site.content, 'articles/2024-01-06-two.md', 'title: Two', 'title: Second');
  buildAgain(site);
  await ping(site.folder);
  assert.equal(told(), filesOf('', 'articles/', encodeURI('topics/other-اخبار/')));
  edit(site.content, 'articles/2024-01-05-one.md', 'A first paragraph.', 'Another one.');
  buildAgain(site);
  const all = ['', 'articles/', 'topics/news/', encodeURI('topics/other-اخبار/'), 'actors/kim/'];
  await ping(site.folder);
  assert.equal(told(), filesOf(...all, 'actors/kim/topics/news/'));
});

test('feeds that are named are told, changed or not; others stay to be told', async () => {
  const site = makeSite();
  await ping(site.folder, '/topics/news/');
  assert.equal(told(), filesOf('topics/news/'));
  // That was no round from which the rest could be taken as known.
  await ping(site.folder);
  assert.equal(told(), filesOf('', 'articles/'));
  edit(site.content, 'articles/2024-01-06-two.md', 'title: Two', 'title: Second');
  buildAgain(site);
  await ping(site.folder, '/articles/atom.xml', '/topics/other-اخبار/feed.xml', `${url}feed.json`);
  assert.equal(told(), [
    `${url}articles/atom.xml`,
    `${url}feed.json`,
    `${url}${encodeURI('topics/other-اخبار/feed.xml')}`,
  ]);
  await ping(site.folder);
  assert.is(told().length, 6);
});

test('a hub that refuses: status 3, one line, and the next ping tries again', async () => {
  const { folder } = makeSite();
  hub.answer = (response) => void response.writeHead(503).end('come back later');
  const refused = await ping(folder);
  assert.is(refused.status, 3);
  assert.is(refused.stderr.trimEnd().split('\n').length, 1);
  assert.match(
    refused.stderr,
    /503 Service Unavailable, for https:\/\/test\.example\/.* and 5 more/,
  );
  hub.answer = accept;
  assert.is((await ping(folder)).status, 0);
  assert.equal(told(), filesOf('', 'articles/'));
});

test('of six pings one fails: the next ping tells of that one', async () => {
  const { folder } = makeSite();
  let count = 0;
  hub.answer = (response) => void response.writeHead(++count === 3 ? 429 : 202).end();
  const { status, stdout } = await ping(folder, '--json');
  assert.is(status, 3);
  const { failed, told: taken } = JSON.parse(stdout) as { failed: string[]; told: string[] };
  assert.equal([failed.length, taken.length], [1, 5]);
  hub.answer = accept;
  await ping(folder);
  assert.equal(told(), failed);
});

test('a redirect is no yes', async () => {
  const { folder } = makeSite();
  hub.answer = (response) => void response.writeHead(301, { location: '/elsewhere' }).end();
  const { status, stderr } = await ping(folder);
  assert.is(status, 3);
  assert.match(stderr, '301 Moved Permanently, and points to /elsewhere');
});

test('a hub that says nothing is given up after the time that was given', async () => {
  const { folder } = makeSite();
  hub.answer = () => undefined;
  const { status, stderr } = await ping(folder, '--timeout', '0.3', '/feed.xml');
  assert.is(status, 3);
  assert.match(stderr, 'no answer within 0.3 s');
});

test('a hub that is not there', async () => {
  const { folder } = buildSite('http://127.0.0.1:9/');
  const { status, stderr } = await ping(folder);
  assert.is(status, 3);
  assert.match(stderr, /can't be reached \(.+\), for/);
});

test('a hub on this machine is asked where that is allowed: else status 2', async () => {
  const { folder } = makeSite();
  hub.asked.length = 0;
  const { status, stderr } = await runCliBeside(['ping'], folder);
  assert.is(status, 2);
  assert.match(
    stderr,
    /^dateline: the hub is not asked: 127\.0\.0\.1 .*--allow-local.* and 5 more\n$/,
  );
  assert.equal(hub.asked, []);
  assert.is((await ping(folder)).status, 0);
  assert.is(told().length, 6);
});

test('another hub knows nothing yet', async () => {
  const site = makeSite();
  await ping(site.folder);
  edit(site.content, 'site.yaml', '?site=1', '?site=2');
  buildAgain(site);
  await ping(site.folder);
  assert.equal(told(), filesOf('', 'articles/'));
});

test('a record that is broken is as none', async () => {
  const { folder } = makeSite();
  const record = path.join(folder, '.cache/ping.json');
  await ping(folder);
  assert.ok(existsSync(record));
  for (const text of ['{', 'null', '{"hub":1}']) {
    writeFileSync(record, text);
    assert.is((await ping(folder)).status, 0);
    assert.equal(told(), filesOf('', 'articles/'));
    const [, json = ''] = readFileSync(record, 'utf8').split(/\n(.*)/s);
    assert.is((JSON.parse(json) as { hub: string }).hub, hub.url);
  }
});

const mistakes: readonly (readonly [
  name: string,
  make: () => MadeSite,
  args: readonly string[],
  status: number,
  message: RegExp,
])[] = [
  ['a page without a feed', makeSite, ['/archive/'], 2, /\/archive\/ is no feed/],
  ['a month of a feed', makeSite, ['/articles/2024/01/feed.xml'], 2, /is no feed/],
  ['an address elsewhere', makeSite, ['https://other.example/feed.xml'], 2, /is no feed/],
  ['no output', makeSite, ['--output', 'nowhere'], 2, /nowhere is no whole site/],
  ['half an output', makeHalf, [], 2, /_site is no whole site/],
  ['an output of another address', makeMoved, [], 2, /another address/],
  ['a site.yaml with an error', makeBad, [], 1, /bad-zone/],
];

function makeHalf(): MadeSite {
  const site = makeSite();
  rmSync(path.join(site.folder, '_site/articles/atom.xml'));
  return site;
}

function makeMoved(): MadeSite {
  const site = makeSite();
  edit(site.content, 'site.yaml', 'https://test.example/', 'https://test.example/sub/');
  return site;
}

function makeBad(): MadeSite {
  const site = makeSite();
  edit(site.content, 'site.yaml', 'zone: UTC', 'zone: Nowhere');
  return site;
}

for (const [name, make, args, status, message] of mistakes) {
  test(`${name}: status ${status}, and the hub is told nothing`, async () => {
    const result = await ping(make().folder, ...args);
    assert.is(result.status, status, result.stderr);
    assert.match(result.stderr, message);
    assert.equal(told(), []);
  });
}

test.after(() => {
  hub.server.closeAllConnections();
  hub.server.close();
});

test.run();
