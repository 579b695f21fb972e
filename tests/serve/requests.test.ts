/** What the development server makes of requests that no page of its own sends. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createHandlers } from '../../src/serve/handlers.ts';
import { listen } from '../../src/serve/listen.ts';
import { Preview } from '../../src/serve/preview.ts';
import { Reloader } from '../../src/serve/reload.ts';
import { testNow } from '../support/site.ts';
import { ask, exchange, handshake, openHalf, parseAnswers } from '../support/rawHttp.ts';
import { outsideMark, serveSite, type ServedSite } from '../support/servedSite.ts';
import { findFreePort } from '../support/serving.ts';
import { testKey } from '../support/key.ts';

const test = suite('requests to the development server');
let site: ServedSite;
let below: ServedSite;

test.before(async () => {
  [site, below] = await Promise.all([serveSite(), serveSite({ base: '/sub/' })]);
});
test.after(async () => {
  await Promise.all([site.close(), below.close()]);
});
test.after.each(async () => {
  assert.is((await ask(site.port, 'GET / HTTP/1.1')).status, 200, 'the server lives');
  assert.equal([...site.faults, ...below.faults], []);
});

const targets: readonly (readonly [target: string, status: number])[] = [
  // Wrong escapes, and bytes that are no UTF-8.
  ...['/%', '/%f', '/%ff', '/%zz', '/%c0%af', '/%ed%a0%80', '/a/%', '/%/a'].map(bad),
  // What is no path.
  ...['*', '**', 'http://localhost/', 'http://other.example/', '/#a', '/?a#b'].map(bad),
  // Ways out of the folder.
  ...['/..', '/../', '/../outside.txt', '/a/../..', '/./', '/.', '//..//outside.txt'].map(bad),
  ...['/%2e%2e/outside.txt', '/.%2e/outside.txt', '/%2E%2E', '/..%2foutside.txt'].map(bad),
  ...['/..%5coutside.txt', '/..\\outside.txt', '/a%2fb', '/%2fetc%2fpasswd', '/a%5cb'].map(bad),
  ...['/%00', '/index.html%00', '/index.html%00.txt', '/%0d%0aX:%20y', '/%7f', '/%c2%85'].map(bad),
  // What is there and is not of the site.
  ...['/link.txt', '/relative.txt', '/folder/', '/folder', '/folder/index.html'].map(missing),
  ...['/linked/outside.txt', '/linked/', '/sibling/', '/sibling', '/sibling/index.html'].map(
    missing,
  ),
  ...['/root/etc/passwd', '/root/', '/dangling', '/loop', '/loop/a', '/pipe'].map(missing),
  ...['/.dateline', '/.hidden', '/.git/config', '/%2egit/config', '/one.txt~'].map(missing),
  // What leads nowhere.
  ...['//', '//other.example/', '//other.example', '/2024//01/', '/index.html/', '/a;b'].map(
    missing,
  ),
  ...['/index.html/a', '/%25', '/...', '/%EF%BC%8E%EF%BC%8E/outside.txt', '/~root/'].map(missing),
  ...[`/${'a'.repeat(300)}`, `/${'a/'.repeat(3000)}`, `/${'%C3%A9'.repeat(200)}/`].map(missing),
  ...['/2024/01/06/draft/', '/constructor', '/__proto__/', '/%7B%7B7*7%7D%7D'].map(missing),
  // What is of the site.
  ['/', 200],
  ['/index.html', 200],
  ['/?a=%&b', 200],
  ['/2024/01/05/one/', 200],
  ['/%32024/01/05/one/', 200],
  ['/digits.txt', 200],
  ['/inside.txt', 200],
  ['/.well-known/security.txt', 200],
  ['/2024/01/05/one', 301],
  ['/2024/01/05/one?a', 301],
];

function bad(target: string): readonly [string, number] {
  return [target, 400];
}

function missing(target: string): readonly [string, number] {
  return [target, 404];
}

test('malformed targets are refused, and no path leads out of the site', async () => {
  execFileSync('mkfifo', [path.join(site.output, 'pipe')]);
  for (const [target, status] of targets) {
    for (const method of ['GET', 'HEAD']) {
      const line = `${method} ${target} HTTP/1.1`;
      const answer = await ask(site.port, line);
      assert.is(answer.status, status, line.slice(0, 80));
      assert.not(answer.body.includes(outsideMark), line);
    }
  }
});

test('a path that lacks its last slash redirects within the site', async () => {
  const rows = [
    [site, '/2024/01/05/one', '/2024/01/05/one/'],
    [site, '/2024/01/05/one?a=b', '/2024/01/05/one/?a=b'],
    [site, '/%32024', '/2024/'],
    [below, '/', '/sub/'],
    [below, '/sub', '/sub/'],
    [below, '/sub?a', '/sub/?a'],
    [below, '/sub/2024', '/sub/2024/'],
  ] as const;
  for (const [{ port }, target, location] of rows) {
    const { headers } = await ask(port, `GET ${target} HTTP/1.1`);
    assert.is(headers.get('location'), location, target);
  }
});

test('the base path is compared name by name', async () => {
  const rows = [
    ['/sub/', 200],
    ['/s%75b/', 200],
    ['/sub/digits.txt', 200],
    ['/subx', 404],
    ['/subx/', 404],
    ['/subdigits.txt', 404],
    ['/sub-too/', 404],
    ['/digits.txt', 404],
    ['/SUB/', 404],
    ['//sub/', 404],
    ['/sub//', 404],
    ['/sub/../outside.txt', 400],
    ['/sub/sub/', 404],
  ] as const;
  for (const [target, status] of rows) {
    assert.is((await ask(below.port, `GET ${target} HTTP/1.1`)).status, status, target);
  }
});

test('answers GET and HEAD alone', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const answer = await ask(site.port, `${method} / HTTP/1.1`);
    assert.is(answer.status, 405, method);
    assert.is(answer.headers.get('allow'), 'GET, HEAD');
  }
  assert.is((await ask(site.port, 'OPTIONS * HTTP/1.1')).status, 405);
  for (const target of ['/', '/digits.txt', '/nothing/', '/.dateline/reload.js']) {
    const [whole, head] = [
      await ask(site.port, `GET ${target} HTTP/1.1`),
      await ask(site.port, `HEAD ${target} HTTP/1.1`),
    ];
    assert.is(head.status, whole.status);
    for (const name of ['content-length', 'content-type']) {
      assert.is(head.headers.get(name), whole.headers.get(name), `${name} of ${target}`);
    }
  }
});

const goodHosts = [
  'localhost',
  'LOCALHOST:1',
  'localhost:8080',
  '127.0.0.1',
  '127.0.0.1:99',
  '127.1.2.3',
];
const sixHosts = ['[::1]', '[::1]:8080', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]'];
const badHosts = [
  'other.example',
  'localhost.other.example',
  'xlocalhost',
  'localhost@other.example',
];
const oddHosts = [
  '127.0.0.1.other.example',
  '128.0.0.1',
  '0.0.0.0',
  '[::2]',
  '[::1',
  '::1',
  '',
  ' ',
  '1',
];
const moreHosts = [
  'localhost:x',
  'localhost:',
  'localhost:123456',
  'localhost/',
  '192.168.1.5',
  'a b',
];

test('answers to its own names alone', async () => {
  for (const host of [...goodHosts, ...sixHosts]) {
    assert.is((await ask(site.port, 'GET / HTTP/1.1', [`Host: ${host}`])).status, 200, host);
  }
  for (const host of [...badHosts, ...oddHosts, ...moreHosts]) {
    const answer = await ask(site.port, 'GET / HTTP/1.1', [`Host: ${host}`]);
    assert.is(answer.status, 403, host);
    assert.not(answer.body.includes('Test'));
  }
  const two = ['Host: localhost', 'Host: other.example'];
  for (const headers of [[], two, two.toReversed()]) {
    assert.is((await ask(site.port, 'GET / HTTP/1.1', headers)).status, 400, headers.join());
  }
  assert.is((await ask(site.port, 'GET / HTTP/1.0', [])).status, 400);
});

test('answers no page of another origin', async () => {
  const own = 'Host: localhost:8080';
  const rows: readonly (readonly [headers: readonly string[], status: number])[] = [
    [['Origin: http://localhost:8080'], 200],
    [['Origin: http://localhost:8081'], 403],
    [['Origin: http://localhost'], 403],
    [['Origin: https://localhost:8080'], 403],
    [['Origin: http://127.0.0.1:8080'], 403],
    [['Origin: https://other.example'], 403],
    [['Origin: null'], 403],
    [['Origin: '], 403],
    [['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors'], 200],
    [['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'], 200],
    [['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'], 200],
    [['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'], 403],
    [['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script'], 403],
    [['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: image'], 403],
    [['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: cors', 'Sec-Fetch-Dest: empty'], 403],
  ];
  for (const [headers, status] of rows) {
    const answer = await ask(site.port, 'GET /digits.txt HTTP/1.1', [own, ...headers]);
    assert.is(answer.status, status, headers.join());
    assert.not(answer.headers.has('access-control-allow-origin'));
    if (status !== 200) assert.not(answer.body.includes('0123'));
    else assert.is(answer.headers.get('cross-origin-resource-policy'), 'same-origin');
  }
});

test('takes WebSockets of its own pages alone', async () => {
  const rows: readonly (readonly [headers: readonly string[], status: number])[] = [
    [['Host: localhost:80', 'Origin: http://localhost:80'], 101],
    [['Host: 127.0.0.1:8080', 'Origin: http://127.0.0.1:8080'], 101],
    [['Host: LocalHost', 'Origin: http://localhost'], 101],
    [['Host: localhost'], 403],
    [['Host: localhost', 'Origin: null'], 403],
    [['Host: localhost', 'Origin: https://localhost'], 403],
    [['Host: localhost:8080', 'Origin: http://localhost:8081'], 403],
    [['Host: localhost', 'Origin: http://other.example'], 403],
    [['Host: localhost', 'Origin: http://localhost.other.example'], 403],
    [['Host: other.example', 'Origin: http://other.example'], 403],
    [['Host: other.example', 'Origin: http://localhost'], 403],
    [['Origin: http://localhost'], 403],
  ];
  for (const [headers, status] of rows) {
    const [first] = (await exchange(site.port, handshake(...headers), 200))
      .toString()
      .split('\r\n');
    assert.is(Number(first?.split(' ')[1]), status, headers.join());
  }
});

const frames: Readonly<Record<string, readonly number[]>> = {
  'no mask': [0x81, 0x01, 0x61],
  'reserved bits': [0xf1, 0x80, 0, 0, 0, 0],
  'an unknown kind': [0x83, 0x80, 0, 0, 0, 0],
  'an unknown control frame': [0x8f, 0x80, 0, 0, 0, 0],
  'a length of 2 to the 63rd': [0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0],
  'more than it takes': [0x82, 0xfe, 0xff, 0xff, 0, 0, 0, 0],
  'text that is no UTF-8': [0x81, 0x81, 0, 0, 0, 0, 0xff],
  'a rest of nothing': [0x80, 0x80, 0, 0, 0, 0],
  'a long ping': [0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0],
  'a close of one byte': [0x88, 0x81, 0, 0, 0, 0, 1],
  'a close with a wrong code': [0x88, 0x82, 0, 0, 0, 0, 0, 1],
  HTTP: [...Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
};

test('a WebSocket frame that is none ends its connection alone', async () => {
  const start = Buffer.from(handshake('Host: localhost', 'Origin: http://localhost'));
  for (const [name, frame] of Object.entries(frames)) {
    const started = performance.now();
    const read = await exchange(site.port, Buffer.concat([start, Buffer.from(frame)]), 5000);
    assert.ok(read.toString('latin1').startsWith('HTTP/1.1 101 '), name);
    assert.ok(performance.now() - started < 4000, `${name}: the server closes`);
    assert.is((await ask(site.port, 'GET / HTTP/1.1')).status, 200, name);
  }
});

test('sends files in parts', async () => {
  const all = '0123456789';
  const rows: readonly (readonly [range: string, status: number, body: string])[] = [
    ['bytes=0-0', 206, '0'],
    ['bytes=2-5', 206, '2345'],
    ['bytes=7-', 206, '789'],
    ['bytes=-3', 206, '789'],
    ['bytes=0-99', 206, all],
    ['bytes=-10', 206, all],
    ['bytes=10-', 416, ''],
    ['bytes=99-100', 416, ''],
    ['bytes=-0', 416, ''],
    ['bytes=5-2', 416, ''],
    // More than there is, more than one range, another unit, and what is none: the whole.
    ['bytes=-99', 200, all],
    ['bytes=0-1,4-5', 200, all],
    ['lines=0-1', 200, all],
    ['bytes', 200, all],
  ];
  for (const [range, status, body] of rows) {
    const headers = ['Host: localhost', `Range: ${range}`];
    const answer = await ask(site.port, 'GET /digits.txt HTTP/1.1', headers);
    assert.is(answer.status, status, range);
    const from = all.indexOf(body);
    if (status === 416) assert.is(answer.headers.get('content-range'), 'bytes */10', range);
    else assert.is(answer.body.toString(), body, range);
    if (status !== 206) continue;
    const said = `bytes ${from}-${from + body.length - 1}/10`;
    assert.is(answer.headers.get('content-range'), said, range);
  }
  const page = readFileSync(path.join(site.output, 'index.html'));
  const part = await ask(site.port, 'GET / HTTP/1.1', ['Host: localhost', 'Range: bytes=1-9']);
  assert.is(part.status, 206);
  assert.equal(part.body, page.subarray(1, 10));
});

