/** Compressed copies behind nginx and Caddy: sent as they lie there, with what caches need to know. */
import { readFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildContent, edit, rebuild } from '../support/build.ts';
import { articleFile, makeContent, siteYaml } from '../support/site.ts';
import { startCaddy, startNginx, type WebServer } from '../support/webServer.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Without what `fetch` does by itself: asking for codings and undoing them. */
function ask(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          bytes: Buffer.concat(parts),
        }),
      );
    }).on('error', reject);
  });
}

const kinds: readonly (readonly [address: string, file: string, type: RegExp])[] = [
  ['', 'index.html', /^text\/html; charset=utf-8$/i],
  ['2024/01/05/one/', '2024/01/05/one/index.html', /^text\/html; charset=utf-8$/i],
  ['style.css', 'style.css', /^text\/css; charset=utf-8$/i],
  ['main.js', 'main.js', /^(?:text|application)\/javascript(?:; charset=utf-8)?$/i],
  ['feed.xml', 'feed.xml', /^application\/xml; charset=utf-8$/],
  ['articles/atom.xml', 'articles/atom.xml', /^application\/atom\+xml; charset=utf-8$/],
  ['feed.json', 'feed.json', /^application\/feed\+json; charset=utf-8$/],
  ['feeds.opml', 'feeds.opml', /^text\/x-opml; charset=utf-8$/],
  ['data/articles.csv', 'data/articles.csv', /^text\/csv; charset=utf-8; header=present$/],
  ['assets/large.svg', 'assets/large.svg', /^image\/svg\+xml/],
];

for (const [server, start, base, sent] of [
  ['nginx', startNginx, '/', ['gzip']],
  ['nginx', startNginx, '/sub/path/', ['gzip']],
  ['Caddy', startCaddy, '/', ['gzip', 'br']],
  ['Caddy', startCaddy, '/sub/path/', ['gzip', 'br']],
] as const) {
  const test = suite(`compressed copies behind ${server} at ${base}`);
  const content = makeContent({
    'site.yaml': siteYaml('precompress: [gzip, br]\nexports: [csv]\n').replace(
      'test.example/',
      `test.example${base}`,
    ),
    'articles/2024-01-05-one.md': articleFile(
      'title: One\ndate: 2024-01-05\ntopics: [a]',
      'Words. '.repeat(300),
    ),
    'articles/2024-01-06-two.md': articleFile(
      'title: Two\ndate: 2024-01-06',
      'Words. '.repeat(300),
    ),
    ...Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => [
        `topics/${id}.md`,
        articleFile(`name: Topic ${id}`),
      ]),
    ),
    'assets/large.svg': `<svg xmlns="http://www.w3.org/2000/svg">${'<g/>'.repeat(500)}</svg>`,
  });
  const output = buildContent(content);
  const read = (file: string): Buffer => readFileSync(path.join(output, file));
  const endings = { gzip: '.gz', br: '.br' };
  let running: WebServer;
  const url = (address: string): string => running.origin + base + address;
  test.before(async () => {
    running = await start(content, output);
  });
  test.after(() => running.close());

  for (const [address, file, type] of kinds) {
    test(`/${address}: the copy's own bytes, its type, and tags that tell copies apart`, async () => {
      const plain = await ask(url(address), {});
      assert.is(plain.status, 200);
      assert.is(plain.headers['content-encoding'], undefined);
      assert.ok(plain.bytes.equals(read(file)));
      const tags = new Set([plain.headers.etag]);
      for (const coding of sent) {
        const { status, headers, bytes } = await ask(url(address), { 'Accept-Encoding': coding });
        assert.is(status, 200);
        assert.is(headers['content-encoding'], coding);
        assert.match(headers['content-type'] ?? '', type);
        assert.match(headers.vary ?? '', /\bAccept-Encoding\b/i);
        assert.ok(bytes.equals(read(file + endings[coding])), `${file} as ${coding}`);
        for (const name of ['content-security-policy', 'cache-control', 'x-content-type-options'])
          assert.is(headers[name], plain.headers[name], name);
        assert.ok(headers.etag);
        tags.add(headers.etag);
      }
      assert.is(tags.size, sent.length + 1);
    });
  }

  if (server === 'Caddy') {
    test('of two that a browser takes, the smaller is sent', async () => {
      const { headers } = await ask(url(''), { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
      assert.is(headers['content-encoding'], 'br');
    });
  }

  test('what is not there has the 404 page, for those who take a copy too', async () => {
    for (const coding of sent) {
      const { status, headers } = await ask(url('nowhere/'), { 'Accept-Encoding': coding });
      assert.is(status, 404);
      assert.match(headers['content-type'] ?? '', /^text\/html; charset=utf-8$/i);
    }
  });

  test('asked again after a rebuild, copies of what did not change are 304', async () => {
    const first = new Map<string, Answer>();
    const each = kinds.flatMap(([address, file]) =>
      sent.map((coding) => ({ address, file, coding, name: `${address} ${coding}` })),
    );
    for (const { address, coding, name } of each)
      first.set(name, await ask(url(address), { 'Accept-Encoding': coding }));
    edit(content, 'articles/2024-01-06-two.md', 'title: Two', 'title: Second');
    rebuild(content, output);
    let [same, changed] = [0, 0];
    for (const { address, file, coding, name } of each) {
      const before = first.get(name)!;
      const { status, headers, bytes } = await ask(url(address), {
        'Accept-Encoding': coding,
        'If-None-Match': before.headers.etag ?? '',
      });
      const copy = read(file + endings[coding]);
      if (copy.equals(before.bytes)) {
        assert.is(status, 304, name);
        assert.is(headers.etag, before.headers.etag, name);
        same += 1;
      } else {
        assert.is(status, 200, name);
        assert.ok(bytes.equals(copy), name);
        changed += 1;
      }
    }
    assert.ok(same >= 3 && changed >= 3, `${same} the same, ${changed} changed`);
  });

  test.run();
}
