/** Pages and feeds from a server of this machine, friendly and hostile. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Day } from '../../src/dates/day.ts';
import type { FeedState } from '../../src/import/feedState.ts';
import { usualLimits } from '../../src/import/fetchUrl.ts';
import { gatherItems, type Gathered } from '../../src/import/gatherItems.ts';
import { importItems } from '../../src/import/importItems.ts';
import { loadSite } from '../../src/load/loadSite.ts';
import { runCliBeside, type CliResult } from '../support/cli.ts';
import { makeContent, testNow } from '../support/site.ts';
import { hashTree, listFiles } from '../support/tree.ts';

const prose =
  'The harbour of Larn opened a new pier for ferries, the port authority told a meeting of residents. ';
const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Pier opens | Larn Post</title>
<link rel="canonical" href="/news/pier">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"New pier opens in Larn","datePublished":"2024-02-01T09:30:00+01:00","dateModified":"2024-02-01T11:00:00+01:00","author":[{"@type":"Person","name":"Jane Doe"}],"publisher":{"@type":"Organization","name":"Larn Post"}}]}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>New pier opens in Larn</h1>
<p>LARN (Reuters) - ${prose}</p><p>${prose} See the <a href="/plan">plan</a> or <a href="javascript:alert(1)">this</a>: 3 * 4 &lt;b&gt; [x](y).</p><ul><li>${prose}</li></ul><script>alert(1)</script><img src="https://tracker.example/x.gif" alt="">
<p>${prose.repeat(3)}</p><p>Source: Reuters</p></article></body></html>`;

const rss = (
  link: string,
): string => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Larn Wire</title><link>https://wire.example/</link><description>x</description><language>en</language>
<item><title>First &amp; last</title><link>${link}/1</link><pubDate>Fri, 05 Jan 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>LARN: It <b>rained</b>.</p>]]></content:encoded></item>
<item><title>Second</title><link>${link}/2</link><pubDate>Sat, 06 Jan 2024 10:00:00 GMT</pubDate><description>It was dry.</description></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom Wire</title><id>urn:x</id><updated>2024-01-05T00:00:00Z</updated><entry><title>Third</title><id>urn:y</id><link href="https://atom.example/3"/><published>2024-01-07T00:00:00Z</published><updated>2024-01-07T00:00:00Z</updated><content type="html">&lt;p&gt;Fog.&lt;/p&gt;</content></entry></feed>`;
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'JSON Wire',
  items: [
    {
      id: '4',
      url: 'https://json.example/4',
      title: 'Fourth',
      content_text: 'Wind.',
      date_published: '2024-01-08T00:00:00Z',
    },
  ],
});
const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&a11;</title></channel></rss>`;

let asked = 0;
const replies: Readonly<
  Record<string, (request: IncomingMessage, response: ServerResponse) => void>
> = {
  '/page': (_, response) => send(response, page, 'text/html'),
  '/latin': (_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=iso-8859-1');
    response.end(
      Buffer.from(
        page.replaceAll('ferries', 'f\u00e9rries').replace('<meta charset="utf-8">', ''),
        'latin1',
      ),
    );
  },
  '/rss.xml': (request, response) => {
    asked++;
    if (request.headers['if-none-match'] === '"one"') {
      response.statusCode = 304;
      response.end();
      return;
    }
    response.setHeader('ETag', '"one"');
    send(response, rss('https://wire.example'), 'application/rss+xml');
  },
  '/atom.xml': (_, response) => send(response, atom, 'application/atom+xml'),
  '/feed.json': (_, response) => send(response, jsonFeed, 'application/feed+json'),
  '/list.opml': (_, response) =>
    send(
      response,
      `<opml version="2.0"><head><title>x</title></head><body><outline text="all">${['/rss.xml', '/missing', '/bomb', '/atom.xml'].map((name) => `<outline type="rss" text="x" xmlUrl="${base}${name}"/>`).join('')}<outline type="rss" text="x" xmlUrl="/etc/passwd"/></outline></body></opml>`,
      'text/x-opml',
    ),
  '/large': (_, response) => {
    response.setHeader('Content-Type', 'text/html');
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    let sent = 0;
    const more = (): void => {
      while (sent < 100 && !response.destroyed) {
        sent++;
        if (!response.write(chunk)) {
          response.once('drain', more);
          return;
        }
      }
      response.end();
    };
    more();
  },
  '/endless': (_, response) => {
    const timer = setInterval(() => response.write('<p>more</p>'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/redirect': (_, response) => {
    response.statusCode = 302;
    response.setHeader('Location', '/redirect');
    response.end();
  },
  '/to-file': (_, response) => {
    response.statusCode = 302;
    response.setHeader('Location', 'file:///etc/passwd');
    response.end();
  },
  '/deep': (_, response) =>
    send(response, `<!doctype html><html><body>${'<div>'.repeat(100_000)}x`, 'text/html'),
  '/deep-formatting': (_, response) =>
    send(response, `<!doctype html><html><body>${'<p><b><i>'.repeat(33_000)}x`, 'text/html'),
  '/bomb': (_, response) => send(response, bomb, 'application/xml'),
  '/zip-bomb': (_, response) => {
    response.setHeader('Content-Encoding', 'gzip');
    response.end(gzipSync(Buffer.alloc(50 * 1024 * 1024, 'a')));
  },
  '/binary': (_, response) => response.end(Buffer.from([0xff, 0, 1, 2, 0, 0])),
  '/empty': (_, response) => response.end(),
};

function send(response: ServerResponse, text: string, type: string): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.end(text);
}

const server = createServer((request, response) => {
  const reply = replies[request.url ?? ''];
  if (reply !== undefined) {
    reply(request, response);
    return;
  }
  response.statusCode = 404;
  response.end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function gather(
  inputs: readonly string[],
  state: FeedState = new Map(),
  allowLocal = true,
  known = false,
): Promise<Gathered> {
  const reference = { day: '2024-03-03' as Day, isGiven: true };
  return gatherItems(inputs, { reference, limits: { ...usualLimits, allowLocal }, state, known });
}

const pages = suite('pages');

pages('what the page says of itself is read, and the text is safe Markdown', async () => {
  const { items, problems } = await gather([`${base}/page`]);
  assert.equal(problems, []);
  const [item] = items;
  assert.is(item?.title, 'New pier opens in Larn');
  assert.equal(item?.date, { value: '2024-02-01T09:30:00+01:00', guess: null });
  assert.is(item?.updated, '2024-02-01T11:00:00+01:00');
  assert.is(item?.url, `${base}/news/pier`);
  assert.is(item?.language?.value, 'en-GB');
  assert.is(item?.dateline?.value, 'LARN');
  assert.equal(item?.authors, [{ value: 'Jane Doe', guess: null }]);
  assert.equal(
    item?.sources.map(({ name, url }) => [name, url]),
    [
      ['Larn Post', `${base}/news/pier`],
      ['Reuters', null],
    ],
  );
  assert.match(item?.body ?? '', /^The harbour of Larn/);
  assert.ok(item?.body.includes(`[plan](${base}/plan)`));
  for (const word of ['javascript', 'alert', 'tracker', 'Source:', '(Reuters)']) {
    assert.not.ok(item?.body.includes(word), word);
  }
  assert.ok(item?.body.includes(String.raw`3 \* 4 \<b> [x\](y)`), item?.body);
});

pages('another encoding is read as the server names it', async () => {
  const { items } = await gather([`${base}/latin`]);
  assert.match(items[0]?.body ?? '', 'f\u00e9rries');
});

pages('a page is imported once, and its draft has no errors', async () => {
  const content = makeContent({});
  const { items } = await gather([`${base}/page`]);
  assert.is(importItems(content, items, []).items[0]?.kind, 'written');
  assert.is(importItems(content, [{ ...items[0]!, hash: 'changed' }], []).items[0]?.kind, 'known');
  const { site, diagnostics } = loadSite({ content, now: testNow, drafts: true });
  assert.equal(diagnostics, []);
  assert.is(site?.articles.length, 1);
});

pages.run();

const feeds = suite('feeds');

feeds('RSS, Atom and JSON Feed give an item an entry', async () => {
  const { items, problems } = await gather([
    `${base}/rss.xml`,
    `${base}/atom.xml`,
    `${base}/feed.json`,
  ]);
  assert.equal(problems, []);
  assert.equal(
    items.map(({ title, url, date, body }) => [title, url, date.value, body]),
    [
      ['First & last', 'https://wire.example/1', '2024-01-05T10:00:00Z', 'It **rained**.'],
      ['Second', 'https://wire.example/2', '2024-01-06T10:00:00Z', 'It was dry.'],
      ['Third', 'https://atom.example/3', '2024-01-07T00:00:00Z', 'Fog.'],
      ['Fourth', 'https://json.example/4', '2024-01-08T00:00:00Z', 'Wind.'],
    ],
  );
  assert.is(items[0]?.dateline?.value, 'LARN');
});

feeds('what has not changed is not sent again', async () => {
  const state: FeedState = new Map();
  const before = asked;
  assert.is((await gather([`${base}/rss.xml`], state)).items.length, 2);
  const { items, unchanged } = await gather([`${base}/rss.xml`], state);
  assert.equal([items.length, unchanged.length, asked - before], [0, 1, 2]);
  // For --create, whose names may stand in what was imported before.
  assert.is((await gather([`${base}/rss.xml`], state, true, true)).items.length, 2);
});

feeds('of a list, those that are broken stop no other, and no file is read', async () => {
  const { items, problems } = await gather([`${base}/list.opml`]);
  assert.equal(
    items.map(({ title }) => title),
    ['First & last', 'Second', 'Third'],
  );
  assert.is(problems.length, 3);
});

feeds.run();

const hostile = suite('hostile');

const hostileCases: readonly (readonly [path: string, message: RegExp])[] = [
  ['/large', /larger than 8 MiB/],
  ['/endless', /longer than 8 s/],
  ['/silent', /longer than 8 s/],
  ['/redirect', /redirects more than 5/],
  ['/to-file', /file: addresses/],
  ['/deep', /nested more than/],
  ['/deep-formatting', /nested more than/],
  ['/bomb', /entities/],
  ['/zip-bomb', /larger than 8 MiB/],
  ['/binary', /no text/],
  ['/empty', /no headline/],
  ['/missing', /status 404/],
];
for (const [address, message] of hostileCases) {
  hostile(`${address}: refused within ten seconds`, async () => {
    const started = performance.now();
    const { items, problems } = await gather([base + address]);
    assert.ok(performance.now() - started < 10_000);
    assert.equal(items, []);
    assert.match(problems[0]?.message ?? '', message);
  });
}

hostile('a refused import leaves content and cache as they were, byte for byte', async () => {
  const content = makeContent({});
  const folder = path.dirname(content);
  const importAll = (paths: readonly string[]): Promise<CliResult> =>
    runCliBeside(['import', '--allow-local', ...paths.map((each) => base + each)], folder);
  // So that there are drafts, what servers said of feeds, and what imports remember.
  assert.is((await importAll(['/rss.xml'])).status, 0);
  const before = hashTree(folder);
  assert.ok(listFiles(folder).some((file) => file.startsWith('.cache/import/')));
  const paths = hostileCases.map(([each]) => each);
  const slow = ['/silent'];
  const results = await Promise.all([
    importAll(paths.filter((each) => !slow.includes(each))),
    importAll(slow),
  ]);
  assert.equal(
    results.map(({ status, stdout }) => [status, stdout]),
    [
      [2, ''],
      [2, ''],
    ],
  );
  const told = results.flatMap(({ stderr }) => stderr.trimEnd().split('\n'));
  assert.is(told.length, hostileCases.length, told.join('\n'));
  assert.is(hashTree(folder), before);
});

hostile(
  'a host that nobody knows is a problem of its own address, and stops no other',
  async () => {
    // A name of RFC 2606, which no server of names has.
    const { items, problems } = await gather(['http://nowhere.invalid/', `${base}/page`]);
    assert.is(items.length, 1);
    assert.is(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /can't be reached/);
  },
);

hostile('addresses of this machine and its network are refused, by name too', async () => {
  const { port } = server.address() as AddressInfo;
  const inputs = [
    `${base}/page`,
    `http://localhost:${port}/page`,
    `http://[::ffff:127.0.0.1]:${port}/page`,
    `http://0x7f.1:${port}/page`,
    'http://169.254.169.254/latest/',
    'file:///etc/passwd',
    'gopher://x.example/',
  ];
  const { items, problems } = await gather(inputs, new Map(), false);
  assert.equal(items, []);
  assert.is(problems.length, inputs.length);
  for (const { message } of problems) assert.match(message, /this machine|addresses are not taken/);
});

hostile.after(() => {
  server.closeAllConnections();
  server.close();
});

hostile.run();