test('what is no request ends its connection alone', async () => {
  const rows: readonly (readonly [sent: string, status: number | null])[] = [
    ['\r\n\r\nnothing\r\n\r\n', 400],
    ['GET\r\n\r\n', 400],
    ['GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost : localhost\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: local\0host\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`, 431],
    [`GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    ['CONNECT other.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n', null],
    ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ];
  for (const [sent, status] of rows) {
    const answers = parseAnswers(await exchange(site.port, Buffer.from(sent, 'latin1')));
    assert.equal(
      answers.map((answer) => answer.status),
      status === null ? [] : [status],
      JSON.stringify(sent.slice(0, 60)),
    );
  }
});

test('slow clients are in nobody’s way', async () => {
  const texts = ['', 'G', 'GET / HTTP/1.1\r\n', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: '];
  const sockets = await Promise.all(
    Array.from({ length: 200 }, (_, number) => openHalf(site.port, texts[number % 4] ?? '')),
  );
  const started = performance.now();
  assert.is((await ask(site.port, 'GET / HTTP/1.1')).status, 200);
  assert.ok(performance.now() - started < 2000);
  for (const socket of sockets) socket.destroy();
});

test('a fault in one request is told and ends that request', async () => {
  const port = await findFreePort();
  const told: string[] = [];
  const preview = new Preview(
    {
      ...{ content: 'none', layouts: 'none', output: 'none', cache: 'none', key: testKey },
      ...{ drafts: false, now: () => testNow },
    },
    {
      ...{ built: () => undefined, failed: () => undefined, serverMessage: () => undefined },
      watchBuild: () => ({ progress: () => undefined, end: () => undefined }),
    },
  );
  const reloader = new Reloader();
  const served = {
    ...{ host: null, preview, reloader },
    get output(): string {
      throw new Error('the disk is gone');
    },
  };
  const server = await listen(
    null,
    port,
    createHandlers(served, (message) => told.push(message)),
  );
  try {
    assert.is((await ask(port, 'GET /digits.txt HTTP/1.1')).status, 500);
    assert.is((await ask(port, 'GET / HTTP/1.1')).status, 500);
    assert.is((await ask(port, 'GET /.dateline/reload.js HTTP/1.1')).status, 200);
    assert.is(told.length, 2);
    assert.match(told[0] ?? '', /the disk is gone/);
  } finally {
    reloader.close();
    await server.close();
  }
});

test('listens on this machine alone, or where it is told to', async () => {
  const get = 'GET /digits.txt HTTP/1.1\r\nConnection: close\r\nHost: ';
  const status = async (port: number, at: string, host: string): Promise<number | undefined> =>
    parseAnswers(await exchange(port, `${get}${host}\r\n\r\n`, 2000, at))[0]?.status;
  // Every interface has its address; this one is the machine's too, and nobody listens there.
  const refused = await exchange(site.port, `${get}localhost\r\n\r\n`, 2000, '127.0.0.2').catch(
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null),
  );
  assert.is(refused, 'ECONNREFUSED');
  const every = await serveSite({ host: '0.0.0.0' });
  const named = await serveSite({ host: '127.0.0.3' });
  try {
    assert.is(await status(every.port, '127.0.0.2', '127.0.0.2'), 200);
    assert.is(await status(every.port, '127.0.0.2', 'other.example'), 403);
    assert.is(await status(named.port, '127.0.0.3', '127.0.0.3'), 200);
  } finally {
    await Promise.all([every.close(), named.close()]);
  }
});

test.run();
